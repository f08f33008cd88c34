using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Oracle;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>The rows as the generator's own types hold them, with the constants that an attribute may have in the place of parameters.</summary>
public sealed partial class LossBatch
{
    internal RowInputs Inputs(int row, KernelSpec spec)
    {
        var roles = inputs.ToDictionary(pair => RoleTable.ByName(pair.Key)!.Role, pair => OfRow(pair.Value, row));
        foreach (var constants in spec.Options.Constants)
        {
            roles[constants.Role] = [.. constants.Values];
        }

        return new RowInputs(Row(row)) { Target = batch.Targets[row], Roles = roles };
    }

    internal OracleRow Oracle(int row, KernelSpec spec)
    {
        var given = Inputs(row, spec);
        return new(
            [.. given.Logits.Select(x => (BigFloat)x)],
            given.Target,
            given.Roles.ToDictionary(pair => RoleTable.Of(pair.Key).Name, pair => pair.Value.Select(x => (BigFloat)x).ToArray()));
    }
}
