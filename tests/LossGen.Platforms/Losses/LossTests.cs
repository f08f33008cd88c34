using System.Collections.Generic;
using Xunit.Abstractions;

#pragma warning disable IDE0130 // In the place of the class and the interface that the linked files name.
namespace LossGen.Kernels.Tests.Harness.Losses
{
    /// <summary>
    /// The losses' test files are compiled into this program, too: their formulas are what it checks against. This base class stands in for the one
    /// whose tests need the generator.
    /// </summary>
    public abstract class LossTests(ITestOutputHelper output)
    {
        public IReadOnlyList<LossCase> Uses => [.. Cases];

        protected ITestOutputHelper Output { get; } = output;

        protected abstract IEnumerable<LossCase> Cases { get; }
    }
}

namespace Xunit.Abstractions
{
    /// <summary>What the constructors of the tests take.</summary>
    public interface ITestOutputHelper
    {
        void WriteLine(string message);
    }
}
