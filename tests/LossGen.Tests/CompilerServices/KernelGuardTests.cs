using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.CompilerServices;
using Shouldly;
using Xunit;

namespace LossGen.Tests.CompilerServices;

/// <summary>The checks of lengths and of memory, up to the longest spans there are. Spans of made-up places: nothing is read or written.</summary>
public sealed class KernelGuardTests
{
    private const long Start = 1L << 40;
    private const int Longest = int.MaxValue;

    private static ReadOnlySpan<T> At<T>(long address, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), (nint)address), length);

    [Theory]
    [InlineData(1)]
    [InlineData(536_870_911)]
    [InlineData(536_870_912)]
    [InlineData(1_073_741_824)]
    [InlineData(Longest)]
    public void Spans_of_any_length_overlap_from_their_last_byte_on(int length)
    {
        Apart<float, int>(Start, length, Start + (4L * length), length).ShouldBeTrue();
        Apart<float, int>(Start, length, Start + (4L * length) - 1, length).ShouldBeFalse();
        Apart<float, long>(Start, length, Start - (8L * length), length).ShouldBeTrue();
        Apart<float, long>(Start, length, Start - (8L * length) + 1, length).ShouldBeFalse();
        Apart<double, byte>(Start, length, Start + (8L * length), length).ShouldBeTrue();
        Apart<double, byte>(Start, length, Start + (8L * length) - 1, length).ShouldBeFalse();
        Apart<double, byte>(Start, length, Start - length, length).ShouldBeTrue();
        Apart<double, byte>(Start, length, Start - length + 1, length).ShouldBeFalse();
        Apart<float, float>(Start, length, Start, length).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(536_870_912)]
    [InlineData(Longest)]
    public void The_very_memory_of_the_logits_is_allowed_and_a_part_of_it_is_not(int length)
    {
        ApartOrSame<float>(Start, Start, length).ShouldBeTrue();
        ApartOrSame<double>(Start, Start, length).ShouldBeTrue();
        ApartOrSame<float>(Start, Start + (4L * length), length).ShouldBeTrue();
        ApartOrSame<float>(Start, Start + (4L * length) - 4, length).ShouldBe(length == 1);
        ApartOrSame<double>(Start, Start - (8L * length), length).ShouldBeTrue();
        ApartOrSame<double>(Start, Start - (8L * length) + 8, length).ShouldBe(length == 1);

        // Half an element off is a part of it too, and no error of another kind.
        ApartOrSame<double>(Start, Start + 4, length).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_span_overlaps_nothing()
    {
        Apart<float, float>(Start, 0, Start, Longest).ShouldBeTrue();
        Apart<float, float>(Start, Longest, Start + 4000, 0).ShouldBeTrue();
        Apart<float, float>(Start, 0, Start, 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Longest, 1, Longest)]
    [InlineData(2_147_483_640, 10, 214_748_364)]
    [InlineData(Longest, Longest, 1)]
    public void Rows_of_the_longest_spans_are_counted(int length, int classes, int rows)
    {
        KernelGuard.Rows(length, classes, "logits").ShouldBe(rows);
        KernelGuard.Positions(length, classes, 1, "logits").ShouldBe(rows);
        KernelGuard.Positions(length, 1, classes, "logits").ShouldBe(length);
    }

    [Theory]
    [InlineData(46341, 46341)]
    [InlineData(65536, 65536)]
    [InlineData(Longest, 2)]
    [InlineData(Longest, Longest)]
    public void Planes_and_pairs_that_no_span_can_hold_are_named(int first, int second)
    {
        var error = Should.Throw<ArgumentException>(() => KernelGuard.Positions(1000, first, second, "logits"));
        error.ParamName.ShouldBe("logits");
        error.Message.ShouldContain("1000 elements");
        error.Message.ShouldContain($"{first} classes × {second} positions");
    }

    [Theory]
    [InlineData(46341, 2147488281)]
    [InlineData(65536, 4294967296)]
    [InlineData(65537, 4295098369)]
    [InlineData(Longest, 4611686014132420609)]
    public void Pairs_of_classes_do_not_wrap(int classes, long pairs)
    {
        // 65536² and 65537² are 0 and 131073 in 32 bits: spans of such lengths are not enough.
        foreach (int length in new[] { 0, 131073, unchecked((int)pairs) })
        {
            var error = Should.Throw<ArgumentException>(() => KernelGuard.Pairs(length, classes, "similarity", "one per pair of classes"));
            error.ParamName.ShouldBe("similarity");
            error.Message.ShouldContain($"{pairs} are needed");
        }

        KernelGuard.Pairs(46340 * 46340, 46340, "similarity", "one per pair of classes");
    }

    [Fact]
    public void Memory_that_no_array_can_be_is_named()
    {
        KernelGuard.Tile(100, 48, 16).ShouldBe(4816);
        var error = Should.Throw<ArgumentException>(() => KernelGuard.Tile(100_000_000, 48, 16));
        error.ParamName.ShouldBe("classes");
        error.Message.ShouldContain("100000000 classes");
        error.Message.ShouldContain("4800000016");
    }

    private static bool Apart<TWritten, TOther>(long written, int writtenLength, long other, int otherLength)
        where TWritten : unmanaged
        where TOther : unmanaged
    {
        try
        {
            KernelGuard.Apart(At<TWritten>(written, writtenLength), At<TOther>(other, otherLength), "gradient", "targets");
            return true;
        }
        catch (ArgumentException error) when (error.ParamName == "gradient" && error.Message.Contains("'targets'", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static bool ApartOrSame<T>(long written, long logits, int length)
        where T : unmanaged
    {
        try
        {
            KernelGuard.ApartOrSame(At<T>(written, length), At<T>(logits, length), "gradient", "logits");
            return true;
        }
        catch (ArgumentException error) when (error.ParamName == "gradient" && error.Message.Contains("'logits'", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
