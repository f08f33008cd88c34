using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>Finds out what each parameter stands for, and whether its type fits.</summary>
internal static class ParameterReader
{
    private static readonly string[] IndexTypes = ["int", "long", "short", "byte", "sbyte", "ushort", "uint"];

    public static IReadOnlyList<KernelParameter> Read(IMethodSymbol method, MethodDeclarationSyntax syntax, LossDeclaration loss, ClassCount classes, KernelOptions options, List<Problem> problems, CancellationToken token)
    {
        var found = new List<KernelParameter>();
        bool isLinear = IsLinear(method, loss);
        string source = SourceItem(method);
        string element = Storage.Arithmetic(source);
        var needed = Needed(method, loss, classes, options, element);
        var suggested = new List<KernelRole>();
        foreach (var parameter in method.Parameters)
        {
            var place = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) as ParameterSyntax;
            if (place is null)
            {
                continue;
            }

            if (DoesNotCompile(parameter.Type))
            {
                problems.Add(Problem.OfCompiler(place.GetLocation()));
                continue;
            }

            var named = RoleOf(parameter, loss);
            var free = FreeRoles(method, loss, parameter, element).Where(role => !suggested.Contains(role.Role)).ToList();
            if (named is null || IsNameOfAnother(parameter, named, loss, isLinear, element, free, needed))
            {
                var suggestion = RoleSuggestion.For(parameter.Name, free, [.. needed.Select(role => role.Role)]);
                problems.Add(new Problem(RuleIds.UnknownRole, place.Identifier.GetLocation(), parameter.Name, Advice(loss, suggestion, named))
                {
                    SuggestedRole = suggestion?.Role,
                });

                // A wrong name is one mistake: the role that it was meant for is not missing as well.
                if (suggestion is not null)
                {
                    suggested.Add(suggestion.Role);
                    needed.RemoveAll(role => role.Role == suggestion.Role);
                }

                continue;
            }

            var role = named;
            if (!loss.Has(role.Role))
            {
                string reason = loss.Output is null ? $"for {loss.Name}" : "here: there is no loss";
                string why = loss.WhyWithout(role.Role) is { } words ? ": " + words : string.Empty;
                problems.Add(new Problem(RuleIds.ImpossibleCombination, place.Identifier.GetLocation(), $"'{parameter.Name}' has no meaning {reason}{why}"));
            }
            else if (LinearSource.Roles.Contains(role.Role) && !isLinear)
            {
                string why = $"'{parameter.Name}' belongs to a linear layer, which needs 'features' and 'weights'";
                problems.Add(new Problem(RuleIds.ImpossibleCombination, place.Identifier.GetLocation(), why));
            }
            else if (found.FirstOrDefault(earlier => earlier.Role == role.Role) is { } earlier)
            {
                problems.Add(new Problem(RuleIds.RepeatedRole, place.Identifier.GetLocation(), parameter.Name, earlier.Name, role.Name));
            }
            else if (ReadOne(parameter, place, isLinear ? role.InLinear : role, loss.Targets, new Numbers(source), problems) is { } read)
            {
                if (read.View != BufferView.Span && options.Layout == Layout.ClassStride)
                {
                    string why = $"'{parameter.Name}' is a {read.View.ToString().ToLowerInvariant()} of rows × classes, and Layout.ClassStride has the classes of a row apart; pass a span";
                    problems.Add(new Problem(RuleIds.ImpossibleCombination, place.Identifier.GetLocation(), why));
                }

                found.Add(read with { IsOptional = OptionalSpans.Read(parameter, role, loss, found, place.Identifier.GetLocation(), problems) });
                if (read.Role == KernelRole.Targets && loss.Targets.HasFlag(TargetKinds.Indices))
                {
                    IndexRange.Check(read, classes, place.Identifier.GetLocation(), problems);
                }
            }
        }

