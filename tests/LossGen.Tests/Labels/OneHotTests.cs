using System;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Labels;

/// <summary>One-hot rows and back.</summary>
public sealed class OneHotTests
{
    [Fact]
    public void Indices_become_rows_and_come_back()
    {
        float[] rows = OneHot.Encode([2, 0], 3);
        rows.ShouldBe([0, 0, 1, 1, 0, 0]);
        OneHot.Decode(rows, 3).ShouldBe([2, 0]);
        double[] wide = [9, 9, 9, 9];
        OneHot.Encode([1, 1], 2, wide);
        wide.ShouldBe([0, 1, 0, 1]);
        OneHot.Decode(wide, 2).ShouldBe([1, 1]);
        OneHot.Encode([], 5).ShouldBeEmpty();
    }

    [Fact]
    public void An_index_out_of_range_is_named_and_nothing_is_written()
    {
        float[] rows = [9, 9, 9, 9];
        var error = Should.Throw<ArgumentOutOfRangeException>(() => OneHot.Encode([0, 2], 2, rows));
        error.ParamName.ShouldBe("indices");
        error.Message.ShouldContain("2 in row 1");
        rows.ShouldBe([9, 9, 9, 9]);
        Should.Throw<ArgumentException>(() => OneHot.Encode([0, 1], 2, new float[3])).ParamName.ShouldBe("destination");
        Should.Throw<ArgumentOutOfRangeException>(() => OneHot.Encode([0], 0)).ParamName.ShouldBe("classes");
    }

    [Theory]
    [InlineData(new float[] { 0, 0, 0 }, "no 1")]
    [InlineData(new float[] { 1, 0, 1 }, "class 0 and one for class 2")]
    [InlineData(new float[] { 0.5f, 0.5f, 0 }, "0.5 for class 0")]
    [InlineData(new float[] { float.NaN, 1, 0 }, "NaN for class 0")]
    public void A_row_that_is_not_one_hot_is_explained(float[] row, string message) =>
        Should.Throw<ArgumentException>(() => OneHot.Decode(row, 3)).Message.ShouldContain(message);

    [Fact]
    public void No_whole_number_of_rows() =>
        Should.Throw<ArgumentException>(() => OneHot.Decode(new float[4], 3)).ParamName.ShouldBe("rows");

    [Fact]
    public void More_elements_than_an_array_holds_are_named()
    {
        var error = Should.Throw<ArgumentException>(() => OneHot.Encode(new int[100_000], 100_000));
        error.ParamName.ShouldBe("indices");
        error.Message.ShouldContain("100000 elements");
        error.Message.ShouldContain("10000000000");
    }
}
