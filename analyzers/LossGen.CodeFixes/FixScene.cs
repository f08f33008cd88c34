using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>The document a fix looks at.</summary>
internal sealed record FixScene(Document Document, SyntaxNode Root, SemanticModel Model, SyntaxGenerator Generator)
{
    private const string StableMath = "LossGen.Numerics.StableMath";

    public static async Task<FixScene?> Of(Document document, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? null : new FixScene(document, root, model, SyntaxGenerator.GetGenerator(document));
    }

    /// <summary>StableMath, or null where the project cannot call that function of it: older frameworks have the scalar ones only.</summary>
    public INamedTypeSymbol? StableMathWith(string function) =>
        Model.Compilation.GetTypeByMetadataName(StableMath) is { } type && !type.GetMembers(function).IsEmpty ? type : null;

    /// <summary>Math or MathF, whichever has a function for numbers of that type; older frameworks have no MathF.</summary>
    public INamedTypeSymbol? MathWith(string function, SpecialType numbers) =>
        Model.Compilation.GetTypeByMetadataName(numbers == SpecialType.System_Single ? "System.MathF" : "System.Math") is { } type && !type.GetMembers(function).IsEmpty ? type : null;

    /// <summary>torch.nn.functional, or null where TorchSharp is not referred to.</summary>
    public INamedTypeSymbol? FunctionalType => Model.Compilation.GetTypeByMetadataName("TorchSharp.torch+nn+functional");

    /// <summary>torch, or null where TorchSharp is not referred to.</summary>
    public INamedTypeSymbol? TorchType => Model.Compilation.GetTypeByMetadataName("TorchSharp.torch");

    /// <summary>The method that an expression, not yet in the document, would call at a place; null where it would not compile.</summary>
    public IMethodSymbol? WouldCall(ExpressionSyntax expression, SyntaxNode at) =>
        Model.GetSpeculativeSymbolInfo(at.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;

    public IMethodSymbol? MethodOf(ExpressionSyntax call) => Model.GetSymbolInfo(call).Symbol as IMethodSymbol;

    /// <summary>The outermost expression at a place.</summary>
    public ExpressionSyntax? ExpressionAt(Location location)
    {
        if (location.SourceTree != Root.SyntaxTree || !Root.FullSpan.Contains(location.SourceSpan))
        {
            return null;
        }

        SyntaxNode node = Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return node is ExpressionSyntax expression && node.Span == location.SourceSpan ? expression : null;
    }
}
