using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using LossGen.Generators.Losses;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;

namespace LossGen.Generators.Tests.Declarations;

using KernelRole = LossGen.Generators.Specs.KernelRole;

/// <summary>
/// Draws declarations from the tables of the compiler and the properties of the attributes, so that a new loss, role or option is drawn
/// as soon as it exists. Most draws fit together; the others must be explained.
/// </summary>
internal sealed class RandomDeclaration(Random random)
{
    private static readonly int[] ClassCounts = [1, 2, 3, 5, 8, 10, 16, 17, 24, 31, 33, 64, 65, 100, 257, 1000];

    private static readonly string[] Indices = ["int", "long", "short", "byte", "sbyte", "ushort", "uint"];

    /// <summary>What the numbers of a kernel that computes in float can be in memory.</summary>
    private static readonly string[][] Storages = [["Half"], ["LossGen.Numerics.BFloat16"], ["float", "Half", "LossGen.Numerics.BFloat16"]];

    private static readonly double[] Numbers = [0, 0.1, 0.25, 0.5, 0.9, 1, 1.5, 2, 3, 4, 30];

    /// <summary>The formulas that custom losses are drawn with.</summary>
    public const string Formulas = """
        [LossFormula] static double Hit(LossRow row) => row.NegLogP(row.Target) + 0.5 * row.Q(row.Target) * row.Q(row.Target);
        [LossFormula] static double Spread(LossRow row) => row.Sum(k => row.Label(k) * row.NegLogP(k) + Math.Abs(row.P(k) - row.Label(k)));
        [LossFormula] static double Alone(LossRow row) => row.Sum(k => row.P(k) * Math.Log(row.P(k))) + 1.0 / row.Classes;
        [LossFormula] static double Sharp(LossRow row) => row.Sum(k => Math.Pow(row.P(k), 3)) + 0.1 * row.Max(k => row.Logit(k));
        [LossFormula] static double Yes(BinaryRow row) => Math.Pow(row.Q, 2) * row.Label * row.NegLogP + (1 - row.Label) * row.NegLogQ;

        """;

    /// <summary>An attribute and a method, on one line.</summary>
    public string Next(string method)
    {
        var loss = Any(LossFormulas.All);
        int? classes = random.Next(6) == 0 && TakesCountAtRunTime(loss) ? null : Any(ClassCounts);
        string element = random.Next(4) == 0 ? "double" : "float";
        var options = Options(loss, classes).ToList();
        bool strided = options.Remove("Layout = LossGen.Layout.ClassStride");
        string[] formula = loss is CustomFormula { IsBinary: var isBinary } ? [isBinary ? "nameof(Yes)" : Any(["nameof(Hit)", "nameof(Spread)", "nameof(Alone)", "nameof(Sharp)"])] : [];
        string[] arguments = loss is CustomFormula { IsBinary: true } ? [.. formula, .. classes is { } labels ? [labels.ToString(CultureInfo.InvariantCulture)] : (string[])[], .. options] : [.. classes is { } count ? [count.ToString(CultureInfo.InvariantCulture)] : (string[])[], .. formula, .. options, .. strided ? ["Layout = LossGen.Layout.ClassStride"] : (string[])[]];
        var parameters = Parameters(loss, element, classes is null, strided);
        string result = loss.Output is not null || random.Next(6) == 0 ? "void" : random.Next(3) == 0 ? "double" : element;
        return $"[{loss.Name}({string.Join(", ", arguments)})] public static partial {result} {method}({string.Join(", ", parameters)});";
    }

    private static Type AttributeOf(LossFormula loss) => typeof(CrossEntropyAttribute).Assembly.GetType(loss.MetadataName, throwOnError: true)!;

    private static bool TakesCountAtRunTime(LossFormula loss) =>
        AttributeOf(loss).GetConstructors().Any(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != typeof(int)));

    private IEnumerable<string> Options(LossFormula loss, int? classes)
    {
        var properties = AttributeOf(loss).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);
        foreach (var property in properties.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (random.Next(9) == 0)
            {
                yield return property.Name + " = " + Value(property.PropertyType, classes ?? 3);
            }
        }
    }

    private string Value(Type type, int classes) =>
        type == typeof(bool) ? "true"
        : type == typeof(long) ? Any(["-100", "0", "1", "255"])
        : type == typeof(double[]) ? "new double[] { " + string.Join(", ", Enumerable.Range(0, classes).Select(_ => Any(["0", "0.5", "1", "2.25"]))) + " }"
        : type == typeof(int) ? Any(["0", "1", "2", "3", "4"])
        : type.IsEnum ? "LossGen." + type.Name + "." + Any(Enum.GetNames(type))
        : Any(Numbers).ToString(CultureInfo.InvariantCulture);

    private List<string> Parameters(LossFormula loss, string element, bool atRunTime, bool strided)
    {
        var parameters = new List<string>();
        bool dense = random.Next(8) == 0;
        bool linear = random.Next(5) == 0;

        string[] storage = element == "float" && random.Next(3) == 0 ? Any(Storages) : [element];
        foreach (var role in RoleTable.Roles.Where(role => loss.Has(role.Role) || IsForm(role.Role)).Where(role => linear || !LinearSource.Roles.Contains(role.Role)))
        {
            bool needed = (linear ? role.Role is KernelRole.Features or KernelRole.Weights : role.Role is KernelRole.Logits)
                || role.Role == loss.Output
                || (role.Role == KernelRole.Targets && loss.Targets != TargetKinds.None)
                || loss.Roles.Any(use => use.Role == role.Role && use.IsRequired)
                || (role.Role == KernelRole.Classes && atRunTime)
                || (role.Role == KernelRole.Inner && strided);
            if (needed || (!IsForm(role.Role) && (dense || random.Next(4) == 0)))
            {
                parameters.Add(Parameter(loss, linear ? role.InLinear : role, element, (role.Extent == BufferExtent.ClassPairs || LinearSource.Sums.Contains(role.Role)) && random.Next(20) > 0 ? element : Any(storage)));
            }
        }

        return [.. parameters.OrderBy(_ => random.Next())];
    }

    private static bool IsForm(KernelRole role) => role is KernelRole.Classes or KernelRole.Inner;

    private string Parameter(LossFormula loss, RoleInfo role, string element, string storage) => role.Role switch
    {
        KernelRole.Correct => "out int correct",
        KernelRole.Scale => (random.Next(2) == 0 ? "double" : element) + " scale",
        KernelRole.Classes or KernelRole.Inner or KernelRole.RowStride => "int " + role.Name,
        KernelRole.Targets => $"ReadOnlySpan<{Target(loss, storage)}> targets",
        KernelRole.Predictions => "Span<int> predictions",
        _ when role.Extent == BufferExtent.Number => element + " " + role.Name,
        _ when role.Extent == BufferExtent.RowOfClasses && random.Next(6) == 0 => storage + "[,] " + role.Name,
        _ => $"{(role.IsWritten ? "Span" : "ReadOnlySpan")}<{storage}> {role.Name}",
    };

    private string Target(LossFormula loss, string element) => Any(
    [
        .. loss.Targets.HasFlag(TargetKinds.Indices) ? Indices : [],
        .. loss.Targets.HasFlag(TargetKinds.Numbers) ? Enumerable.Repeat(element, 4) : [],
        .. loss.Targets.HasFlag(TargetKinds.Labels) ? (string[])[element, "bool", "byte", "ulong"] : [],
    ]);

    private T Any<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
