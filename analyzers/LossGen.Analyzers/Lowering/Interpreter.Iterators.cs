using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // What an iterator yields is a list that its loops fill.
    private readonly Value yielded = Value.Keyed(Op.Reference, new object());

    private bool IsIterator => env.Contents.ContainsKey(yielded.Key!);

    private void EnterIterator(ImmutableArray<IOperation> blocks)
    {
        if (blocks.Any(block => block.Descendants().Any(operation => operation.Kind == OperationKind.YieldReturn)))
        {
            env = env.SetContent(yielded.Key!, Value.Leaf(new object()));
        }
    }

    private void LeaveIterator()
    {
        if (IsIterator && !env.Dead)
        {
            returns.Add(new Returned(Read(yielded), Condition: null));
        }
    }
}
