using System;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

public class StableMathArgumentTests
{
    private delegate void RowFunction(ReadOnlySpan<float> x, Span<float> destination);

    private delegate void DoubleRowFunction(ReadOnlySpan<double> x, Span<double> destination);

    private static readonly RowFunction[] Functions = [StableMath.Softmax, StableMath.LogSoftmax];

    private static readonly DoubleRowFunction[] DoubleFunctions = [StableMath.Softmax, StableMath.LogSoftmax];

    [Fact]
    public void A_destination_of_another_length_is_refused_before_anything_is_written()
    {
        foreach (RowFunction function in Functions)
        {
            float[] destination = [7, 7, 7];
            ArgumentException exception = Should.Throw<ArgumentException>(() => function(new float[4], destination));
            exception.ParamName.ShouldBe("destination");
            exception.Message.ShouldContain("3");
            exception.Message.ShouldContain("4");
            destination.ShouldBe([7, 7, 7]);
        }

        foreach (DoubleRowFunction function in DoubleFunctions)
        {
            Should.Throw<ArgumentException>(() => function(new double[2], new double[3])).ParamName.ShouldBe("destination");
        }
    }

    [Fact]
    public void A_partial_overlap_is_refused_before_anything_is_written()
    {
        foreach (RowFunction function in Functions)
        {
            float[] memory = [1, 2, 3, 4];
            Should.Throw<ArgumentException>(() => function(memory.AsSpan(0, 3), memory.AsSpan(1, 3))).ParamName.ShouldBe("destination");
            Should.Throw<ArgumentException>(() => function(memory.AsSpan(1, 3), memory.AsSpan(0, 3))).ParamName.ShouldBe("destination");
            memory.ShouldBe([1, 2, 3, 4]);
        }

        foreach (DoubleRowFunction function in DoubleFunctions)
        {
            double[] memory = [1, 2, 3];
            Should.Throw<ArgumentException>(() => function(memory.AsSpan(0, 2), memory.AsSpan(1, 2))).ParamName.ShouldBe("destination");
        }
    }

    [Fact]
    public void The_destination_may_be_the_input_itself_and_adjacent_memory_is_no_overlap()
    {
        foreach (RowFunction function in Functions)
        {
            float[] memory = [3, 1, 2, 0, 0, 0];
            function(memory.AsSpan(0, 3), memory.AsSpan(3, 3));
            function(memory.AsSpan(0, 3), memory.AsSpan(0, 3));
            memory[..3].ShouldBe(memory[3..]);
        }

        foreach (DoubleRowFunction function in DoubleFunctions)
        {
            double[] memory = [3, 1, 2, 0, 0, 0];
            function(memory.AsSpan(0, 3), memory.AsSpan(3, 3));
            function(memory.AsSpan(0, 3), memory.AsSpan(0, 3));
            memory[..3].ShouldBe(memory[3..]);
        }
    }

    [Fact]
    public void An_empty_row_is_fine()
    {
        foreach (RowFunction function in Functions)
        {
            Should.NotThrow(() => function([], []));
        }

        foreach (DoubleRowFunction function in DoubleFunctions)
        {
            Should.NotThrow(() => function([], []));
        }
    }
}
