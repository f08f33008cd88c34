using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Formulas;

/// <summary>Finds the method that an attribute names, in the kernel's type or one around it.</summary>
internal static class FormulaFinder
{
    public static IMethodSymbol Find(IMethodSymbol kernel, string name, bool isBinary, Location place)
    {
        for (var type = kernel.ContainingType; type is not null; type = type.ContainingType)
        {
            var named = type.GetMembers(name).OfType<IMethodSymbol>().Where(IsFormula).ToList();
            if (named.Count > 1)
            {
                string both = string.Join(
                    " and ",
                    named.Select(method => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat))
                );
                throw new FormulaProblem(
                    new Problem(RuleIds.FormulaNotFound, place, name, $"names two formulas, {both}; rename one of them")
                );
            }

            if (named.Count == 1)
            {
                Check(named[0], isBinary, place);
                return named[0];
            }
        }

        bool lacksAttribute = kernel.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any();
        throw new FormulaProblem(
            new Problem(
                RuleIds.FormulaNotFound,
                place,
                name,
                lacksAttribute
                    ? "is a method without [LossFormula]; add the attribute"
                    : "is no formula of this type or a type around it; declare a static method with [LossFormula] there"
            )
        );
    }

    public static bool IsFormula(IMethodSymbol method) =>
        method
            .GetAttributes()
            .Any(data =>
                data.AttributeClass
                    is {
                        Name: "LossFormulaAttribute",
                        ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true }
                    }
            );

    private static void Check(IMethodSymbol formula, bool isBinary, Location place)
    {
        string row = isBinary ? "BinaryRow" : "LossRow";
        string? wrong =
            !formula.IsStatic ? "is not static"
            : formula.IsGenericMethod ? "is generic"
            : formula.ReturnType.SpecialType != SpecialType.System_Double ? "does not return double"
            : formula.Parameters.Length == 0 || !IsRow(formula.Parameters[0].Type, row) ? $"does not take a {row} first"
            : formula.Parameters.Skip(1).FirstOrDefault(parameter => !IsInput(parameter)) is { } odd
                ? $"has a parameter '{odd.Name}' that is neither a double nor a Func<int, double>"
            : null;
        if (wrong is not null)
        {
            throw new FormulaProblem(
                new Problem(
                    RuleIds.FormulaSignature,
                    formula.Locations.FirstOrDefault(location => location.IsInSource) ?? place,
                    formula.Name,
                    wrong,
                    row
                )
            );
        }
    }

    private static bool IsRow(ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsInput(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None
        && (
            parameter.Type.SpecialType == SpecialType.System_Double
            || parameter.Type
                is INamedTypeSymbol
                {
                    Name: "Func",
                    TypeArguments: [{ SpecialType: SpecialType.System_Int32 }, { SpecialType: SpecialType.System_Double }]
                }
        );
}
