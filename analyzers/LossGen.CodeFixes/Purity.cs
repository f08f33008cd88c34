using System.Linq;
using System.Runtime.CompilerServices;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// Whether evaluating an expression once more, once less or at another time can be noticed. "Yes" is the answer where nothing is known.
/// </summary>
internal sealed class Purity(FixScene scene)
{
    private static readonly ConditionalWeakTable<Compilation, KnowledgeIndex> Indexes = new();

    /// <summary>Whether a node, apart from its parts, does something besides computing a value.</summary>
    public bool HasEffect(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax => true,
        DeclarationExpressionSyntax or SingleVariableDesignationSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        InvocationExpressionSyntax call => !IsPureCall(call),
        BaseObjectCreationExpressionSyntax creation => !IsPureCreation(creation),
        IdentifierNameSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax => IsComputedProperty(node),
        _ => false,
    };

    private bool IsPureCall(InvocationExpressionSyntax call) =>
        !call.ArgumentList.Arguments.Any(argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword)
        && (IsNameOf(call) || (scene.MethodOf(call) is { MethodKind: not MethodKind.DelegateInvoke } method && IsPure(method, call)));

    private bool IsPure(IMethodSymbol method, InvocationExpressionSyntax call) =>
        IsKnown(method, call) || OnlyComputes.IsKnownToCompute(method.ContainingType) || OnlyComputes.Holds(method, scene.Model.Compilation);

    private bool IsNameOf(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && scene.Model.GetConstantValue(call).HasValue;

    // x.softmax(1).log_(): what is written over is nobody else's.
    private bool IsKnown(IMethodSymbol method, InvocationExpressionSyntax call)
    {
        ExpressionSyntax? receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        ITypeSymbol? type = receiver is null ? null : scene.Model.GetTypeInfo(receiver).Type;
        return Index().Find(method.ReducedFrom ?? method, type) is { } known
            && (!known.Flags.HasFlag(ValueFlags.InPlace) || receiver is InvocationExpressionSyntax);
    }

    private KnowledgeIndex Index() => Indexes.GetValue(scene.Model.Compilation, compilation =>
        new KnowledgeIndex(compilation, KnowledgeBase.Load(UserKnowledge.Read(scene.Document.Project.AnalyzerOptions.AdditionalFiles))));

    private bool IsPureCreation(BaseObjectCreationExpressionSyntax creation) =>
        creation.Initializer is null or { RawKind: (int)SyntaxKind.CollectionInitializerExpression }
        && scene.Model.GetSymbolInfo(creation).Symbol is IMethodSymbol { ContainingType: { } type } constructor
        && (constructor.IsImplicitlyDeclared || OnlyComputes.IsKnownToCompute(type)
            || (type.IsValueType && type.Locations.All(location => location.IsInMetadata)));

    // A property that stores is as good as a field, and what a library's property does is not for others to see.
    private bool IsComputedProperty(SyntaxNode node) =>
        scene.Model.GetSymbolInfo(node).Symbol is IPropertySymbol property
        && property.DeclaringSyntaxReferences.Any(reference => IsWrittenOut(reference.GetSyntax()));

    private static bool IsWrittenOut(SyntaxNode property) => property switch
    {
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.Any(accessor =>
            accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && (accessor.Body is not null || accessor.ExpressionBody is not null)),
        PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        _ => false,
    };
}
