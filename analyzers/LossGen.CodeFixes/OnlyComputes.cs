using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// Whether a call may go away once its result is not needed: its method changes nothing but its own variables and calls only what is
/// known to compute.
/// </summary>
internal static class OnlyComputes
{
    public static bool Holds(IMethodSymbol method, Compilation compilation) =>
        method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax or LocalFunctionStatementSyntax
        && method.DeclaringSyntaxReferences[0].GetSyntax() is var body && compilation.GetSemanticModel(body.SyntaxTree) is var model
        && body.DescendantNodes().All(node => node switch
        {
            AssignmentExpressionSyntax assignment => IsOwn(assignment.Left, model),
            PostfixUnaryExpressionSyntax postfix => IsOwn(postfix.Operand, model),
            PrefixUnaryExpressionSyntax prefix when prefix.OperatorToken.ValueText is "++" or "--" => IsOwn(prefix.Operand, model),
            InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { } type } && IsKnownToCompute(type),
            ObjectCreationExpressionSyntax creation => creation.Ancestors().Any(ancestor => ancestor is ThrowStatementSyntax or ThrowExpressionSyntax) || IsList(model.GetTypeInfo(creation).Type),
            _ => true,
        });

    // A local, or an element of one that is an array of its own making; not a field, nor an element of a parameter.
    private static bool IsOwn(ExpressionSyntax target, SemanticModel model) => target switch
    {
        IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol { RefKind: RefKind.None },
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array } => model.GetSymbolInfo(array).Symbol is ILocalSymbol local && IsMade(local),
        DeclarationExpressionSyntax or TupleExpressionSyntax => false,
        PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "!" } forgiven => IsOwn(forgiven.Operand, model),
        _ => false,
    };

    private static bool IsMade(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Length == 1 && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && value is ArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ConvertAll" } };

    public static bool IsKnownToCompute(INamedTypeSymbol type) => type is
        { Name: "Math" or "MathF" or "Array" or "MemoryExtensions" or "Span" or "ReadOnlySpan" or "Double" or "Single" or "ArgumentNullException" or "ArgumentOutOfRangeException", ContainingNamespace.Name: "System" }
        or { Name: "Enumerable", ContainingNamespace.Name: "Linq" } or { Name: "TensorPrimitives", ContainingNamespace.Name: "Tensors" } || IsList(type);

    private static bool IsList(ITypeSymbol? type) => type is { Name: "List", ContainingNamespace.Name: "Generic" };
}
