using System.Linq;

namespace LossGen.Generators.Specs;

internal enum ElementType
{
    Float,
    Double,
}

internal enum ReturnKind
{
    Void,
    Float,
    Double,
}

/// <summary>Everything the compiler needs to know about one attributed method.</summary>
/// <param name="Method">Containing types and signature, as text.</param>
/// <param name="Loss">Which formula, and what must be known of it.</param>
/// <param name="Classes">Logits per row.</param>
/// <param name="Element">The type of the arithmetic; numbers in memory may be narrower.</param>
/// <param name="Parameters">The parameters and what each stands for.</param>
/// <param name="Returns">What the method returns: nothing, or the reduced loss.</param>
/// <param name="Options">The attribute's options.</param>
internal sealed record KernelSpec(
    MethodShape Method,
    LossTraits Loss,
    ClassCount Classes,
    ElementType Element,
    EquatableArray<KernelParameter> Parameters,
    ReturnKind Returns,
    KernelOptions Options)
{
    /// <summary>In a variant: the roles of the parameters with a default value that are absent.</summary>
    public EquatableArray<string> Absent { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether anything is written or returned; not in a variant all of whose outputs are absent.</summary>
    public bool HasResults => Returns != ReturnKind.Void || Parameters.Any(parameter => parameter.IsWritten);

    /// <summary>Whether a mean is returned; a method that returns nothing works with the sum.</summary>
    public bool IsMean => Returns != ReturnKind.Void && Options.Reduction == Reduction.Mean;

    public bool HasIndexTargets => HasLoss && !Loss.IsBinary && Parameter(KernelRole.Targets) is { } targets && !Storage.IsNumber(targets.Item);

    /// <summary>Whether the targets are numbers, one per class.</summary>
    public bool HasNumberTargets => Parameter(KernelRole.Targets) is { } targets && Storage.IsNumber(targets.Item);

    public KernelParameter? Parameter(KernelRole role)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Role == role)
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Whether there is a loss, and not just a function of the logits.</summary>
    public bool HasLoss => Loss.IsLoss;

    /// <summary>Whether classes have weights, as a span or as constants.</summary>
    public bool HasClassWeights => Gives(KernelRole.ClassWeights);

    /// <summary>Whether the classes of a row are <c>inner</c> elements apart.</summary>
    public bool IsStrided => Options.Layout == Layout.ClassStride;

    /// <summary>Whether the logits are computed from features and weights.</summary>
    public bool IsLinear => LinearSource.IsIn(this);

    /// <summary>The type of the elements that a reference with a role's name refers to; what is no parameter's is the kernel's own.</summary>
    public string ItemOf(string buffer)
    {
        foreach (var parameter in Parameters)
        {
            if (RoleTable.Of(parameter.Role).Name == buffer)
            {
                return parameter.Item;
            }
        }

        return Storage.Of(Element);
    }

    /// <summary>Whether derivatives are multiplied by a number of the call: the mean's share, the caller's scale.</summary>
    public bool ScalesGradient => (IsMean || Has(KernelRole.Scale)) && (LinearSource.NeedsGradient(this) || Has(KernelRole.HessianDiagonal));

    public bool Has(KernelRole role) => Parameter(role) is not null;

    /// <summary>Whether a role is given by a parameter or by constants.</summary>
    public bool Gives(KernelRole role) => Has(role) || Options.ConstantsOf(role).Count > 0;
}

/// <summary>One parameter of a kernel.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Name">Its name in the user's code.</param>
/// <param name="Item">Its elements' type, as a C# keyword or by its name.</param>
/// <param name="IsWritten">Whether the kernel writes it.</param>
internal sealed record KernelParameter(KernelRole Role, string Name, string Item, bool IsWritten)
{
    /// <summary>Whether an empty span stands for no parameter at all.</summary>
    public bool IsOptional { get; init; }

    /// <summary>In what the user's method gets it.</summary>
    public BufferView View { get; init; }

    /// <summary>The user's type with the same bits, where it is another one than <see cref="Item"/>.</summary>
    public string? Twin { get; init; }
}

/// <summary>The options of the attribute.</summary>
internal sealed record KernelOptions
{
    public Reduction Reduction { get; init; }

    public EmptyMean EmptyMean { get; init; }

    public InvalidTarget InvalidTarget { get; init; }

    public HessianConvention Hessian { get; init; }

    public Layout Layout { get; init; }

    public bool Parallel { get; init; }

    public double Temperature { get; init; } = 1;

    public double Softcap { get; init; }

    public double ZLoss { get; init; }

    public double LabelSmoothing { get; init; }

    public long? IgnoreIndex { get; init; }

    /// <summary>The options that only some losses have, as written.</summary>
    public EquatableArray<OptionValue> Others { get; init; }

    /// <summary>Constants in the place of parameters.</summary>
    public EquatableArray<RoleConstants> Constants { get; init; }

    public double this[LossOption option] => Others.FirstOrDefault(other => other.Name == option.Name)?.Value ?? option.Default;

    public bool IsWritten(LossOption option) => Others.Any(other => other.Name == option.Name);

    /// <summary>One constant per class; empty where there are none.</summary>
    public EquatableArray<double> ConstantsOf(KernelRole role) => Constants.FirstOrDefault(constants => constants.Role == role)?.Values ?? EquatableArray<double>.Empty;
}
