using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Recognises code that computes the naive value on purpose: to compare with it.</summary>
internal static class Experiments
{
    public static bool IsPartOfOne(IOperation site)
    {
        for (IOperation? operation = site.Parent; operation is not null and not IBlockOperation; operation = operation.Parent)
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: var method } when IsAssertion(method):
                case IVariableDeclaratorOperation { Symbol.Name: var name } when IsName(name):
                    return true;
            }
        }

        return false;
    }

    private static bool IsAssertion(IMethodSymbol method) =>
        method.ContainingType?.Name.EndsWith("Assert", StringComparison.Ordinal) == true
        || (method.Name.StartsWith("Should", StringComparison.Ordinal) && method.IsExtensionMethod);

    private static bool IsName(string name) =>
        name.StartsWith("expected", StringComparison.OrdinalIgnoreCase) || name.IndexOf("naive", StringComparison.OrdinalIgnoreCase) >= 0;
}
