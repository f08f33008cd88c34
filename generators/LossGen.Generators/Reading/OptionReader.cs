using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>Reads the attribute: the class count and the options.</summary>
internal static class OptionReader
{
    /// <summary>Values that mean "off" of options that kernels do not have yet.</summary>
    private static readonly Dictionary<string, object> NotSupported = new(System.StringComparer.Ordinal)
    {
        ["Temperature"] = 1.0,
        ["Softcap"] = 0.0,
        ["ZLoss"] = 0.0,
        ["InvalidTarget"] = 0,
        ["Layout"] = 0,
        ["Parallel"] = false,
    };

    public static int ReadClasses(AttributeData attribute, List<Problem> problems, CancellationToken token)
    {
        if (attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: int classes }])
        {
            if (classes < 1)
            {
                problems.Add(new Problem(RuleIds.ClassCount, ArgumentPlace(attribute, null, token), classes));
            }

            return classes;
        }

        // Without arguments the count comes at run time. An argument that does not compile is the compiler's to report.
        if (attribute.AttributeConstructor is { Parameters.Length: 0 })
        {
            problems.Add(new Problem(RuleIds.NotSupportedYet, Place(attribute, token), "A class count that is known only at run time"));
        }
        else
        {
            problems.Add(new Problem(RuleIds.ClassCount, Place(attribute, token), "?"));
        }

        return 1;
    }

    public static KernelOptions ReadOptions(AttributeData attribute, IReadOnlyList<KernelParameter> parameters, List<Problem> problems, CancellationToken token)
    {
        double smoothing = 0;
        long? ignoreIndex = null;
        int reduction = 0;
        int emptyMean = 0;
        foreach (var pair in attribute.NamedArguments)
        {
            string name = pair.Key;
            object? value = pair.Value.Kind == TypedConstantKind.Array ? "array" : pair.Value.Value;
            switch (name, value)
            {
                case ("LabelSmoothing", double number):
                    smoothing = number;
                    if (!(number >= 0 && number <= 1))
                    {
                        Report(RuleIds.OptionRange, name, Text(number), "must be from 0 to 1");
                    }

                    break;
                case ("IgnoreIndex", long index):
                    ignoreIndex = index;
                    CheckIgnoreIndex(index);
                    break;
                case ("Reduction", int number):
                    reduction = number;
                    CheckEnum(name, number, 1);
                    break;
                case ("EmptyMean", int number):
                    emptyMean = number;
                    CheckEnum(name, number, 1);
                    break;
                case ("Hessian", _):
                    break;
                case ("ClassWeights", "array"):
                    problems.Add(new Problem(RuleIds.NotSupportedYet, ArgumentPlace(attribute, name, token), "The option 'ClassWeights' (pass a span 'classWeights' instead)"));
                    break;
                default:
                    if (NotSupported.TryGetValue(name, out object? off) && value is not null && !value.Equals(off))
                    {
                        problems.Add(new Problem(RuleIds.NotSupportedYet, ArgumentPlace(attribute, name, token), "The option '" + name + "'"));
                    }

                    break;
            }
        }

        return new KernelOptions((Reduction)reduction, (EmptyMean)emptyMean, smoothing, ignoreIndex);

        void Report(string id, string option, string value, string rule) => problems.Add(new Problem(id, ArgumentPlace(attribute, option, token), option, value, rule));

        void CheckEnum(string option, int number, int last)
        {
            if (number < 0 || number > last)
            {
                Report(RuleIds.OptionRange, option, Text(number), "is not one of the enum's values");
            }
        }

        void CheckIgnoreIndex(long index)
        {
            if (parameters.FirstOrDefault(parameter => parameter.Role == KernelRole.Targets) is not { } targets)
            {
                return;
            }

            if (targets.Item is "float" or "double")
            {
                problems.Add(new Problem(RuleIds.ImpossibleCombination, ArgumentPlace(attribute, "IgnoreIndex", token), "'IgnoreIndex' needs class indices, and '" + targets.Name + "' holds probabilities"));
                return;
            }

            (long low, long high) = RangeOf(targets.Item);
            if (index < low || index > high)
            {
                Report(RuleIds.OptionRange, "IgnoreIndex", Text(index), $"can never occur: '{targets.Name}' holds {targets.Item}, and indices are compared as int");
            }
        }
    }

    /// <summary>The values of an index type that a 32-bit lane can hold.</summary>
    private static (long Low, long High) RangeOf(string type) => type switch
    {
        "byte" => (byte.MinValue, byte.MaxValue),
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" => (ushort.MinValue, ushort.MaxValue),
        "uint" => (0, int.MaxValue),
        _ => (int.MinValue, int.MaxValue),
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static Location Place(AttributeData attribute, CancellationToken token) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? Location.None;

    /// <summary>The place of an option, or of the first argument; the whole attribute where it is not written.</summary>
    private static Location ArgumentPlace(AttributeData attribute, string? option, CancellationToken token)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(token) is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        var argument = syntax.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == option);
        return (argument ?? (SyntaxNode)syntax).GetLocation();
    }
}
