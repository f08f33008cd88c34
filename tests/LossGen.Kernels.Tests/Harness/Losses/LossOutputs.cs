using System;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>The outputs that a kernel under test writes. Each set is a kernel of its own, with other steps and other registers.</summary>
[Flags]
internal enum LossOutputs
{
    Losses = 1,
    Gradient = 2,
    Hessian = 4,
    All = Losses | Gradient | Hessian,
}
