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
            problems.Add(new Problem(RuleIds.MethodShape, AttributePlaces.Whole(attribute, token), UncompletableMethods.NameOf(method), UncompletableMethods.ReasonOf(method)));
            return new KernelReading(null, null, problems);
        }

        bool completable = CheckMethod(method, syntax, problems, token);
        CheckRepetition(method, attribute, syntax, problems, token);
        if (facts.Problem is { } missing)
        {
            problems.Add(new Problem(missing, AttributePlaces.Whole(attribute, token)));
        }

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
        problems.AddRange(loss.Refuse(LinearSource.OfRows(spec)).Select(refusal => new Problem(RuleIds.ImpossibleCombination, AttributePlaces.OptionOrWhole(attribute, refusal.Option, token), refusal.Message)));
        OptionalSpans.Check(method, loss, spec, problems, token);
        return new KernelReading(HasErrors() ? null : spec, shape, problems);

        bool HasErrors() => problems.Any(problem => !problem.IsWarning);
    }

    /// <summary>A kernel that is refused for problems that were found before: what it would be is not looked at any further.</summary>
    public static KernelReading Refused(IMethodSymbol method, List<Problem> problems, CancellationToken token)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) as MethodDeclarationSyntax;
        bool completable = syntax is not null && CheckMethod(method, syntax, problems, token);
        return new KernelReading(null, completable ? MethodShapeReader.Read(method, syntax!) : null, problems);
    }

    /// <summary>Whether the method can be completed by a generated half.</summary>
    private static bool CheckMethod(IMethodSymbol method, MethodDeclarationSyntax syntax, List<Problem> problems, CancellationToken token)
    {
        var place = syntax.Identifier.GetLocation();
        bool isPartial = syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
        bool isCompletedByUser = GeneratedHalf.IsWrittenByUser(method);
        if (isCompletedByUser || (MethodShapeReader.HasBody(syntax) && (isPartial || !syntax.Modifiers.Any(SyntaxKind.ExternKeyword))))
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

        // A body is left to the user, but not without the declaration that the compiler asks for then.
        return !isCompletedByUser & isPartial & CheckAccess(method, syntax, problems) & CheckTypes(method, syntax, problems, token);
    }

    /// <summary>Without an accessibility, a partial method is one of those that return nothing; the compiler refuses both of its halves.</summary>
    private static bool CheckAccess(IMethodSymbol method, MethodDeclarationSyntax syntax, List<Problem> problems)
    {
        bool isWritten = syntax.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);
        bool needsAccess = !method.ReturnsVoid
            || method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out)
            || syntax.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.SealedKeyword or SyntaxKind.NewKeyword);
        if (isWritten || !needsAccess || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return true;
        }

        problems.Add(new Problem(RuleIds.MethodShape, syntax.Identifier.GetLocation(), method.Name, "needs an accessibility such as 'public' or 'private': C# asks for it where a partial method returns something or has 'out' parameters")
        {
            LacksAccessibility = true,
        });
        return false;
    }

    private static bool CheckTypes(IMethodSymbol method, MethodDeclarationSyntax syntax, List<Problem> problems, CancellationToken token)
    {
        bool mayBeCompleted = true;
        for (var type = syntax.Parent as TypeDeclarationSyntax; type is not null; type = type.Parent as TypeDeclarationSyntax)
        {
            token.ThrowIfCancellationRequested();
            if (UncompletableMethods.IsExtensionBlock(type))
            {
                mayBeCompleted = false;
                problems.Add(new Problem(RuleIds.MethodShape, syntax.Identifier.GetLocation(), method.Name, "is in an extension block, which generated code cannot complete; declare it as an extension method with a 'this' parameter"));
            }
            else if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                problems.Add(new Problem(RuleIds.ContainingTypeNotPartial, type.Identifier.GetLocation(), type.Identifier.ValueText, method.Name));
            }

            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                mayBeCompleted = false;
                problems.Add(new Problem(RuleIds.MethodShape, type.Identifier.GetLocation(), method.Name, "is in a file-local type, which generated code cannot complete"));
            }
        }

        return mayBeCompleted;
    }

    private static void CheckRepetition(IMethodSymbol method, AttributeData attribute, MethodDeclarationSyntax syntax, List<Problem> problems, CancellationToken token)
    {
        var others = KernelAttributes.Others(method, attribute);
        int losses = others.Attributes.Select(other => other.AttributeClass).Distinct(SymbolEqualityComparer.Default).Count();
        if (losses < others.Attributes.Count)
        {
            problems.Add(Problem.OfCompiler(AttributePlaces.Whole(others.Attributes[1], token)));
        }
        else if (others.Attributes.Count > 1)
        {
            string names = string.Join(" and ", others.Attributes.Select(other => AttributePlaces.NameOf(other)));
            problems.Add(new Problem(RuleIds.RepeatedKernel, AttributePlaces.Whole(others.Attributes[1], token), method.Name, $"has the loss attributes {names}; keep one, or declare a method for each"));
        }

        if (!others.IsFirstDeclaration)
        {
            problems.Add(new Problem(RuleIds.RepeatedKernel, syntax.Identifier.GetLocation(), method.Name, "is declared twice with the same parameters; change or remove one of the two declarations"));
        }
    }

    private static ReturnKind ReadReturn(IMethodSymbol method, MethodDeclarationSyntax syntax, LossDeclaration loss, IReadOnlyList<KernelParameter> parameters, List<Problem> problems)
    {
        if (method.ReturnsVoid)
        {
            if (problems.All(problem => problem.IsWarning) && !parameters.Any(parameter => parameter.IsWritten))
            {
                string element = Storage.Of(ElementOf(parameters));
                problems.Add(new Problem(RuleIds.MissingRole, syntax.Identifier.GetLocation(), method.Name, "losses", "it returns nothing and writes nothing")
                {
                    MissingParameter = $"global::System.Span<{element}> losses",
                });
            }

            return ReturnKind.Void;
        }

        if (loss.Output is not null)
        {
            problems.Add(new Problem(RuleIds.MethodShape, syntax.ReturnType.GetLocation(), method.Name, "must return void: there is no loss to return")
            {
                SuggestedReturns = "void",
            });
            return ReturnKind.Void;
        }

        switch (method.ReturnType.SpecialType)
        {
            case SpecialType.System_Single when !method.ReturnsByRef && !method.ReturnsByRefReadonly:
                return ReturnKind.Float;
            case SpecialType.System_Double when !method.ReturnsByRef && !method.ReturnsByRefReadonly:
                return ReturnKind.Double;
            default:
                if (method.ReturnType.TypeKind == TypeKind.Error)
                {
                    problems.Add(Problem.OfCompiler(syntax.ReturnType.GetLocation()));
                    return ReturnKind.Void;
                }

                string types = ElementOf(parameters) == ElementType.Float ? "float,double" : "double,float";
                string nothing = parameters.Any(parameter => parameter.IsWritten) ? ",void" : string.Empty;
                problems.Add(new Problem(RuleIds.MethodShape, syntax.ReturnType.GetLocation(), method.Name, "must return float, double or void")
                {
                    SuggestedReturns = types + nothing,
                });
                return ReturnKind.Void;
        }
    }

    private static ElementType ElementOf(IReadOnlyList<KernelParameter> parameters) =>
        (parameters.FirstOrDefault(parameter => parameter.Role == KernelRole.Features)
            ?? parameters.FirstOrDefault(parameter => parameter.Role == KernelRole.Logits))?.Item == "double" ? ElementType.Double : ElementType.Float;
}
