using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A Keras model whose last layer and loss do not agree on whether the loss gets logits.</summary>
internal sealed class KerasFromLogits : Rule
{
    private const string Parameter = "from_logits";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.KerasFromLogits,
        "Last layer and from_logits do not agree",
        "{0}; {1}",
        Models,
        "The loss applies its own softmax where from_logits is true, and takes the logarithm of what it gets where it is false.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Compile);

    public override Finding? Look(Site site)
    {
        if (LossOf(site) is not { } loss || FromLogits(loss) is not { } fromLogits || LastActivation(site.Operation) is not { } activation)
        {
            return null;
        }

        bool normalises = activation is "softmax" or "sigmoid";
        return fromLogits && normalises
                ? new Finding("The last layer ends in a " + activation + " and from_logits is true: it is applied twice", "drop the activation, or from_logits") { At = loss, Cure = Passing(fromLogits: false, loss) }
            : !fromLogits && activation == "linear"
                ? new Finding("The last layer has no activation and from_logits is false: the loss clips logits to 0 … 1 and takes their logarithm", "pass from_logits: true") { At = loss, Cure = Passing(fromLogits: true, loss) }
            : !fromLogits && normalises && NameOf(loss) == "SparseCategoricalCrossentropy"
                ? new Finding("The loss of probabilities is clipped at 16.1 and has no gradient beyond", "drop the activation and pass from_logits: true") { At = loss, Severity = DiagnosticSeverity.Info }
            : null;
    }

    // The second argument, where nothing tells the parameters' names.
    private static IOperation? LossOf(Site site) => WrittenCall.Of(site.Operation)?.Argument("loss", ordinal: 1) is not { } loss ? null
        : Terms.MadeWith(site, Terms.Bare(loss)) is { } made ? Terms.Bare(made) : Terms.Bare(loss);

    private static string? NameOf(IOperation loss) => loss is IObjectCreationOperation creation ? creation.Type?.Name : WrittenCall.Of(loss)?.Name;

    // The argument as it is bound, whether or not it is written; where nothing is bound, what is not written is false.
    private static bool? FromLogits(IOperation loss)
    {
        if (loss is IObjectCreationOperation creation)
        {
            foreach (IArgumentOperation argument in creation.Arguments)
            {
                if (argument.Parameter?.Name == Parameter)
                {
                    return Flag(argument.Value);
                }
            }

            return null;
        }

        return WrittenCall.Of(loss) is not { } call ? null
            : call.Argument(Parameter) is { } written ? Flag(written)
            : loss is IInvalidOperation && call.Name.EndsWith("Crossentropy", StringComparison.Ordinal) && call.Arguments.IsEmpty ? false
            : null;
    }

    private static Cure? Passing(bool fromLogits, IOperation loss)
    {
        string value = fromLogits ? "true" : "false";
        string title = "Pass from_logits: " + value + " (changes the loss)";
        if (loss.Syntax is not (InvocationExpressionSyntax or ObjectCreationExpressionSyntax { ArgumentList: not null }))
        {
            return null;
        }

        if (Written(loss) is { } written)
        {
            return written.Syntax is LiteralExpressionSyntax ? Cure.Of(title, written, value) : null;
        }

        return Cure.Of(title, loss, Cures.WithArgument(loss.Syntax, Parameter + ": " + value));
    }

    // The argument, where the code has one: the compiler gives the default's the syntax of the whole call.
    private static IOperation? Written(IOperation loss)
    {
        IOperation? value = loss is IObjectCreationOperation creation ? creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == Parameter)?.Value : WrittenCall.Of(loss)?.Argument(Parameter);
        return value is null || ReferenceEquals(value.Syntax, loss.Syntax) ? null : value;
    }

    private static bool? Flag(IOperation argument) => argument.ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    // The last Dense or Softmax that is written before the model is compiled; with two models in one method, nobody knows whose it is.
    private static string? LastActivation(IOperation compile)
    {
        string? activation = null;
        int last = -1;
        foreach (IOperation operation in Operands.BodyOf(compile).Descendants())
        {
            if (!Operands.IsCall(operation) || WrittenCall.Of(operation) is not { Name: "Dense" or "Softmax" or "compile" } call || !IsOfKeras(operation))
            {
                continue;
            }

            if (call.Name == "compile")
            {
                if (!ReferenceEquals(operation, compile))
                {
                    return null;
                }
            }
            else if (operation.Syntax.SpanStart < compile.Syntax.SpanStart && EndOfApplication(operation) > last)
            {
                last = EndOfApplication(operation);
                activation = call.Name == "Softmax" ? "softmax" : ActivationOf(call);
            }
        }

        return activation;
    }

    // layers.Softmax().Apply(layers.Dense(10).Apply(x)): what is written first comes last.
    private static int EndOfApplication(IOperation layer) =>
        layer.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Apply", Parent: InvocationExpressionSyntax application } ? application.Span.End : layer.Syntax.Span.End;

    private static bool IsOfKeras(IOperation call) =>
        call is not IInvocationOperation { TargetMethod.ContainingNamespace: var home } || home.ToDisplayString().StartsWith("Tensorflow.Keras", StringComparison.Ordinal);

    private static string? ActivationOf(WrittenCall dense)
    {
        if (dense.Argument("activation", ordinal: 1) is not { } argument)
        {
            return "linear";
        }

        IOperation value = Terms.Bare(argument);
        return value.ConstantValue.HasValue ? value.ConstantValue.Value as string ?? "linear"
            : value.Syntax is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } ? name.ToLowerInvariant()
            : null;
    }
}
