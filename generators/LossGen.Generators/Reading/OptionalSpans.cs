using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>Spans with a default value: at run time, an empty one stands for no parameter at all.</summary>
internal static class OptionalSpans
{
    /// <summary>The most of them: each doubles the number of kernels that are written.</summary>
    private const int Most = 6;

    /// <summary>Whether a parameter may be absent, and a problem where it has a default value but cannot.</summary>
    public static bool Read(
        IParameterSymbol parameter,
        RoleInfo role,
        LossDeclaration loss,
        IReadOnlyList<KernelParameter> found,
        Location place,
        List<Problem> problems)
    {
        if (!parameter.IsOptional || role.Extent == BufferExtent.Number)
        {
            return false;
        }

        if (role.Role is KernelRole.Logits or KernelRole.Targets or KernelRole.Features or KernelRole.Weights || loss.Roles.Any(use => use.Role == role.Role && use.IsRequired))
        {
            problems.Add(Needed(parameter, loss, place));
            return false;
        }

        if (found.Count(earlier => earlier.IsOptional) == Most)
        {
            problems.Add(new Problem(RuleIds.ImpossibleCombination, place,
                $"'{parameter.Name}' is the span number {Most + 1} with a default value; each doubles the generated code, and {Most} are the most"));
            return false;
        }

        return true;
    }

    /// <summary>
    /// Finds the spans without which the loss would be refused: where it needs one of several, its declaration does not say so.
    /// </summary>
    public static void Check(IMethodSymbol method, LossDeclaration loss, KernelSpec spec, List<Problem> problems, CancellationToken token)
    {
        foreach (var optional in spec.Parameters.Where(parameter => parameter.IsOptional))
        {
            var without = spec with { Parameters = spec.Parameters.Where(parameter => parameter.Role != optional.Role).ToEquatableArray() };
            var symbol = method.Parameters.FirstOrDefault(parameter => parameter.Name == optional.Name.TrimStart('@'));
            if (symbol is not null && loss.Refuse(LinearSource.OfRows(without)).Any())
            {
                var place = (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) as ParameterSyntax)?.Identifier.GetLocation();
                problems.Add(Needed(symbol, loss, place ?? Location.None));
            }
        }
    }

    private static Problem Needed(IParameterSymbol parameter, LossDeclaration loss, Location place) => new(
        RuleIds.ImpossibleCombination,
        place,
        $"'{parameter.Name}' has a default value, but {loss.Name} cannot be computed without; leave the default out")
    {
        HasDefault = true,
    };
}
