using System;
using System.Numerics;
using LossGen.CompilerServices;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Linear;

/// <summary>
/// The four products of a linear layer against sums in double, for every remainder of rows, features and classes by the blocks of any width, and
/// between protected pages.
/// </summary>
public sealed class LinearLayerTests
{
    private static readonly int[] Rows = [0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 70, 300];
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 100, 257, 300];
    private static readonly int[] Classes = [1, 2, 3, 4, 5, 6, 7, 10, 16, 17, 24, 31, 32, 33, 40, 65, 100];

    public static TheoryData<bool> Ends => new() { true, false };

    [LinuxTheory]
    [MemberData(nameof(Ends))]
    public void Floats_are_right_and_stay_inside(bool atEnd) => CheckAll<float>(atEnd, MathF.ScaleB(1, -24));

    [LinuxTheory]
    [MemberData(nameof(Ends))]
    public void Doubles_are_right_and_stay_inside(bool atEnd) => CheckAll<double>(atEnd, Math.ScaleB(1, -53));

    [Fact]
    public void A_tile_takes_at_most_sixteen_megabytes_and_has_a_row()
    {
        foreach (int classes in new[] { 1, 10, 1000, 32_000, 150_000, 4_000_000 })
        {
            foreach (int length in new[] { 0, 1, 784, 5_000 })
            {
                int rows = LinearLayer.TileRows(1_000_000, classes, length, sizeof(float));
                rows.ShouldBeGreaterThan(0);
                ((long)rows * classes * sizeof(float)).ShouldBeLessThanOrEqualTo(16_000_000);
            }
        }

        LinearLayer.TileRows(0, 10, 4, sizeof(float)).ShouldBe(1);
        LinearLayer.TileRows(7, 10, 4, sizeof(float)).ShouldBe(7);
    }

    private static void CheckAll<T>(bool atEnd, double unit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(1);
        int checkedShapes = 0;
        foreach (int classes in Classes)
        {
            foreach (int length in Lengths)
            {
                // Every shape of two of the three; the third is drawn.
                int rows = Rows[random.Next(Rows.Length)];
                Check<T>(rows, length, classes, atEnd, unit, random);
                checkedShapes++;
            }
        }

        foreach (int rows in Rows)
        {
            Check<T>(rows, 33, 10, atEnd, unit, random);
            Check<T>(rows, 19, 40, atEnd, unit, random);
        }

        checkedShapes.ShouldBe(Classes.Length * Lengths.Length);
    }

    private static void Check<T>(int rows, int length, int classes, bool atEnd, double unit, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string shape = $"{rows} rows, {length} features, {classes} classes";
        using var features = Draw<T>(rows * length, atEnd, random);
        using var weights = Draw<T>(classes * length, atEnd, random);
        using var bias = Draw<T>(classes, atEnd, random);
        using var gradient = Draw<T>(rows * classes, atEnd, random);
        using var logits = new GuardedMemory<T>(new T[rows * classes], atEnd);
        using var weightsGradient = Draw<T>(classes * length, atEnd, random);
        using var biasGradient = Draw<T>(classes, atEnd, random);
        using var featuresGradient = Draw<T>(rows * length, atEnd, random);
        T[] weightsBefore = weightsGradient.Span.ToArray();
        T[] biasBefore = biasGradient.Span.ToArray();

        LinearLayer.Logits(ref First(features), ref First(weights), bias.Span, ref First(logits), rows, length, classes);
        LinearLayer.AddWeightsGradient(ref First(gradient), ref First(features), ref First(weightsGradient), rows, length, classes);
        LinearLayer.AddBiasGradient(ref First(gradient), ref First(biasGradient), rows, classes);
        LinearLayer.FeaturesGradient(ref First(gradient), ref First(weights), ref First(featuresGradient), rows, length, classes);

        Compare(shape + ", logits", logits.Span, unit, length, (i, add) =>
        {
            add(1, Number(bias.Span[i % classes]));
            for (int d = 0; d < length; d++)
            {
                add(Number(features.Span[(i / classes * length) + d]), Number(weights.Span[(i % classes * length) + d]));
            }
        });
        Compare(shape + ", gradient of weights", weightsGradient.Span, unit, rows, (i, add) =>
        {
            add(1, Number(weightsBefore[i]));
            for (int row = 0; row < rows; row++)
            {
                add(Number(gradient.Span[(row * classes) + (i / length)]), Number(features.Span[(row * length) + (i % length)]));
            }
        });
        Compare(shape + ", gradient of bias", biasGradient.Span, unit, rows, (i, add) =>
        {
            add(1, Number(biasBefore[i]));
            for (int row = 0; row < rows; row++)
            {
                add(1, Number(gradient.Span[(row * classes) + i]));
            }
        });
        Compare(shape + ", gradient of features", featuresGradient.Span, unit, classes, (i, add) =>
        {
            for (int k = 0; k < classes; k++)
            {
                add(Number(gradient.Span[(i / length * classes) + k]), Number(weights.Span[(k * length) + (i % length)]));
            }
        });
    }

    /// <summary>A sum of n products has an error of at most (n + 1) roundings of the sum of their sizes.</summary>
    private static void Compare<T>(string what, ReadOnlySpan<T> actual, double unit, int terms, Action<int, Action<double, double>> sum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < actual.Length; i++)
        {
            // With the roundings of each product and each sum: the reference for doubles has more digits than a double.
            double total = 0;
            double rest = 0;
            double size = 0;
            sum(i, (a, b) =>
            {
                double product = a * b;
                double next = total + product;
                double added = next - total;
                rest += (total - (next - added)) + (product - added) + Math.FusedMultiplyAdd(a, b, -product);
                total = next;
                size += Math.Abs(product);
            });
            double error = Math.Abs(Number(actual[i]) - total - rest);
            if (!(error <= (terms + 1) * unit * size))
            {
                throw new ShouldAssertException($"{what}: element {i} is {actual[i]} instead of {total}");
            }
        }
    }

    private static double Number<T>(T value)
        where T : IFloatingPointIeee754<T> => double.CreateChecked(value);

    private static ref T First<T>(GuardedMemory<T> memory)
        where T : unmanaged => ref System.Runtime.InteropServices.MemoryMarshal.GetReference(memory.Span);

    private static GuardedMemory<T> Draw<T>(int length, bool atEnd, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var values = new T[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = T.CreateChecked(random.NextDouble() - 0.5);
        }

        return new GuardedMemory<T>(values, atEnd);
    }
}
