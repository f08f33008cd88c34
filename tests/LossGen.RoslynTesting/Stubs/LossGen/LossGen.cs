using System;

namespace LossGen
{
    public abstract class LossKernelAttribute : Attribute
    {
        protected LossKernelAttribute() { }
        protected LossKernelAttribute(int classes) => Classes = classes;
        public int Classes { get; }
        public Reduction Reduction { get; set; }
    }

    public sealed class CrossEntropyAttribute : LossKernelAttribute
    {
        public CrossEntropyAttribute(int classes) : base(classes) { }
        public CrossEntropyAttribute() { }
        public double LabelSmoothing { get; set; }
        public long IgnoreIndex { get; set; }
        public InvalidTarget InvalidTarget { get; set; }
    }

    public enum InvalidTarget { Throw, Ignore }

    public sealed class BinaryCrossEntropyAttribute : LossKernelAttribute
    {
        public BinaryCrossEntropyAttribute(int classes) : base(classes) { }
        public BinaryCrossEntropyAttribute() { }
    }

    public abstract class IndexLossAttribute(int classes) : LossKernelAttribute(classes);

    public abstract class SoftmaxLossAttribute(int classes) : IndexLossAttribute(classes);

    public abstract class DistributionLossAttribute(int classes) : LossKernelAttribute(classes);

    public sealed class FocalCrossEntropyAttribute(int classes) : SoftmaxLossAttribute(classes);

    public sealed class NegativeLogLikelihoodAttribute(int classes) : IndexLossAttribute(classes);

    public sealed class CustomLossAttribute(int classes, string formula) : SoftmaxLossAttribute(classes)
    {
        public string Formula { get; } = formula;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class LossFormulaAttribute : Attribute;

    public sealed class LossRow
    {
        public int Classes => 0;
        public int Target => 0;
        public double P(int k) => 0;
        public double Logit(int k) => 0;
        public double Sum(Func<int, double> term) => 0;
    }

    public sealed class HingeLossAttribute(int classes) : IndexLossAttribute(classes);

    public sealed class DistillationAttribute(int classes) : DistributionLossAttribute(classes);

    public sealed class SoftmaxAttribute(int classes) : LossKernelAttribute(classes);

    public enum Reduction { Mean, Sum }

    public enum KernelRole { Logits, Targets, Gradient, Losses, Probabilities, Teacher }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class RoleAttribute(KernelRole role) : Attribute
    {
        public KernelRole Role { get; } = role;
    }

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class LogitsAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class ProbabilitiesAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class LogProbabilitiesAttribute : Attribute;
}

namespace LossGen.Numerics
{
    public static class StableMath
    {
        public static double Exp(double x) => x;
        public static float Exp(float x) => x;
        public static double Log(double x) => x;
        public static float Log(float x) => x;
        public static double Log1p(double x) => x;
        public static float Log1p(float x) => x;
        public static double Expm1(double x) => x;
        public static float Expm1(float x) => x;
        public static double Log2P1(double x) => x;
        public static float Log2P1(float x) => x;
        public static double Log10P1(double x) => x;
        public static float Log10P1(float x) => x;
        public static double Exp2M1(double x) => x;
        public static float Exp2M1(float x) => x;
        public static double Exp10M1(double x) => x;
        public static float Exp10M1(float x) => x;
        public static double Sigmoid(double x) => x;
        public static float Sigmoid(float x) => x;
        public static double LogSigmoid(double x) => x;
        public static float LogSigmoid(float x) => x;
        public static double Softplus(double x) => x;
        public static float Softplus(float x) => x;
        public static double Tanh(double x) => x;
        public static float Tanh(float x) => x;
        public static double LogCosh(double x) => x;
        public static float LogCosh(float x) => x;
        public static double Log1mExp(double x) => x;
        public static float Log1mExp(float x) => x;
        public static double LogAddExp(double a, double b) => a;
        public static float LogAddExp(float a, float b) => a;
        public static double LogSubExp(double a, double b) => a;
        public static float LogSubExp(float a, float b) => a;
        public static double XLogX(double x) => x;
        public static float XLogX(float x) => x;
        public static double XLogY(double x, double y) => x;
        public static float XLogY(float x, float y) => x;
        public static double XLog1PY(double x, double y) => x;
        public static float XLog1PY(float x, float y) => x;
        public static double LogSumExp(ReadOnlySpan<double> x) => 0;
        public static float LogSumExp(ReadOnlySpan<float> x) => 0;
        public static void Softmax(ReadOnlySpan<double> x, Span<double> destination) { }
        public static void Softmax(ReadOnlySpan<float> x, Span<float> destination) { }
        public static void LogSoftmax(ReadOnlySpan<double> x, Span<double> destination) { }
        public static void LogSoftmax(ReadOnlySpan<float> x, Span<float> destination) { }
        public static double LogSoftmax(ReadOnlySpan<double> x, int index) => throw null!;
        public static float LogSoftmax(ReadOnlySpan<float> x, int index) => throw null!;
    }
}
