using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.CodeFixes.Tests.Definitions;

/// <summary>
/// Every mistake at every place of some declarations: a build tells of each once, where it is, and what a fix makes of it is a kernel.
/// </summary>
public sealed class MistakeSweepTests
{
    // A fix works on all of a file.
    private const int BatchSize = 12;

    private static readonly WrittenKernel[] Kernels =
    [
        WrittenKernel.Of("CrossEntropy(3)", "float", "ReadOnlySpan<float> logits", "ReadOnlySpan<int> targets"),
        WrittenKernel.Of("CrossEntropy(3)", "double", "ReadOnlySpan<float> logits", "ReadOnlySpan<float> targets", "Span<float> gradient"),
        WrittenKernel.Of("CrossEntropy(3)", "float", "ReadOnlySpan<double> logits", "ReadOnlySpan<long> targets", "ReadOnlySpan<double> classWeights", "Span<double> losses", "out int correct"),
        WrittenKernel.Of("CrossEntropy", "void", "ReadOnlySpan<float> logits", "ReadOnlySpan<int> targets", "Span<float> gradient", "int classes"),
        WrittenKernel.Of("Softmax(3)", "void", "ReadOnlySpan<float> logits", "Span<float> probabilities"),
        WrittenKernel.Of("BinaryCrossEntropy(3)", "float", "ReadOnlySpan<float> logits", "ReadOnlySpan<bool> targets", "Span<float> gradient"),
    ];

    public static TheoryData<string> Names => [.. Mistake.All.Select(mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_is_one_error_and_what_fixes_it_is_a_kernel(string name)
    {
        var mistake = Mistake.All.Single(mistake => mistake.Name == name);
        var wrong = Kernels.SelectMany(mistake.Make).ToList();
        wrong.ShouldNotBeEmpty();
        var problems = new List<string>();

        // The same done to another parameter is not done again.
        var tried = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var some in wrong.Chunk(BatchSize))
        {
            problems.AddRange(await Problems(mistake, new MistakeBatch([.. some.Select((kernel, i) => kernel.In(MistakeBatch.TypeOf(i)))]), tried));
        }

        string.Join("\n", problems).ShouldBeEmpty();
    }

    /// <summary>Whatever two parameters have of mistakes, one does not make the reader take the other, or a third, for wrong in another way.</summary>
    [Fact]
    public async Task Two_mistakes_are_no_more_than_two_errors()
    {
        var pairs = Kernels.SelectMany(kernel => Mistake.OfParameters.SelectMany(first => At(kernel, first, -1)
            .SelectMany(one => Mistake.OfParameters.SelectMany(second => At(one.Kernel, second, one.Place))))).Select(two => two.Kernel).ToList();
        pairs.Count.ShouldBeGreaterThan(300);
        foreach (var some in pairs.Chunk(100))
        {
            var batch = new MistakeBatch([.. some.Select((kernel, i) => kernel.In(MistakeBatch.TypeOf(i)))]);
            var (inBuild, ours) = await batch.Report();
            for (int i = 0; i < some.Length; i++)
            {
                string[] said = [.. inBuild[i].Select(MistakeBatch.Describe).Distinct()];
                (said.Length is 1 or 2 && ours[i].Count() <= 2).ShouldBeTrue(
                    string.Join("\n    ", [batch.Declarations[i], .. said, "and in an editor", .. ours[i].Select(MistakeBatch.Describe)]));
            }
        }

        // One mistake of a kind at each place but one.
        static IEnumerable<(WrittenKernel Kernel, int Place)> At(WrittenKernel kernel, Mistake mistake, int except) => mistake.Make(kernel)
            .Select(wrong => (Kernel: wrong, Place: wrong.Parameters.Zip(kernel.Parameters, (one, other) => one == other).ToList().IndexOf(false)))
            .Where(wrong => wrong.Place >= 0 && wrong.Place != except)
            .DistinctBy(wrong => wrong.Place);
    }

    private static async Task<List<string>> Problems(Mistake mistake, MistakeBatch batch, HashSet<string> tried)
    {
        var problems = new List<string>();
        var mended = new List<(string Title, string Declaration)>();
        var (inBuild, ours) = await batch.Report();
        for (int i = 0; i < batch.Declarations.Length; i++)
        {
            string[] said = [.. inBuild[i].Select(MistakeBatch.Describe).Distinct()];
            Diagnostic[] explained = [.. ours[i]];
            if (said.Length != 1 || explained.Length > 1)
            {
                problems.Add(string.Join("\n    ", [batch.Declarations[i], .. said, "and in an editor", .. explained.Select(MistakeBatch.Describe)]));
                continue;
            }

            var actions = explained.Length == 0 ? [] : await batch.Fixed(explained[0]);
            foreach (var action in actions.Where(action => tried.Add(said[0].Split(' ')[0] + action.Title)))
            {
                mended.Add((action.Title, await batch.After(action, i)));
            }

            if (actions.Count == 0 == mistake.IsFixed)
            {
                problems.Add(batch.Declarations[i] + (mistake.IsFixed ? "\n    has no fix: " : "\n    has a fix: ") + said[0]);
            }
        }

        var after = new MistakeBatch([.. mended.Select(action => action.Declaration)]);
        var left = (await after.Report()).InBuild;
        problems.AddRange(mended.Select((action, i) => (Text: action.Title + "\n" + action.Declaration, Errors: left[i]))
            .Where(action => action.Errors.Any())
            .Select(action => string.Join("\n    ", [action.Text, .. action.Errors.Select(MistakeBatch.Describe)])));
        return problems;
    }
}
