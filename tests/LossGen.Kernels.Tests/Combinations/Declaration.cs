using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Specs;

namespace LossGen.Kernels.Tests.Combinations;

// The runtime library has an enum of the same name.
using KernelRole = LossGen.Generators.Specs.KernelRole;

/// <summary>A row of choices as C#: the attributed method, and a method of one shape that calls it.</summary>
internal sealed class Declaration
{
    /// <summary>The formulas of the custom losses.</summary>
    public const string Formulas = """
            [LossFormula] static double Hit(LossRow row) => row.NegLogP(row.Target) + 0.5 * row.Q(row.Target) * row.Q(row.Target);
            [LossFormula] static double Spread(LossRow row) => row.Sum(k => row.Label(k) * row.NegLogP(k) + row.P(k) * row.P(k));
            [LossFormula] static double Yes(BinaryRow row) => row.Q * row.Q * row.Label * row.NegLogP + (1 - row.Label) * row.NegLogQ;

        """;

    private static readonly string[] CanBeLeftOut = ["sampleWeights", "classWeights", "logitBias", "mask", "gradient", "losses"];

    private readonly int[] row;
    private readonly List<(string Role, string Type, string Argument)> parameters = [];

    public Declaration(int[] row)
    {
        this.row = row;
        Loss = LossFormulas.Of(this["loss"].Split(':')[0]);
        Classes = this["classes"].Split(':')[0];
        Schedule = this["classes"].Contains(':', StringComparison.Ordinal) ? this["classes"].Split(':')[1] : null;
        AddParameters();
    }

    public LossFormula Loss { get; }

    /// <summary>The number of classes, or n= and the number that a call has.</summary>
    public string Classes { get; }

    public int Count => int.Parse(Classes.Replace("n=", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    public string? Schedule { get; }

    /// <summary>A span with a default value.</summary>
    public string? LeftOut { get; private set; }

    public bool IsStrided => this["layout"] == "ClassStride";

    public bool IsLinear => this["source"] != "logits";

    public bool IsParallel => this["parallel"] == "true";

    public string this[string factor] => Level(factor);

    /// <summary>An option that the attribute does not have: C# refuses it before the generator is asked.</summary>
    public bool LacksOption => Options().Any(option => typeof(CrossEntropyAttribute).Assembly.GetType(Loss.MetadataName)!.GetProperty(option.Split(' ')[0]) is null)
        || (AtRunTime && !TakesCountAtRunTime);

    private bool AtRunTime => Classes.StartsWith("n=", StringComparison.Ordinal);

    private bool TakesCountAtRunTime => typeof(CrossEntropyAttribute).Assembly.GetType(Loss.MetadataName)!.GetConstructors()
        .Any(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != typeof(int)));

    private string Element => Qualified(this["element"]);

    private string Arithmetic => this["element"] == "double" ? "double" : "float";

    private string Returns => this["returns"] is var level && level != "own" ? level : Loss.Output is null ? "double" : "void";

    /// <summary>The choices, without the ordinary ones.</summary>
    public override string ToString() => string.Join(" ", Choices.Factors.Select((factor, i) => (factor, level: row[i])).Where(choice => choice.level > 0 || choice.factor.Name == "loss")
        .Select(choice => choice.factor.Name + "=" + choice.factor.Levels[choice.level]));

    /// <param name="name">The class that holds them.</param>
    public string Source(string name)
    {
        string formula = this["loss"].Contains(':', StringComparison.Ordinal) ? $"nameof({this["loss"].Split(':')[1]})" : Loss.Name == "CustomBinaryLoss" ? "nameof(Yes)" : string.Empty;
        string count = AtRunTime ? string.Empty : Classes;
        string[] places = Loss.Name == "CustomBinaryLoss" ? [formula, count] : [count, formula];
        string attribute = string.Join(", ", places.Concat(Options()).Where(part => part.Length > 0));
        var ordered = parameters.OrderBy(parameter => parameter.Role == LeftOut).ToList();
        string call = $"Loss({string.Join(", ", ordered.Select(parameter => parameter.Argument))})";
        return $$"""
            public static partial class {{name}}
            {
            {{(formula.Length > 0 ? Formulas : string.Empty)}}    [{{Loss.Name}}({{attribute}})]
                public static partial {{Returns}} Loss({{string.Join(", ", ordered.Select(parameter => $"{parameter.Type} {parameter.Role}{(parameter.Role == LeftOut ? " = default" : string.Empty)}"))}});
                public static void Call(LossGen.Kernels.Tests.Combinations.CallArguments a) => {{(Returns == "void" ? call : "a.Returned = " + call)}};
            }

            """;
    }

    private static string Qualified(string element) => element switch
    {
        "Half" => "System.Half",
        "BFloat16" => "LossGen.Numerics.BFloat16",
        _ => element,
    };

    private string Level(string factor)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (Choices.Factors[i].Name == factor)
            {
                return Choices.Factors[i].Levels[row[i]];
            }
        }