        problems.AddRange(needed.Select(role => new Problem(RuleIds.MissingRole, syntax.Identifier.GetLocation(), method.Name, RoleTable.Of(role.Role).Name, "the kernel cannot be computed without")
        {
            MissingParameter = role.Declaration,
        }));
        return found;
    }

    /// <summary>The roles without which there is no kernel, and that no parameter has, each with the parameter to add.</summary>
    private static List<(KernelRole Role, string Declaration)> Needed(IMethodSymbol method, LossDeclaration loss, ClassCount classes, KernelOptions options, string element)
    {
        var sources = IsLinear(method, loss) ? (KernelRole[])[KernelRole.Features, KernelRole.Weights] : [KernelRole.Logits];
        var all = sources.Select(role => (Role: role, Declaration: $"global::System.ReadOnlySpan<{element}> {RoleTable.Of(role).Name}")).ToList();
        if (loss.Output is { } output)
        {
            all.Add((output, $"global::System.Span<{element}> {RoleTable.Of(output).Name}"));
        }
        else if (loss.Targets != TargetKinds.None)
        {
            all.Add((KernelRole.Targets, $"global::System.ReadOnlySpan<{(loss.Targets.HasFlag(TargetKinds.Indices) ? "int" : element)}> targets"));
        }

        all.AddRange(loss.Roles.Where(use => use.IsRequired).Select(use => (use.Role, $"global::System.ReadOnlySpan<{element}> {RoleTable.Of(use.Role).Name}")));
        if (!classes.IsConstant)
        {
            all.Add((KernelRole.Classes, "int classes"));
        }

        if (options.Layout == Layout.ClassStride)
        {
            all.Add((KernelRole.Inner, "int inner"));
        }

        all.RemoveAll(role => method.Parameters.Any(parameter => RoleOf(parameter, loss)?.Role == role.Role));
        return all;
    }

    /// <summary>The roles of the loss that no parameter has, and that a parameter of this type can have.</summary>
    private static IEnumerable<RoleInfo> FreeRoles(IMethodSymbol method, LossDeclaration loss, IParameterSymbol parameter, string element) =>
        RoleTable.Roles.Where(info =>
            loss.Has(info.Role)
            && method.Parameters.All(other => RoleOf(other, loss)?.Role != info.Role)
            && Fits(parameter, info, loss, element));

    private static bool Fits(IParameterSymbol parameter, RoleInfo info, LossDeclaration loss, string element) =>
        info.Role == KernelRole.Correct ? parameter.RefKind == RefKind.Out && parameter.Type.SpecialType == SpecialType.System_Int32
        : info.Extent == BufferExtent.Number ? NumberTypes(info.Role, element).Contains(TypeName(parameter.Type), System.StringComparer.Ordinal)
        : ElementsType.Of(parameter.Type) is { } elements && elements.Serves(info.IsWritten) && FitsItem(info, loss.Targets, new Numbers(element), elements.Item);

    /// <summary>Whether a name means a role that the type cannot have, where it can have one that the kernel lacks: scores called predictions.</summary>
    private static bool IsNameOfAnother(
        IParameterSymbol parameter,
        RoleInfo role,
        LossDeclaration loss,
        bool isLinear,
        string element,
        List<RoleInfo> free,
        List<(KernelRole Role, string Declaration)> needed) =>
        role.Name == parameter.Name
        && !(loss.Has(role.Role) && Fits(parameter, isLinear ? role.InLinear : role, loss, element))
        && free.Any(other => needed.Any(lacking => lacking.Role == other.Role));

    /// <summary>Whether the compiler has an error to report about a type.</summary>
    private static bool DoesNotCompile(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => DoesNotCompile(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(DoesNotCompile),
        _ => false,
    };

    /// <summary>Whether the logits are to be computed: one of the layer's two factors is there.</summary>
    private static bool IsLinear(IMethodSymbol method, LossDeclaration loss) =>
        method.Parameters.Any(parameter => RoleOf(parameter, loss)?.Role is KernelRole.Features or KernelRole.Weights);

    private static string Advice(LossDeclaration loss, RoleInfo? suggestion, RoleInfo? named) => suggestion is not null
        ? (named is null ? string.Empty : $"the name means {named.Name}, and this type cannot be that: ")
            + $"rename it to '{suggestion.Name}', or give it a [Role] attribute"
        : $"give it one of the names {string.Join(", ", RoleTable.Roles.Where(info => loss.Has(info.Role)).Select(info => info.Name))}, or a [Role] attribute";

    /// <summary>The role written in an attribute, or the one that the name means.</summary>
    private static RoleInfo? RoleOf(IParameterSymbol parameter, LossDeclaration? loss)
    {
        var attribute = parameter.GetAttributes().FirstOrDefault(data => data.AttributeClass is { Name: "RoleAttribute", ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } });
        if (attribute?.ConstructorArguments is [{ Value: int role }])
        {
            return RoleTable.Roles.FirstOrDefault(info => (int)info.Role == role);
        }

        // A name of the user's own formula is meant before one of ours.
        return loss?.Custom?.Parameters.FirstOrDefault(own => own.Name == parameter.Name) is { } custom ? RoleTable.Of(custom.Role) : RoleTable.ByName(parameter.Name);
    }

    /// <summary>Whether the targets are declared as probabilities.</summary>
    public static bool HasNumberTargets(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(parameter => RoleOf(parameter, null)?.Role == KernelRole.Targets) is { } targets && ElementsType.Of(targets.Type)?.Item is { } item && Storage.IsNumber(item);

    /// <summary>The element type of the logits or, where none has that name, of the first span of numbers; float where it cannot be told.</summary>
    private static string SourceItem(IMethodSymbol method)
    {
        var logits = method.Parameters.FirstOrDefault(parameter => RoleOf(parameter, null)?.Role == KernelRole.Logits);
        string? item = logits is null ? null : ElementsType.Of(logits.Type)?.Item ?? ItemOfSequence(logits.Type);
        return item is not null && Storage.IsNumber(item) ? item
            : method.Parameters.Select(parameter => ElementsType.Of(parameter.Type)?.Item)
                .FirstOrDefault(other => other is not null && Storage.IsNumber(other)) ?? "float";
    }

    private static KernelParameter? ReadOne(IParameterSymbol parameter, ParameterSyntax place, RoleInfo role, TargetKinds targets, Numbers numbers, List<Problem> problems)
    {
        var location = (place.Type ?? (SyntaxNode)place).GetLocation();
        if (role.Role == KernelRole.Correct)
        {
            if (parameter.RefKind == RefKind.Out && parameter.Type.SpecialType == SpecialType.System_Int32)
            {
                return new KernelParameter(role.Role, place.Identifier.Text, "int", IsWritten: true);
            }

            problems.Add(new Problem(RuleIds.RoleType, location, parameter.Name, "out int", TypeName(parameter.Type)) { SuggestedType = "out int" });
            return null;
        }

        var elements = ElementsType.Of(parameter.Type);
        string? suggested = SuggestedType(role, targets, numbers, elements?.Item ?? ItemOfSequence(parameter.Type));
        if (parameter.RefKind != RefKind.None)
        {
            string actual = parameter.RefKind.ToString().ToLowerInvariant() + " " + TypeName(parameter.Type);
            problems.Add(new Problem(RuleIds.RoleType, location, parameter.Name, Expected(role, targets, numbers.Arithmetic), actual) { SuggestedType = suggested });
            return null;
        }

        if (role.Extent == BufferExtent.Number)
        {
            return ReadNumber(parameter, place, role, numbers.Arithmetic, problems);
        }

        if (elements is null || (elements.View != BufferView.Span && !HasClassesInRows(role, targets, elements.Item)))
        {
            problems.Add(new Problem(RuleIds.RoleType, location, parameter.Name, Expected(role, targets, numbers.Arithmetic), TypeName(parameter.Type)) { SuggestedType = suggested });
            return null;
        }

        string item = elements.Item;
        if (!elements.Serves(role.IsWritten))
        {
            // The same kind of type, with the other access.
            bool isTensor = elements.View == BufferView.Tensor;
            string expected = isTensor ? $"{(role.IsWritten ? "TensorSpan" : "ReadOnlyTensorSpan")}<{item}>" : Expected(role, targets, item);
            problems.Add(new Problem(RuleIds.RoleWritability, location, parameter.Name, role.IsWritten ? "written" : "only read", expected)
            {
                SuggestedType = isTensor ? "global::System.Numerics.Tensors." + expected : suggested,
            });
            return null;
        }

        return CheckItem(parameter, location, role, targets, numbers, item, problems)
            ? new KernelParameter(role.Role, place.Identifier.Text, item, role.IsWritten) { View = elements.View, Twin = StorageReader.TwinOf(parameter.Type) }
            : null;
    }

    /// <summary>A number of the whole call: a count is an int, a factor has the elements' type or is a double.</summary>
    private static KernelParameter? ReadNumber(IParameterSymbol parameter, ParameterSyntax place, RoleInfo role, string element, List<Problem> problems)
    {
        string[] allowed = NumberTypes(role.Role, element);
        string type = TypeName(parameter.Type);
        if (allowed.Contains(type, System.StringComparer.Ordinal))
        {
            return new KernelParameter(role.Role, place.Identifier.Text, type, IsWritten: false);
        }

        problems.Add(new Problem(RuleIds.RoleType, (place.Type ?? (SyntaxNode)place).GetLocation(), parameter.Name, string.Join(" or ", allowed), type) { SuggestedType = allowed[0] });
        return null;
    }

    private static string[] NumberTypes(KernelRole role, string element) => role switch
    {
        _ when CustomRoles.Is(role) => element == "double" ? ["double"] : ["float", "double"],
        KernelRole.Baseline => [element],
        KernelRole.Scale => element == "double" ? ["double"] : ["float", "double"],
        _ => ["int"],
    };

    private static bool CheckItem(IParameterSymbol parameter, Location place, RoleInfo role, TargetKinds targets, Numbers numbers, string item, List<Problem> problems)
    {
        if (FitsItem(role, targets, numbers, item))
        {
            return true;
        }

        problems.Add(Storage.IsNumber(item) && Storage.Arithmetic(item) != numbers.Arithmetic && role.Role is not (KernelRole.Predictions or KernelRole.Mask)
            ? new Problem(RuleIds.MixedElementTypes, place, parameter.Name, item, numbers.Source) { SuggestedType = SuggestedType(role, targets, numbers, item) }
            : new Problem(RuleIds.RoleType, place, parameter.Name, Expected(role, targets, numbers.Arithmetic), TypeName(parameter.Type)) { SuggestedType = SuggestedType(role, targets, numbers, item) });
        return false;
    }

    private static bool FitsItem(RoleInfo role, TargetKinds targets, Numbers numbers, string item) => role.Role switch
    {
        KernelRole.Predictions => item == "int",
        KernelRole.Mask => item is "bool" or "ulong",
        KernelRole.Targets => FitsTargets(targets, numbers, item),
        _ when role.Extent == BufferExtent.ClassPairs || LinearSource.Sums.Contains(role.Role) => item == numbers.Arithmetic,
        _ => numbers.Fit(item),
    };

    private static bool FitsTargets(TargetKinds targets, Numbers numbers, string item) =>
        (targets.HasFlag(TargetKinds.Indices) && IndexTypes.Contains(item, System.StringComparer.Ordinal))
        || (targets.HasFlag(TargetKinds.Numbers) && numbers.Fit(item))
        || (targets.HasFlag(TargetKinds.Labels) && (numbers.Fit(item) || item is "bool" or "byte" or "ulong"));

    private static string Expected(RoleInfo role, TargetKinds targets, string element)
    {
        string span = (role.IsWritten ? "Span<" : "ReadOnlySpan<") + (role.Role == KernelRole.Predictions ? "int" : element) + ">";
        return role.Role == KernelRole.Mask ? "ReadOnlySpan of bool or ulong"
            : role.Role != KernelRole.Targets ? span
            : targets == TargetKinds.Labels ? "ReadOnlySpan of bool, byte, ulong or " + element
            : targets == TargetKinds.Indices ? "ReadOnlySpan of an integer type"
            : targets == TargetKinds.Numbers ? span
            : "ReadOnlySpan of an integer type or " + span;
    }

    /// <summary>The type that a fix may write: a span of the parameter's own elements or, where only one type will do, of that one.</summary>
    private static string? SuggestedType(RoleInfo role, TargetKinds targets, Numbers numbers, string? item)
    {
        string? elements = item is not null && FitsItem(role, targets, numbers, item) ? item
            : role.Role == KernelRole.Predictions ? "int"
            : role.Role == KernelRole.Targets && item is not null && Storage.IsNumber(item) && targets != TargetKinds.Indices ? numbers.Source
            : role.Role == KernelRole.Mask || (role.Role == KernelRole.Targets && targets != TargetKinds.Numbers) ? null
            : FitsItem(role, targets, numbers, numbers.Source) ? numbers.Source
            : numbers.Arithmetic;
        return elements is null ? null : $"global::System.{(role.IsWritten ? "Span" : "ReadOnlySpan")}<{StorageReader.Qualified(elements)}>";
    }

    /// <summary>The elements of what one first writes in the place of a span: arrays, a list, memory, a pointer, one number.</summary>
    private static string? ItemOfSequence(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol inner } => ItemOfSequence(inner),
        IArrayTypeSymbol { ElementType: var item } => StorageReader.ItemOf(item),
        IPointerTypeSymbol { PointedAtType: var item } => StorageReader.ItemOf(item),
        { SpecialType: not SpecialType.None } => StorageReader.ItemOf(type),
        INamedTypeSymbol { TypeArguments: [var item], ContainingNamespace.Name: "System" or "Generic" } => StorageReader.ItemOf(item),
        _ => null,
    };

    /// <summary>Whether a role holds one element per row and class, so that it can be a matrix or a tensor.</summary>
    private static bool HasClassesInRows(RoleInfo role, TargetKinds targets, string item) => role.Role switch
    {
        KernelRole.Targets => Storage.IsNumber(item) || (targets == TargetKinds.Labels && item is "bool" or "byte"),
        KernelRole.Mask => item == "bool",
        _ => role.Extent == BufferExtent.RowOfClasses,
    };

    private static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>What a kernel's numbers may be in memory: narrower than what it computes in.</summary>
    private readonly record struct Numbers(string Source)
    {
        public string Arithmetic => Storage.Arithmetic(Source);

        public bool Fit(string item) => item == Arithmetic || (Arithmetic == "float" && Storage.IsNarrow(item));
    }
}
