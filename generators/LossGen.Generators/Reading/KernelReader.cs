using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>
/// From an attributed method to its specification, or to the problems in its definition. The generator and the analyzer both call it, so
/// what is refused is always explained.
/// </summary>
internal static class KernelReader
{
    public static KernelReading Read(IMethodSymbol method, AttributeData attribute, LossDeclaration loss, CompilationFacts facts, CancellationToken token)
    {
        var problems = new List<Problem>();
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) is not MethodDeclarationSyntax syntax)
        {
            return new KernelReading(null, null, problems);
        }

        bool completable = CheckMethod(method, syntax, problems, token);
        CheckFacts(facts, attribute, syntax, problems, token);
        var classes = ClassCountReader.Read(attribute, problems, token);
        var options = OptionReader.Read(attribute, loss, classes, problems, token);
        var parameters = ParameterReader.Read(method, syntax, loss, classes, options, problems, token);
        var returns = ReadReturn(method, syntax, loss, parameters, problems);
        CombinationReader.Check(attribute, loss, classes, options, parameters, returns, problems, token);

        var shape = completable ? MethodShapeReader.Read(method, syntax) : null;
        if (HasErrors() || shape is null)
        {
            return new KernelReading(null, shape, problems);
        }

        // Only a kernel whose parts are all right can be asked whether they fit the loss.
        var spec = new KernelSpec(shape, loss.Traits, classes, ElementOf(parameters), parameters.ToEquatableArray(), returns, options);
        problems.AddRange(loss.Refuse(spec).Select(refusal => new Problem(RuleIds.ImpossibleCombination, AttributePlaces.OptionOrWhole(attribute, refusal.Option, token), refusal.Message)));
        OptionalSpans.Check(method, loss, spec, problems, token);
        return new KernelReading(HasErrors() ? null : spec, shape, problems);

        bool HasErrors() => problems.Any(problem => !problem.IsWarning);
    }

    /// <summary>Whether the method can be completed by a generated half.</summary>
    private static bool CheckMethod(IMethodSymbol method, MethodDeclarationSyntax syntax, List<Problem> problems, CancellationToken token)
    {
        var place = syntax.Identifier.GetLocation();
        bool isPartial = syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
        bool hasBody = syntax.Body is not null || syntax.ExpressionBody is not null || method.PartialImplementationPart is not null;
        if (hasBody)
        {
            problems.Add(new Problem(RuleIds.KernelHasBody, place, method.Name));
        }
        else if (!isPartial)
        {
            problems.Add(new Problem(RuleIds.KernelNotPartial, place, method.Name));
        }

        if (method.TypeParameters.Length > 0)
        {
            problems.Add(new Problem(RuleIds.MethodShape, place, method.Name, "is generic; write one method per element type"));
        }

        return !hasBody & isPartial & CheckTypes(method, syntax, problems, token);
    }

    private static bool CheckTypes(IMethodSymbol method, MethodDeclarationSyntax syntax, List<Problem> problems, CancellationToken token)
    {
        bool allPartial = true;
        for (var type = syntax.Parent as TypeDeclarationSyntax; type is not null; type = type.Parent as TypeDeclarationSyntax)
        {
            token.ThrowIfCancellationRequested();
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                allPartial = false;
                problems.Add(new Problem(RuleIds.ContainingTypeNotPartial, type.Identifier.GetLocation(), type.Identifier.ValueText, method.Name));
            }

            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                allPartial = false;
                problems.Add(new Problem(RuleIds.MethodShape, type.Identifier.GetLocation(), method.Name, "is in a file-local type, which generated code cannot complete"));
            }
        }

        return allPartial;
    }

    private static void CheckFacts(CompilationFacts facts, AttributeData attribute, MethodDeclarationSyntax syntax, List<Problem> problems, CancellationToken token)
    {
        var place = attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? syntax.Identifier.GetLocation();
        if (!facts.HasVectorMath)
        {
            problems.Add(new Problem(RuleIds.FrameworkWithoutVectors, place));
        }

        if (!facts.HasFileTypes)
        {
            problems.Add(new Problem(RuleIds.LanguageVersion, place));
        }
    }

    private static ReturnKind ReadReturn(IMethodSymbol method, MethodDeclarationSyntax syntax, LossDeclaration loss, IReadOnlyList<KernelParameter> parameters, List<Problem> problems)
    {
        if (method.ReturnsVoid)
        {
            if (problems.All(problem => problem.IsWarning) && !parameters.Any(parameter => parameter.IsWritten))
            {
                string element = Writing.Literals.Keyword(ElementOf(parameters));
                problems.Add(new Problem(RuleIds.MissingRole, syntax.Identifier.GetLocation(), method.Name, "losses", "it returns nothing and writes nothing")
                {
                    MissingParameter = $"global::System.Span<{element}> losses",
                });
            }

            return ReturnKind.Void;
        }

        if (loss.Output is not null)
        {
            problems.Add(new Problem(RuleIds.MethodShape, syntax.ReturnType.GetLocation(), method.Name, "must return void: there is no loss to return"));
            return ReturnKind.Void;
        }

        switch (method.ReturnType.SpecialType)
        {
            case SpecialType.System_Single when !method.ReturnsByRef && !method.ReturnsByRefReadonly:
                return ReturnKind.Float;
            case SpecialType.System_Double when !method.ReturnsByRef && !method.ReturnsByRefReadonly:
                return ReturnKind.Double;
            default:
                problems.Add(new Problem(RuleIds.MethodShape, syntax.ReturnType.GetLocation(), method.Name, "must return float, double or void"));
                return ReturnKind.Void;
        }
    }

    private static ElementType ElementOf(IReadOnlyList<KernelParameter> parameters) =>
        parameters.FirstOrDefault(parameter => parameter.Role == KernelRole.Logits)?.Item == "double" ? ElementType.Double : ElementType.Float;
}
