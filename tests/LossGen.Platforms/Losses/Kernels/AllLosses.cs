// Written by PlatformKernelsTests; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System.Collections.Generic;

namespace LossGen.Platforms.Losses;

internal static class AllLosses
{
    public static IEnumerable<LossSet> Sets
    {
        get
        {
            yield return AbsoluteErrorLossKernels.Set;
            yield return BinaryCrossEntropyKernels.Set;
            yield return BrierLossKernels.Set;
            yield return CauchySchwarzDivergenceKernels.Set;
            yield return ChebyshevLossKernels.Set;
            yield return CorrentropyLossKernels.Set;
            yield return CrammerSingerLossKernels.Set;
            yield return CrossEntropyKernels.Set;
            yield return DistillationKernels.Set;
            yield return EntropyLossKernels.Set;
            yield return ExpectationLossKernels.Set;
            yield return FocalBinaryCrossEntropyKernels.Set;
            yield return FocalCrossEntropyKernels.Set;
            yield return ForwardCorrectedCrossEntropyKernels.Set;
            yield return GeneralizedCrossEntropyKernels.Set;
            yield return HingeLossKernels.Set;
            yield return JensenShannonDivergenceKernels.Set;
            yield return KLDivergenceKernels.Set;
            yield return LargeMarginCrossEntropyKernels.Set;
            yield return ListNetKernels.Set;
            yield return MultiMarginLossKernels.Set;
            yield return PolicyGradientKernels.Set;
            yield return PolyCrossEntropyKernels.Set;
            yield return SimilarityCrossEntropyKernels.Set;
            yield return SquaredErrorLossKernels.Set;
            yield return SquaredLogLossKernels.Set;
            yield return TanimotoLossKernels.Set;
        }
    }
}
