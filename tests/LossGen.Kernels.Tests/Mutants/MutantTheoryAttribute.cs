using System.Runtime.Intrinsics;
using Xunit;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>Where vectors have 512 bits, or where somebody asks: other bodies have harmless mutants that the list does not know.</summary>
public sealed class MutantTheoryAttribute : TheoryAttribute
{
    public MutantTheoryAttribute()
    {
        if (!Vector512.IsHardwareAccelerated && !MutantSample.IsAsked)
        {
            Skip = "The list of harmless mutants was made for vectors of 512 bits, which this machine lacks; LOSSGEN_MUTANTS=all tries the kernels of this one.";
        }
    }
}
