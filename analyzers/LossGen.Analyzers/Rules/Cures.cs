using System.Linq;
using System.Text;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Writes the texts of cures.</summary>
internal static class Cures
{
    private const string LogSoftmax = "log_softmax";

    /// <summary>
    /// The site becomes a call: <c>StableMath.Softplus($0)</c>, <c>$0.softmax($1)</c>. The numbers stand for values that are written in the
    /// code; null where one of them is not, or would mean something else at the site.
    /// </summary>
    public static Cure? Call(Site site, string template, params Value[] parts)
    {
        if (!IsExpression(site))
        {
            return null;
        }

        var text = new StringBuilder();
        for (int at = 0; at < template.Length; at++)
        {
            bool hasMinus = template[at] == '-' && at + 1 < template.Length && template[at + 1] == '$';
            if (!hasMinus && template[at] != '$')
            {
                text.Append(template[at]);
                continue;
            }

            at += hasMinus ? 2 : 1;
            bool isReceiver = at + 1 < template.Length && template[at + 1] == '.';
            if (Written(parts[template[at] - '0'], site, hasMinus, isReceiver) is not { } written)
            {
                return null;
            }

            text.Append(written);
        }

        return Cure.Of(title: null, site.Operation, text.ToString());
    }

    // −(−x) is x; the inner minus is one that nobody wrote.
    private static string? Written(Value part, Site site, bool hasMinus, bool isReceiver)
    {
        bool isNegated = part.Origin is null && part.Is(Op.Neg);
        if (Parts.Of(isNegated ? part.Args[0] : part, site) is not { } written)
        {
            return null;
        }

        bool isSigned = hasMinus ^ isNegated;
        string text = isSigned ? "-" + Primary(written) : isReceiver ? Primary(written) : written.ToString();
        return isSigned && isReceiver ? "(" + text + ")" : text;
    }

    /// <summary>The same call of another function: its qualifier and its arguments stay, but for one that may be replaced.</summary>
    public static string? Renamed(IOperation? call, string function, SyntaxNode? argument = null, SyntaxNode? by = null) =>
        call?.Syntax is InvocationExpressionSyntax invocation && NameOf(invocation) is { } name
            ? invocation.ReplaceNodes(
                new[] { name, argument }.OfType<SyntaxNode>(), (old, _) => old == name ? SyntaxFactory.IdentifierName(function) : by!).ToString()
            : null;

    /// <summary>softmax(x, d) under its other name; the tensor's own function where the type of the first has none.</summary>
    public static string? LogSoftmaxOf(IOperation? softmax)
    {
        if (softmax is not IInvocationOperation { TargetMethod: { Name: "softmax" } method, Syntax: InvocationExpressionSyntax written })
        {
            return null;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = written.ArgumentList.Arguments;
        var others = method.ContainingType.GetMembers(LogSoftmax).OfType<IMethodSymbol>();
        return others.Any(other => other.Parameters.Length >= arguments.Count) ? Renamed(softmax, LogSoftmax)
            : !method.IsStatic || arguments.Count < 2 || arguments.Any(argument => argument.NameColon is not null) ? null
            : Primary(arguments[0].Expression) + "." + LogSoftmax + "(" + string.Join(", ", arguments.Skip(1)) + ")";
    }

    /// <summary>A loss gets the logarithm of a softmax that is called right there.</summary>
    public static Cure? LogSoftmaxInstead(IOperation? argument) =>
        argument is not null && Terms.Unwrapped(argument) is IInvocationOperation { TargetMethod.Name: "softmax" } softmax
            ? Cure.Of("Call log_softmax (changes the loss)", softmax, Renamed(softmax, LogSoftmax))
            : null;

    /// <summary>The name of the function in a call, which a qualifier may stand before.</summary>
    public static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };

    /// <summary>A call with one more argument.</summary>
    public static string WithArgument(SyntaxNode call, string argument)
    {
        string text = call.ToString();
        string before = text.Substring(0, text.LastIndexOf(')'));
        bool isFirst = call is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 }
            or ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 };
        return before + (isFirst ? string.Empty : ", ") + argument + ")";
    }

    /// <summary>Whether the site has operands and a type that stable functions exist for: <c>Select(Math.Log)</c> has none.</summary>
    public static bool IsExpression(Site site) =>
        site.Operation is not (IMethodReferenceOperation or { Kind: OperationKind.Invalid }) && !site.IsForeign;

    private static string Primary(SyntaxNode syntax) =>
        syntax is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? syntax.ToString()
            : "(" + syntax + ")";
}