        throw new ArgumentException(factor);
    }

    /// <summary>A loss has a gradient unless the row says otherwise, a function of the logits has none.</summary>
    private bool Has(string factor) => this[factor] == "own" ? Loss.Output is null : this[factor] != "-";

    private IEnumerable<string> Options()
    {
        string own = Loss.Name == "SimilarityCrossEntropy"
            ? Has("similarity") ? string.Empty : "Decay = " + (this["own"] == "ordinary" ? "0.25" : this["own"] == "first" ? "0.75" : "0")
            : Choices.OwnOptions(Loss.Name, this["own"], Classes);
        string[] options =
        [
            own,
            IsStrided ? "Layout = Layout.ClassStride" : string.Empty,
            IsParallel ? "Parallel = true" : string.Empty,
            this["reduction"] == "Sum" ? "Reduction = Reduction.Sum" : string.Empty,
            this["emptyMean"] == "Zero" ? "EmptyMean = EmptyMean.Zero" : string.Empty,
            this["invalidTarget"] == "Ignore" ? "InvalidTarget = InvalidTarget.Ignore" : string.Empty,
            this["hessian"] is "XGBoost" or "LightGBM" ? "Hessian = HessianConvention." + this["hessian"] : string.Empty,
            this["temperature"] != "1" ? "Temperature = " + this["temperature"] : string.Empty,
            Has("softcap") ? "Softcap = " + this["softcap"] : string.Empty,
            Has("zLoss") ? "ZLoss = " + this["zLoss"] : string.Empty,
            Has("labelSmoothing") ? "LabelSmoothing = " + this["labelSmoothing"] : string.Empty,
            Has("ignoreIndex") ? "IgnoreIndex = " + this["ignoreIndex"] : string.Empty,
            this["classWeights"] == "constants" ? $"ClassWeights = new double[] {{ {Choices.Constants(Classes)} }}" : string.Empty,
        ];
        return options.Where(option => option.Length > 0);
    }

    private void AddParameters()
    {
        if (IsLinear)
        {
            Span("features", Element);
            Span("weights", Element);
        }
        else
        {
            Matrix("logits", Element);
        }

        if (this["targets"] != "own" || Loss.Targets != TargetKinds.None)
        {
            string item = this["targets"] == "own" ? OwnTargets() : this["targets"] == "numbers" ? Element : this["targets"];
            if (item == Element || (item is "bool" or "byte" && Loss.Targets == TargetKinds.Labels))
            {
                Matrix("targets", item);
            }
            else
            {
                Span("targets", item);
            }
        }

        foreach (var use in Loss.Roles.Where(use => use.IsRequired))
        {
            Input(use.Role);
        }

        foreach (string role in Choices.Roles.Prepend("gradient").Where(Has))
        {
            Input(RoleTable.ByName(role)!.Role);
        }

        string written = this["written"] == "same" ? Element : Qualified(this["written"]);
        if (Has("hessian"))
        {
            Matrix("hessianDiagonal", written, isWritten: true);
        }

        if (this["classWeights"] == "span")
        {
            Span("classWeights", Element);
        }

        if (this["mask"] == "bool")
        {
            Matrix("mask", "bool");
        }
        else if (Has("mask"))
        {
            Span("mask", "ulong");
        }

        if (Has("scale"))
        {
            string type = this["scale"] == "double" ? "double" : Arithmetic;
            parameters.Add(("scale", type, $"({type})a.Scale"));
        }

        if (this["source"] == "linear+gradients")
        {
            Span("bias", Element);
            Span("weightsGradient", Arithmetic, isWritten: true);
            Span("biasGradient", Arithmetic, isWritten: true);
            Span("featuresGradient", written, isWritten: true);
        }

        if (AtRunTime)
        {
            parameters.Add(("classes", "int", "a.Classes"));
        }

        if (IsStrided)
        {
            parameters.Add(("inner", "int", "a.Inner"));
        }

        if (Loss.Output is { } output && parameters.All(parameter => parameter.Role != RoleTable.Of(output).Name))
        {
            Input(output);
        }

        // A kernel that returns nothing writes something.
        if (Returns == "void" && !parameters.Any(parameter => parameter.Type.StartsWith("Span", StringComparison.Ordinal) || parameter.Type.StartsWith("out", StringComparison.Ordinal) || RoleTable.ByName(parameter.Role) is { IsWritten: true }))
        {
            Span("losses", written, isWritten: true);
        }

        LeftOut = Has("optional") ? CanBeLeftOut.FirstOrDefault(role => parameters.Any(parameter => parameter.Role == role && parameter.Type.Contains("Span<", StringComparison.Ordinal))) : null;
    }

    private string OwnTargets() => Loss.Targets.HasFlag(TargetKinds.Indices) && this["loss"] != "CustomLoss:Spread" ? "int" : Element;

    private void Input(KernelRole role)
    {
        var info = RoleTable.Of(role);
        string written = this["written"] == "same" ? Element : Qualified(this["written"]);
        if (role == KernelRole.Correct)
        {
            parameters.Add(("correct", "out int", "out a.Correct"));
        }
        else if (role == KernelRole.Baseline)
        {
            parameters.Add((info.Name, Arithmetic, $"({Arithmetic})a.Number"));
        }
        else if (info.Extent == BufferExtent.RowOfClasses)
        {
            Matrix(info.Name, info.IsWritten ? written : Element, info.IsWritten);
        }
        else
        {
            Span(info.Name, role == KernelRole.Predictions ? "int" : info.Extent == BufferExtent.ClassPairs ? Arithmetic : info.IsWritten ? written : Element, info.IsWritten);
        }
    }

    private void Span(string role, string item, bool isWritten = false) =>
        parameters.Add((role, $"{(isWritten ? "Span" : "ReadOnlySpan")}<{item}>", $"a.Of<{item}>(\"{role}\")"));

    private void Matrix(string role, string item, bool isWritten = false)
    {
        if (this["view"] == "span")
        {
            Span(role, item, isWritten);
        }
        else
        {
            parameters.Add((role, item + "[,]", $"a.Matrix<{item}>(\"{role}\")"));
        }
    }
}
