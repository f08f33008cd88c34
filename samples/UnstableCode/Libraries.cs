using System;
using System.Numerics.Tensors;

namespace UnstableCode;

/// <summary>LG3001 and LG3002: library functions that are not what they seem.</summary>
public static class Libraries
{
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities) =>
        TensorPrimitives.SoftMax(logits, probabilities); // LG3001

    public static double Log1p(double x) => double.LogP1(x); // LG3002

    public static float Expm1(float x) => float.ExpM1(x); // LG3002

    public static void Log1p(ReadOnlySpan<double> x, Span<double> result) =>
        TensorPrimitives.LogP1(x, result); // LG3002
}
