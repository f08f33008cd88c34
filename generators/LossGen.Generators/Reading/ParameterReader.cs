using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;
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
        string element = ElementOf(method);
        foreach (var parameter in method.Parameters)
        {
            var place = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) as ParameterSyntax;
            if (place is null)
            {
                continue;
            }

            if (RoleOf(parameter) is not { } role)
            {
                string known = string.Join(", ", RoleTable.Roles.Where(info => loss.Has(info.Role)).Select(info => info.Name));
                problems.Add(new Problem(RuleIds.UnknownRole, place.Identifier.GetLocation(), parameter.Name, known));
            }
            else if (!loss.Has(role.Role))
            {
                string reason = loss.Output is null ? $"for {loss.Name}" : "here: there is no loss";
                string why = loss.WhyWithout(role.Role) is { } words ? ": " + words : string.Empty;
                problems.Add(new Problem(RuleIds.ImpossibleCombination, place.Identifier.GetLocation(), $"'{parameter.Name}' has no meaning {reason}{why}"));
            }
            else if (found.FirstOrDefault(earlier => earlier.Role == role.Role) is { } earlier)
            {
                problems.Add(new Problem(RuleIds.RepeatedRole, place.Identifier.GetLocation(), parameter.Name, earlier.Name, role.Name));
            }
            else if (ReadOne(parameter, place, role, loss.Targets, element, problems) is { } read)
            {
                found.Add(read with { IsOptional = OptionalSpans.Read(parameter, role, loss, found, place.Identifier.GetLocation(), problems) });
                if (read.Role == KernelRole.Targets && loss.Targets.HasFlag(TargetKinds.Indices))
                {
                    IndexRange.Check(read, classes, place.Identifier.GetLocation(), problems);
                }
            }
        }

        Require(KernelRole.Logits, $"global::System.ReadOnlySpan<{element}> logits");
        if (loss.Output is { } output)
        {
            Require(output, $"global::System.Span<{element}> {RoleTable.Of(output).Name}");
        }
        else if (loss.Targets != TargetKinds.None)
        {
            Require(KernelRole.Targets, $"global::System.ReadOnlySpan<{(loss.Targets.HasFlag(TargetKinds.Indices) ? "int" : element)}> targets");
        }

        foreach (var use in loss.Roles.Where(use => use.IsRequired))
        {
            Require(use.Role, $"global::System.ReadOnlySpan<{element}> {RoleTable.Of(use.Role).Name}");
        }

        if (!classes.IsConstant)
        {
            Require(KernelRole.Classes, "int classes");
        }

        if (options.Layout == Layout.ClassStride)
        {
            Require(KernelRole.Inner, "int inner");
        }

        return found;

        void Require(KernelRole role, string declaration)
        {
            bool declared = method.Parameters.Any(parameter => RoleOf(parameter)?.Role == role);
            if (!declared)
            {
                problems.Add(new Problem(RuleIds.MissingRole, syntax.Identifier.GetLocation(), method.Name, RoleTable.Of(role).Name, "the kernel cannot be computed without")
                {
                    MissingParameter = declaration,
                });
            }
        }
    }

    /// <summary>The role written in an attribute, or the one that the name means.</summary>
    private static RoleInfo? RoleOf(IParameterSymbol parameter)
    {
        var attribute = parameter.GetAttributes().FirstOrDefault(data => data.AttributeClass is { Name: "RoleAttribute", ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } });
        if (attribute?.ConstructorArguments is [{ Value: int role }])
        {
            return RoleTable.Roles.FirstOrDefault(info => (int)info.Role == role);
        }

        return RoleTable.ByName(parameter.Name);
    }

    /// <summary>The element type of the logits; float where it cannot be told.</summary>
    private static string ElementOf(IMethodSymbol method)
    {
        var logits = method.Parameters.FirstOrDefault(parameter => RoleOf(parameter)?.Role == KernelRole.Logits);
        return logits is not null && SpanOf(logits.Type).Item == "double" ? "double" : "float";
    }

    private static KernelParameter? ReadOne(IParameterSymbol parameter, ParameterSyntax place, RoleInfo role, TargetKinds targets, string element, List<Problem> problems)
    {
        var location = (place.Type ?? (SyntaxNode)place).GetLocation();
        if (role.Role == KernelRole.Correct)
        {
            if (parameter.RefKind == RefKind.Out && parameter.Type.SpecialType == SpecialType.System_Int32)
            {
                return new KernelParameter(role.Role, place.Identifier.Text, "int", IsWritten: true);
            }

            problems.Add(new Problem(RuleIds.RoleType, location, parameter.Name, "out int", TypeName(parameter.Type)));
            return null;
        }

        if (parameter.RefKind != RefKind.None)
        {
            problems.Add(new Problem(RuleIds.RoleType, location, parameter.Name, Expected(role, targets, element), parameter.RefKind.ToString().ToLowerInvariant() + " " + TypeName(parameter.Type)));
            return null;
        }

        if (role.Extent == BufferExtent.Number)
        {
            return ReadNumber(parameter, place, role, element, problems);
        }

        (string? item, bool isWritable) = SpanOf(parameter.Type);
        if (item is null)
        {
            problems.Add(new Problem(RuleIds.RoleType, location, parameter.Name, Expected(role, targets, element), TypeName(parameter.Type)));
            return null;
        }

        if (isWritable != role.IsWritten)
        {
            problems.Add(new Problem(RuleIds.RoleWritability, location, parameter.Name, role.IsWritten ? "written" : "only read", Expected(role, targets, item)));
            return null;
        }

        return CheckItem(parameter, location, role, targets, element, item, problems) ? new KernelParameter(role.Role, place.Identifier.Text, item, role.IsWritten) : null;
    }

    /// <summary>A number of the whole call: a count is an int, a factor has the elements' type or is a double.</summary>
    private static KernelParameter? ReadNumber(IParameterSymbol parameter, ParameterSyntax place, RoleInfo role, string element, List<Problem> problems)
    {
        string[] allowed = role.Role switch
        {
            KernelRole.Baseline => [element],
            KernelRole.Scale => element == "double" ? ["double"] : ["float", "double"],
            _ => ["int"],
        };
        string type = TypeName(parameter.Type);
        if (allowed.Contains(type, System.StringComparer.Ordinal))
        {
            return new KernelParameter(role.Role, place.Identifier.Text, type, IsWritten: false);
        }

        problems.Add(new Problem(RuleIds.RoleType, (place.Type ?? (SyntaxNode)place).GetLocation(), parameter.Name, string.Join(" or ", allowed), type));
        return null;
    }

    private static bool CheckItem(IParameterSymbol parameter, Location place, RoleInfo role, TargetKinds targets, string element, string item, List<Problem> problems)
    {
        bool isNumber = item is "float" or "double";
        bool fits = role.Role switch
        {
            KernelRole.Predictions => item == "int",
            KernelRole.Mask => item is "bool" or "ulong",
            KernelRole.Targets => FitsTargets(targets, element, item),
            _ => item == element,
        };
        if (fits)
        {
            return true;
        }

        problems.Add(isNumber && item != element && role.Role is not (KernelRole.Predictions or KernelRole.Mask)
            ? new Problem(RuleIds.MixedElementTypes, place, parameter.Name, item, element)
            : new Problem(RuleIds.RoleType, place, parameter.Name, Expected(role, targets, element), TypeName(parameter.Type)));
        return false;
    }

    private static bool FitsTargets(TargetKinds targets, string element, string item) =>
        (targets.HasFlag(TargetKinds.Indices) && IndexTypes.Contains(item, System.StringComparer.Ordinal))
        || (targets.HasFlag(TargetKinds.Numbers) && item == element)
        || (targets.HasFlag(TargetKinds.Labels) && (item == element || item is "bool" or "byte" or "ulong"));

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

    /// <summary>The elements of a span, as a C# keyword.</summary>
    private static (string? Item, bool IsWritable) SpanOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var item], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span)
        {
            return (null, false);
        }

        return (TypeName(item), span.Name == "Span");
    }

    private static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
