using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>Every attribute that makes a kernel.</summary>
internal static class LossFormulas
{
    public static IReadOnlyList<LossFormula> All { get; } =
    [
        new CrossEntropyFormula(),
        new LogitFunction("Softmax", KernelRole.Probabilities),
        new LogitFunction("LogSoftmax", KernelRole.LogProbabilities),
        new LogitFunction("LogSumExp", KernelRole.LogSumExp),
        new FocalCrossEntropyFormula(),
        new PolyCrossEntropyFormula(),
        new GeneralizedCrossEntropyFormula(),
        new SimilarityCrossEntropyFormula(),
        new ForwardCorrectedCrossEntropyFormula(),
        new LargeMarginCrossEntropyFormula(),
        new CauchySchwarzFormula(),
        new TanimotoFormula(),
        new ExpectationFormula(),
        new BrierFormula(),
        new ChebyshevFormula(),
        new SquaredLogFormula(),
        new CorrentropyFormula(),
        new HingeFormula(),
        new MultiMarginFormula(),
        new CrammerSingerFormula(),
        new SquaredErrorFormula(),
        new AbsoluteErrorFormula(),
        new EntropyFormula(),
        new KLDivergenceFormula(),
        new DistillationFormula(),
        new JensenShannonFormula(),
        new ListNetFormula(),
        new PolicyGradientFormula(),
        new BinaryCrossEntropyFormula(),
        new FocalBinaryCrossEntropyFormula(),
        new NegativeLogLikelihoodFormula(),
        new CustomFormula(isBinary: false),
        new CustomFormula(isBinary: true),
    ];

    public static LossFormula Of(KernelSpec spec) => spec.Loss.Custom is { } custom ? new CustomFormula(spec.Loss.IsBinary, custom) : Of(spec.Loss.Name);

    public static LossFormula Of(string name) => All.First(formula => formula.Name == name);
}
