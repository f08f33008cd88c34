using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>Reads the attribute's options and checks each on its own.</summary>
internal sealed class OptionReader
{
    private static readonly LossOption ClassWeights = LossOption.PerClass("ClassWeights", KernelRole.ClassWeights, "must hold finite weights of 0 or greater", weight => weight >= 0);

    private readonly AttributeData attribute;
    private readonly LossDeclaration loss;
    private readonly ClassCount classes;
    private readonly List<Problem> problems;
    private readonly CancellationToken token;

    private OptionReader(AttributeData attribute, LossDeclaration loss, ClassCount classes, List<Problem> problems, CancellationToken token)
    {
        this.attribute = attribute;
        this.loss = loss;
        this.classes = classes;
        this.problems = problems;
        this.token = token;
    }

    public static KernelOptions Read(AttributeData attribute, LossDeclaration loss, ClassCount classes, List<Problem> problems, CancellationToken token)
    {
        var reader = new OptionReader(attribute, loss, classes, problems, token);
        var options = new KernelOptions();
        foreach (var pair in attribute.NamedArguments)
        {
            options = reader.Apply(options, pair.Key, pair.Value);
        }

        if (attribute.NamedArguments.Count(pair => pair.Key is "Sum" or "Reduction") > 1)
        {
            problems.Add(new Problem(RuleIds.ImpossibleCombination, AttributePlaces.Option(attribute, "Sum", token), "'Sum' and 'Reduction' say the same thing; write one of them"));
        }

        return options;
    }

    private KernelOptions Apply(KernelOptions options, string name, TypedConstant constant)
    {
        if (constant.Kind == TypedConstantKind.Error)
        {
            return options;
        }

        object? value = constant.Kind == TypedConstantKind.Array ? null : constant.Value;
        return (name, value) switch
        {
            ("LabelSmoothing", double number) => options with { LabelSmoothing = InRange(name, number, number is >= 0 and <= 1, "must be from 0 to 1", 0) },
            ("Temperature", double number) => options with { Temperature = InRange(name, number, number > 0 && !double.IsInfinity(number), "must be greater than 0 and finite", 1) },
            ("Softcap", double number) => options with { Softcap = InRange(name, number, number >= 0 && !double.IsInfinity(number), "must be 0 (off) or greater, and finite", 0) },
            ("ZLoss", double number) => options with { ZLoss = InRange(name, number, number >= 0 && !double.IsInfinity(number), "must be 0 (off) or greater, and finite", 0) },
            ("IgnoreIndex", long index) => options with { IgnoreIndex = index },
            ("Reduction", int number) => options with { Reduction = (Reduction)Enum(name, number, 1) },
            ("Sum", bool sums) => options with { Reduction = sums ? Reduction.Sum : Reduction.Mean },
            ("EmptyMean", int number) => options with { EmptyMean = (EmptyMean)Enum(name, number, 1) },
            ("InvalidTarget", int number) => options with { InvalidTarget = (InvalidTarget)Enum(name, number, 1) },
            ("Hessian", int number) => options with { Hessian = (HessianConvention)Enum(name, number, 2) },
            ("ClassWeights", _) => PerClass(options, ClassWeights, constant),
            ("Layout", int number) => options with { Layout = (Layout)Enum(name, number, 1) },
            ("Parallel", bool isParallel) => options with { Parallel = isParallel },
            _ => loss.Options.FirstOrDefault(option => option.Name == name) is { } option ? ApplyOwn(options, option, constant) : options,
        };
    }

    /// <summary>An option that the loss itself declares.</summary>
    private KernelOptions ApplyOwn(KernelOptions options, LossOption option, TypedConstant constant)
    {
        if (option.Constants is not null)
        {
            return PerClass(options, option, constant);
        }

        if ((constant.Kind == TypedConstantKind.Array ? null : constant.Value) is not (double or int))
        {
            return options;
        }

        double value = constant.Value is int whole ? whole : (double)constant.Value!;
        value = InRange(option.Name, value, option.Allows(value), option.Rule, option.Default);
        return options with { Others = options.Others.Append(new OptionValue(option.Name, value)).ToEquatableArray() };
    }

    private double InRange(string name, double value, bool isInRange, string rule, double otherwise)
    {
        if (!isInRange)
        {
            Report(name, Text(value), rule);
        }

        return isInRange ? value : otherwise;
    }

    private int Enum(string name, int value, int last)
    {
        if (value < 0 || value > last)
        {
            Report(name, Text(value), "is not one of the enum's values");
        }

        return value;
    }

    private KernelOptions PerClass(KernelOptions options, LossOption option, TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array || constant.IsNull)
        {
            return options;
        }

        double[] values = [.. constant.Values.Select(item => item.Value is double value ? value : double.NaN)];
        if (classes.IsConstant && values.Length != classes.Value)
        {
            Report(option.Name, values.Length.ToString(CultureInfo.InvariantCulture) + " numbers long", "needs one number for each of the " + classes + " classes");
        }
        else if (values.Where(value => !option.Allows(value)).Select(value => (double?)value).FirstOrDefault() is { } wrong)
        {
            Report(option.Name, Text(wrong) + " at one place", option.Rule);
        }

        return options with { Constants = options.Constants.Append(new RoleConstants(option.Constants!.Value, values.ToEquatableArray())).ToEquatableArray() };
    }

    private void Report(string option, string value, string rule) =>
        problems.Add(new Problem(RuleIds.OptionRange, AttributePlaces.Option(attribute, option, token), option, value, rule));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
