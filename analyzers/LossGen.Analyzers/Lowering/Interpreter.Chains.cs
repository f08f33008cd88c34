using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // foreach (Layer layer in layers) x = layer.Forward(x): what is left is what the last of the layers makes of something.
    private void EndOfChain(ILoopOperation loop)
    {
        if (LinkOf(loop) is not var (variable, call, chain) || LastOf(chain) is not { } last
            || session.Implementations.Of(call.TargetMethod, last) is not [var method])
        {
            return;
        }

        ImmutableArray<Value> args = call.Arguments
            .Select(argument => Value.Leaf(new object(), argument.Parameter?.Name, argument.Value.Type)).ToImmutableArray();
        if (Summarised(method, args) is { Op: not (Op.Unknown or Op.Leaf) } made)
        {
            Assign(variable, made);
        }
    }

    private ITypeSymbol? LastOf(IOperation chain) => chain switch
    {
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } member =>
            session.Chains.LastOf(member.Member, cancellation),
        ILocalReferenceOperation local => Read(Evaluate(local)) is { Op: Op.Tuple, Args: [.., var item] } ? item.Type : null,
        _ => null,
    };

    // The one statement that passes a value on, from the first object to the last.
    private static (ISymbol Variable, IInvocationOperation Call, IOperation Chain)? LinkOf(ILoopOperation loop)
    {
        if (Last(loop.Body) is not IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target, Value: var made } }
            || made is not IInvocationOperation { Instance: { } link } call
            || target is not (ILocalReferenceOperation or IParameterReferenceOperation) || WriteSet.VariableOf(target) is not { } variable
            || !call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(WriteSet.VariableOf(argument.Value), variable)))
        {
            return null;
        }

        var counts = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        WriteSet.Count(loop, counts);
        IOperation? chain = counts.TryGetValue(variable, out int count) && count > 1 ? null : loop switch
        {
            IForEachLoopOperation each when link is ILocalReferenceOperation { Local: var one }
                && each.Locals.Contains(one, SymbolEqualityComparer.Default) => each.Collection,
            IForLoopOperation { AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation step }] }
                when step is { Kind: OperationKind.Increment, Target: ILocalReferenceOperation counter }
                    && Indexing.Of(link) is var (array, indices) && indices is [ILocalReferenceOperation index]
                    && SymbolEqualityComparer.Default.Equals(index.Local, counter.Local) => array,
            _ => null,
        };
        while (chain is IConversionOperation conversion)
        {
            chain = conversion.Operand;
        }

        return chain is null ? null : (variable, call, chain);
    }

    private static IOperation? Last(IOperation body) => body is IBlockOperation block ? block.Operations.LastOrDefault() : body;
}
