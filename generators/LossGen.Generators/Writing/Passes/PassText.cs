using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.Passes;

/// <summary>What a pass does, in words.</summary>
internal static class PassText
{
    public static string Describe(IReadOnlyList<Reduce> reductions, IReadOnlyList<Store> stores, RowProgram program) => string.Join(
        "; ",
        reductions.Select(reduce => reduce.Op switch
        {
            ReduceOp.Max => "maximum",
            ReduceOp.Min => "minimum",
            ReduceOp.AtTarget => "the target's logit",
            ReduceOp.SumOthers => "exponentials and their sum",
            ReduceOp.Sum => "sum over the classes",
            _ => throw new System.NotSupportedException($"{reduce.Op} has no description."),
        }).Concat(stores.Select(store => OutputNames.Describe(store.Output, program))));
}
