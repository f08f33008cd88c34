using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Random lengths, places and indices: a call is refused exactly when the rules say so, and then nothing is written.</summary>
[Trait("Width", "Any")]
public sealed class ArgumentFuzzTests
{
    private const int Calls = 5_000;

    private delegate double Direct(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights, int classes, int inner);

    private readonly record struct Place(int Start, int Length)
    {
        public bool Overlaps(Place other) => Length > 0 && other.Length > 0 && Start < other.Start + other.Length && other.Start < Start + Length;
    }

    private sealed record Call(int Classes, int Inner, Place Logits, Place Gradient, Place Losses, Place ClassWeights, Place SampleWeights, int[] Targets);

    [Theory]
    [InlineData("10", false)]
    [InlineData("40", false)]
    [InlineData("", false)]
    [InlineData("3", true)]
    [InlineData("", true)]
    public void A_call_is_refused_exactly_when_the_rules_say_so(string count, bool strided)
    {
        bool atRunTime = count.Length == 0;
        string options = string.Join(", ", new[] { count, strided ? "Layout = LossGen.Layout.ClassStride" : string.Empty }.Where(text => text.Length > 0));
        var kernel = KernelAssembly.FromSource($$"""
            using System;
            public static partial class K
            {
                [LossGen.CrossEntropy({{options}})]
                public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights{{(atRunTime ? ", int classes" : string.Empty)}}{{(strided ? ", int inner" : string.Empty)}});
                public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights, int classes, int inner) =>
                    Loss(logits, targets, gradient, losses, classWeights, sampleWeights{{(atRunTime ? ", classes" : string.Empty)}}{{(strided ? ", inner" : string.Empty)}});
            }
            """).Method<Direct>("K", "Call");
        var random = new Random(count.Length + (strided ? 100 : 0));
        int refused = 0;
        for (int i = 0; i < Calls; i++)
        {
            var call = Draw(random, atRunTime ? random.Next(-1, 20) : int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), strided ? random.Next(-1, 5) : 1);
            float[] memory = [.. Enumerable.Range(0, 2000).Select(j => (j % 13) / 4f)];
            float[] before = [.. memory];
            var wrong = Wrong(call, strided);
            try
            {
                kernel(Span(call.Logits), call.Targets, Span(call.Gradient), Span(call.Losses), Span(call.ClassWeights), Span(call.SampleWeights), call.Classes, call.Inner);
                wrong.ShouldBeNull($"{call}");
            }
            catch (ArgumentException error)
            {
                refused++;
                wrong.ShouldNotBeNull($"{error.Message} {call}");
                wrong.Contains(error.ParamName!).ShouldBeTrue($"{error.Message} {call}");
                memory.ShouldBe(before, $"{call}");
            }

            Span<float> Span(Place place) => memory.AsSpan(place.Start, place.Length);
        }

        // Both must happen often, or nothing was tried.
        refused.ShouldBeInRange(Calls / 10, Calls * 9 / 10);
    }

    /// <summary>A call that is right, of which in most cases something is changed.</summary>
    private static Call Draw(Random random, int classes, int inner)
    {
        int planes = random.Next(0, 4);
        int rows = Math.Max(0, planes * inner);
        int length = Math.Max(0, rows * classes);
        int[] targets = [.. Enumerable.Range(0, rows).Select(_ => random.Next(0, Math.Max(classes, 1)))];
        var call = new Call(classes, inner, new(0, length), new(500, length), new(1000, rows), new(1200, Math.Max(0, classes)), new(1400, rows), targets);
        if (random.Next(4) == 0)
        {
            call = call with { Gradient = call.Logits };
        }

        return random.Next(12) switch
        {
            0 => call with { Logits = Changed(call.Logits) },
            1 => call with { Gradient = Changed(call.Gradient) },
            2 => call with { Losses = Changed(call.Losses) },
            3 => call with { ClassWeights = Changed(call.ClassWeights) },
            4 => call with { SampleWeights = Changed(call.SampleWeights) },
            5 => call with { Targets = [.. targets.Skip(1)] },
            6 => call with { Targets = [.. targets, 0] },
            7 when rows > 0 => call with { Targets = [.. targets.Select((y, row) => row == rows / 2 ? (random.Next(2) == 0 ? classes : -1 - random.Next(1000)) : y)] },
            8 => call with { Losses = call.Losses with { Start = random.Next(0, 600) } },
            9 => call with { ClassWeights = call.ClassWeights with { Start = random.Next(400, 1100) } },
            _ => call,
        };

        Place Changed(Place place) => new(random.Next(0, 700), Math.Max(0, place.Length + random.Next(-3, 4)));
    }

    /// <summary>The parameters that may be named, or null for a call that is right.</summary>
    private static IReadOnlyCollection<string>? Wrong(Call call, bool strided)
    {
        List<string> names = [];
        if (call.Classes < 1)
        {
            return ["classes"];
        }

        if (strided && call.Inner < 1)
        {
            return ["inner"];
        }

        if (call.Logits.Length % (call.Classes * (strided ? call.Inner : 1)) != 0)
        {
            return ["logits"];
        }

        int rows = call.Logits.Length / call.Classes;
        Add("targets", call.Targets.Length != rows || call.Targets.Any(y => y < 0 || y >= call.Classes));
        Add("gradient", call.Gradient.Length != call.Logits.Length);
        Add("losses", call.Losses.Length != rows);
        Add("classWeights", call.ClassWeights.Length != call.Classes);
        Add("sampleWeights", call.SampleWeights.Length != rows);
        Add("gradient", call.Gradient.Overlaps(call.Logits) && call.Gradient.Start != call.Logits.Start);
        Add("gradient", new[] { call.Losses, call.ClassWeights, call.SampleWeights }.Any(call.Gradient.Overlaps));
        Add("losses", new[] { call.Logits, call.Gradient, call.ClassWeights, call.SampleWeights }.Any(call.Losses.Overlaps));
        return names.Count == 0 ? null : names;

        void Add(string name, bool isWrong)
        {
            if (isWrong)
            {
                names.Add(name);
            }
        }
    }
}
