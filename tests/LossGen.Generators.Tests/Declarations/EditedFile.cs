using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LossGen.Generators.Tests.Declarations;

/// <summary>A file of declarations that somebody edits: adds, removes, repeats, renames, moves into another type, and stops in the middle of a word.</summary>
internal sealed class EditedFile
{
    public const string Start = "using System;\nusing LossGen;\npublic static partial class C\n{\n" + RandomDeclaration.Formulas;

    /// <summary>Declarations that are refused, or that no compiler accepts, each alone in its line.</summary>
    public static IReadOnlyList<string> Mistakes { get; } =
    [
        "[CrossEntropy(3)] public static partial float E(ReadOnlySpan<float> logit, ReadOnlySpan<int> targets);",
        "[CrossEntropy(-3)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3, Temperature = 0)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;",
        "[CrossEntropy(3)] public static partial string E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float E<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> targets) where T : struct;",
        "[CrossEntropy(3), FocalCrossEntropy(3)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CustomLoss(3, nameof(Missing))] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CustomLoss(3, null)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, params Span<float> gradient);",
        "[CrossEntropy(3)] public static partial float E(ref ReadOnlySpan<float> logits, in ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float E(__arglist);",
        "[CrossEntropy(\"3\")] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3, IgnoreIndex = long.MinValue)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets);",
        "[CrossEntropy(int.MaxValue)] public static partial float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float E(float* logits, int* targets);",
        "[CrossEntropy(3)] public static partial float E(dynamic logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial ref float E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float @class.E(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
    ];

    private static readonly string[] Types =
    [
        "public ref partial struct {0}",
        "public partial class {0}<T> where T : unmanaged, IComparable<T>",
        "public unsafe partial class {0}",
        "public partial record struct {0}(int A)",
        "public partial interface {0}",
        "file static partial class {0}",
        "public partial class @event{0}",
        "public class {0}",
    ];

    // Each differs from the next by one thing, and a generator must tell them apart.
    private static readonly string[] Twins =
    [
        "[CrossEntropy(3)] public static partial float @class(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial double @class(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float Class(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float CLASS(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float LossKernel(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float Vector512(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        "[CrossEntropy(3)] public static partial float \\u0041b(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
    ];

    private readonly Random random;
    private readonly RandomDeclaration draws;
    private readonly List<string> lines = [];
    private int number;
    private int cut = -1;

    public EditedFile(Random random, RandomDeclaration draws)
    {
        (this.random, this.draws) = (random, draws);
        for (int i = 0; i < 3; i++)
        {
            lines.Add(Fresh());
        }
    }

    /// <summary>Whether the text ends in the middle of a word.</summary>
    public bool IsHalfTyped => cut >= 0;

    public string Text()
    {
        string text = Start + string.Join("\n", lines) + "\n}\n";
        return cut < 0 ? text : text[..Math.Min(cut, text.Length)];
    }

    public void Edit()
    {
        cut = -1;
        int at = random.Next(lines.Count);
        switch (random.Next(11))
        {
            case 0 or 1:
                lines.Insert(at, Fresh());
                break;
            case 2 when lines.Count > 2:
                lines.RemoveAt(at);
                break;
            case 3:
                // A duplicate, which no compiler accepts; a later edit may remove either.
                lines.Add(lines[at]);
                break;
            case 4:
                lines[at] = lines[at].Replace("logits", random.Next(2) == 0 ? "@logits" : "logitz", StringComparison.Ordinal);
                break;
            case 5:
                lines.Insert(at, Mistakes[random.Next(Mistakes.Count)]);
                break;
            case 6:
                lines.Insert(at, Twins[random.Next(Twins.Length)]);
                break;
            case 7:
                lines.Insert(at, string.Format(CultureInfo.InvariantCulture, Types[random.Next(Types.Length)], "N" + number++) + " { " + Fresh() + " }");
                break;
            case 8:
                // A character inside a declaration is lost, or typed twice.
                int place = random.Next(lines[at].Length);
                lines[at] = random.Next(2) == 0 ? lines[at].Remove(place, 1) : lines[at].Insert(place, lines[at][place].ToString());
                break;
            case 9:
                lines[at] = "// " + lines[at];
                break;
            default:
                cut = Start.Length + random.Next(Math.Max(Text().Length - Start.Length, 1));
                break;
        }
    }

    /// <summary>The whole text, with something that becomes a kernel.</summary>
    public void Finish()
    {
        cut = -1;
        lines.Insert(0, "[CrossEntropy(3)] public static partial float Last(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");
        lines.Insert(0, "[CrossEntropy(4)] public static partial float Least(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");
    }

    private string Fresh() => draws.Next("M" + (number++).ToString(CultureInfo.InvariantCulture));
}
