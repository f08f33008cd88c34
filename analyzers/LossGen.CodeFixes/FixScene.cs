using System.Threading;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>The document a fix looks at.</summary>
internal sealed record FixScene(Document Document, SyntaxNode Root, SemanticModel Model, SyntaxGenerator Generator)
{
    private const string StableMath = "LossGen.Numerics.StableMath";
    private const string MathNet = "MathNet.Numerics.SpecialFunctions";

    public static async Task<FixScene?> Of(Document document, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? null : new FixScene(document, root, model, SyntaxGenerator.GetGenerator(document));
    }

    /// <summary>StableMath, or null where the project cannot call that function of it: older frameworks have the scalar ones only.</summary>
    public INamedTypeSymbol? StableMathWith(string function) => Policy.Helper == Helper.LossGen ? StableMathHas(function) : null;

    /// <summary>The type with a function of one number, StableMath or what the project prefers, and the function's name there.</summary>
    public (INamedTypeSymbol Type, string Name)? HelperWith(string function, SpecialType numbers) => Policy.Helper switch
    {
        Helper.LossGen => StableMathHas(function) is { } type ? (type, function) : null,
        Helper.MathNet => numbers == SpecialType.System_Double && Policy.MathNetNameOf(function) is { } name && Model.Compilation.GetTypeByMetadataName(MathNet) is { } special ? (special, name) : null,
        _ => null,
    };

    private Policy Policy => Policy.Of(Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(Root.SyntaxTree));

    private INamedTypeSymbol? StableMathHas(string function) =>
        Model.Compilation.GetTypeByMetadataName(StableMath) is { } type && !type.GetMembers(function).IsEmpty ? type : null;

    /// <summary>Math or MathF, whichever has a function for numbers of that type; older frameworks have no MathF.</summary>
    public (INamedTypeSymbol Type, string Name)? MathWith(string function, SpecialType numbers) =>
        MathHas(function, numbers) is { } type ? (type, function) : null;

    private INamedTypeSymbol? MathHas(string function, SpecialType numbers) =>
        Model.Compilation.GetTypeByMetadataName(numbers == SpecialType.System_Single ? "System.MathF" : "System.Math") is { } type && !type.GetMembers(function).IsEmpty ? type : null;

    /// <summary>torch.nn.functional, or null where TorchSharp is not referred to.</summary>
    public INamedTypeSymbol? FunctionalType => Model.Compilation.GetTypeByMetadataName("TorchSharp.torch+nn+functional");

    /// <summary>torch, or null where TorchSharp is not referred to.</summary>
    public INamedTypeSymbol? TorchType => Model.Compilation.GetTypeByMetadataName("TorchSharp.torch");

    /// <summary>The method that an expression, not yet in the document, would call at a place; null where it would not compile.</summary>
    public IMethodSymbol? WouldCall(ExpressionSyntax expression, SyntaxNode at) =>
        Model.GetSpeculativeSymbolInfo(at.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;

    /// <summary>Whether an expression, not yet in the document, compiles in the place of another and has its type; a constant's type may be one that converts.</summary>
    public bool WouldFit(ExpressionSyntax expression, ExpressionSyntax target)
    {
        // A call that fits no overload may have a type all the same.
        if (expression is InvocationExpressionSyntax && WouldCall(expression, target) is null)
        {
            return false;
        }

        TypeInfo there = Model.GetTypeInfo(target);
        ITypeSymbol? type = Model.GetSpeculativeTypeInfo(target.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return type is not null and not IErrorTypeSymbol && (SymbolEqualityComparer.Default.Equals(type, there.Type)
            || (Model.GetConstantValue(target).HasValue && there.ConvertedType is { } wanted && Model.Compilation.ClassifyConversion(type, wanted).IsImplicit));
    }

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
