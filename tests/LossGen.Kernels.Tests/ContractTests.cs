using System.Text;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Declarations as users write them, for every attribute with its options and roles: all of them become kernels, without a warning.</summary>
[Trait("Width", "Any")]
public sealed class ContractTests
{
    private const string X = "ReadOnlySpan<T> logits";
    private const string Y = X + ", ReadOnlySpan<int> targets";
    private const string P = X + ", ReadOnlySpan<T> targets";
    private const string G = ", Span<T> gradient";

    [Theory]
    [InlineData("CrossEntropy(10)", "T", Y)]
    [InlineData("CrossEntropy(10, LabelSmoothing = 0.1)", "T", Y + G)]
    [InlineData("CrossEntropy(10, Reduction = Reduction.Sum, Temperature = 2, Softcap = 30, EmptyMean = EmptyMean.Zero, InvalidTarget = InvalidTarget.Ignore, IgnoreIndex = -100, ZLoss = 1e-4, Parallel = true)", "double", Y + G + ", Span<T> losses, ReadOnlySpan<T> classWeights, ReadOnlySpan<T> sampleWeights, ReadOnlySpan<T> logitBias, double scale, Span<T> probabilities, Span<T> logProbabilities, Span<T> logSumExp, Span<int> predictions, out int correct")]
    [InlineData("CrossEntropy(3, ClassWeights = new double[] { 1, 2, 3 }, Hessian = HessianConvention.LightGBM)", "void", Y + ", Span<T> hessianDiagonal, T scale")]
    [InlineData("CrossEntropy(19, Layout = Layout.ClassStride, IgnoreIndex = 255)", "T", X + ", ReadOnlySpan<byte> targets, Span<T> gradient, int inner")]
    [InlineData("CrossEntropy", "T", Y + G + ", int classes")]
    [InlineData("CrossEntropy(LabelSmoothing = 0.1, Layout = Layout.ClassStride, Parallel = true)", "T", P + G + ", int classes, int inner")]
    [InlineData("CrossEntropy(5)", "T", P + G + ", ReadOnlySpan<T> classWeights")]
    [InlineData("Softmax(10)", "void", X + ", Span<T> probabilities")]
    [InlineData("LogSoftmax(10, Temperature = 0.5)", "void", X + ", Span<T> logProbabilities, ReadOnlySpan<T> logitBias")]
    [InlineData("LogSumExp", "void", X + ", Span<T> logSumExp, int classes")]
    [InlineData("FocalCrossEntropy(10)", "T", Y + G)]
    [InlineData("FocalCrossEntropy(3, Gamma = 1.5, Alpha = new double[] { 0.25, 0.5, 0.25 })", "T", Y + G + ", Span<T> losses")]
    [InlineData("FocalCrossEntropy(10, Gamma = 0)", "T", Y + G + ", ReadOnlySpan<T> alpha")]
    [InlineData("PolyCrossEntropy(10, Epsilon = 2)", "T", Y + G)]
    [InlineData("GeneralizedCrossEntropy(10, Q = 0.5, Truncation = 0.5)", "T", Y + G)]
    [InlineData("SimilarityCrossEntropy(5, Decay = 0.5)", "T", Y + G)]
    [InlineData("SimilarityCrossEntropy(5)", "T", Y + G + ", ReadOnlySpan<T> similarity")]
    [InlineData("ForwardCorrectedCrossEntropy(5)", "T", Y + G + ", ReadOnlySpan<T> confusion")]
    [InlineData("CauchySchwarzDivergence(5)", "T", Y + G)]
    [InlineData("TanimotoLoss(5)", "T", Y + G)]
    [InlineData("ExpectationLoss(5)", "T", Y + G)]
    [InlineData("BrierLoss(5)", "T", Y + G)]
    [InlineData("ChebyshevLoss(5)", "T", Y + G)]
    [InlineData("SquaredLogLoss(5)", "T", Y + G)]
    [InlineData("HingeLoss(5, Power = 2, Margin = 1)", "T", Y + G)]
    [InlineData("MultiMarginLoss(5, Power = 2, Margin = 0.5)", "T", Y + G)]
    [InlineData("CrammerSingerLoss(5, Margin = 0.5)", "T", Y + G)]
    [InlineData("CorrentropyLoss(5, Sigma = 0.7)", "T", Y + G)]
    [InlineData("EntropyLoss(5, Unit = Unit.Bits)", "T", X + G)]
    [InlineData("KLDivergence(5, Unit = Unit.Bits)", "T", P + G)]
    [InlineData("Distillation(5, Temperature = 4)", "T", X + ", ReadOnlySpan<T> teacher" + G)]
    [InlineData("JensenShannonDivergence(5, Unit = Unit.Bits)", "T", X + ", ReadOnlySpan<T> other" + G)]
    [InlineData("ListNet(5)", "T", X + ", ReadOnlySpan<T> relevance" + G)]
    [InlineData("PolicyGradient(5)", "T", Y + ", ReadOnlySpan<T> returns, T baseline" + G)]
    [InlineData("LargeMarginCrossEntropy(5, Margin = 4)", "T", Y + ", ReadOnlySpan<T> norms" + G)]
    [InlineData("SquaredErrorLoss(5)", "T", Y + G)]
    [InlineData("SquaredErrorLoss(5)", "T", P + G)]
    [InlineData("BinaryCrossEntropy", "T", P + G)]
    [InlineData("BinaryCrossEntropy(1)", "T", X + ", ReadOnlySpan<bool> targets" + G)]
    [InlineData("BinaryCrossEntropy(14, PosWeight = 3, LabelSmoothing = 0.1)", "T", X + ", ReadOnlySpan<byte> targets" + G + ", ReadOnlySpan<T> elementWeights")]
    [InlineData("BinaryCrossEntropy(64)", "T", X + ", ReadOnlySpan<ulong> targets" + G + ", ReadOnlySpan<T> posWeights, ReadOnlySpan<T> sampleWeights, Span<T> losses")]
    [InlineData("BinaryCrossEntropy", "void", P + ", Span<T> gradient, Span<T> hessianDiagonal, Span<T> probabilities")]
    [InlineData("FocalBinaryCrossEntropy", "T", P + G)]
    [InlineData("FocalBinaryCrossEntropy(8, Gamma = 3, Alpha = 0.25)", "T", X + ", ReadOnlySpan<bool> targets" + G)]
    public void A_declaration_becomes_a_kernel(string attribute, string returns, string parameters)
    {
        var source = new StringBuilder("using System;\nusing LossGen;\n");
        foreach (string element in new[] { "float", "double" })
        {
            string text = parameters.Replace("<T>", $"<{element}>", System.StringComparison.Ordinal).Replace(", T ", $", {element} ", System.StringComparison.Ordinal);
            source.Append($"public static partial class Of{element} {{ [{attribute}] public static partial {(returns == "T" ? element : returns)} Loss({text}); }}\n");
        }

        Should.NotThrow(() => KernelAssembly.FromSource(source.ToString()));
    }
}
