using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A target of probabilities in TorchSharp's kl_div, whose log_target is true unless one says otherwise.</summary>
internal sealed class KlDivLogTarget : Rule
{
    private const string Title = "Pass log_target: false (changes the loss)";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.KlDivLogTarget,
        "Probabilities as a logarithmic target of kl_div",
        "log_target is true{0}, and the target is {1}: exp(q)·(q − input) is computed, with weights from 1 to 2.72; pass log_target: false",
        Domains,
        "In TorchSharp log_target is true by default, in PyTorch it is false: ported code computes another loss.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.KlDiv);

    public override Finding? Look(Site site)
    {
        Value target = Shape.WithoutGuard(site.Value.Arg(1));
        if (Contents.DomainOf(target) != Domain.Probabilities || !site.Value.Arg(3).IsConst(1) || !Operands.IsCall(site.Operation))
        {
            return null;
        }

        foreach (IArgumentOperation argument in (site.Operation as IInvocationOperation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Parameter?.Name == "log_target" && argument.Value.ConstantValue is { HasValue: true, Value: true })
            {
                bool implied = argument.ArgumentKind == ArgumentKind.DefaultValue;
                return new Finding(implied ? " by default" : string.Empty, Contents.NameOf(target))
                {
                    Cure = implied ? Cure.Of(Title, site.Operation, Cures.WithArgument(site.Operation.Syntax, "log_target: false"))
                        : argument.Value.Syntax is LiteralExpressionSyntax ? Cure.Of(Title, argument.Value, "false")
                        : null,
                };
            }
        }

        // The module was made with it somewhere else.
        return new Finding(string.Empty, Contents.NameOf(target));
    }
}
