using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Planning;

/// <summary>Prints a plan, a line for each step: what a row computes, in which passes, and which body a call takes.</summary>
internal static class PlanText
{
    public static string Of(KernelPlan plan)
    {
        List<string> lines = [];
        Add(plan, lines, string.Empty);
        return CustomRoles.WithNames(string.Join("\n", lines) + "\n", plan.Spec);
    }

    private static void Add(KernelPlan plan, List<string> lines, string indent)
    {
        if (plan.Variants.Count > 0)
        {
            foreach (var variant in plan.Variants)
            {
                lines.Add(indent + (variant.Spec.Absent.Count == 0 ? "with all spans" : "without " + string.Join(", ", variant.Spec.Absent)));
                Add(variant, lines, indent + "  ");
            }

            return;
        }

        if (plan.Spec.HasLoss)
        {
            lines.Add(indent + "loss of a row = " + plan.Program.Loss);
        }

        lines.AddRange(plan.Program.Kept.Select(condition => indent + "a row counts where " + FormulaText.Of(condition)));
        lines.AddRange(plan.Program.Statements.Select(statement => indent + Describe(statement)));
        string? before = null;
        foreach (var body in plan.Bodies)
        {
            lines.Add(indent + body + (plan.RunsAhead(body, plan.PassesOf(body)) ? ", the first pass a block ahead" : string.Empty));
            string passes = string.Join("\n", Passes(plan, body).Select(pass => indent + "  " + pass));
            if (passes.Length > 0 && passes != before)
            {
                lines.Add(passes);
            }

            before = passes;
        }
    }

    private static string Describe(Statement statement) => statement switch
    {
        Load load when Takes(load.Kind) => $"{load.Name}: {RoleTable.Of(load.Role).Name}, {load.Kind}",
        Load load => $"{load.Name}: {load.Kind}",
        Let let => $"{let.Name} = {FormulaText.Of(let.Value)}{(let.Value.Shape == Shape.Class ? ", for every class" : string.Empty)}",
        Reduce reduce => $"{reduce.Name} = {reduce.Op} of {FormulaText.Of(reduce.Body)} over the classes",
        Store store => $"→ {OutputNames.Buffer(store.Output)}: {FormulaText.Of(store.Value)}",
        _ => throw new System.NotSupportedException($"{statement.GetType().Name} has no text."),
    };

    // What is an input of a parameter's.
    private static bool Takes(InputKind kind) =>
        kind is InputKind.OfElement or InputKind.OfClass or InputKind.OfRow or InputKind.OfTarget or InputKind.OfPair or InputKind.OfCall;

    private static IEnumerable<string> Passes(KernelPlan plan, BodyPlan body)
    {
        if (body.Schedule is Schedule.LanePerRow or Schedule.OneLane)
        {
            yield break;
        }

        var passes = plan.PassesOf(body);
        for (int pass = 0; pass < passes.Count; pass++)
        {
            var outputs = passes.ClassStores(pass).Select(store => OutputNames.Buffer(store.Output));
            string results = string.Join(", ", passes.Reductions(pass).Select(reduce => reduce.Name).Concat(outputs));
            string waiting = string.Join(", ", passes.SpilledIn(pass).Select(spill => $"{spill.Name} in {spill.Place}"));
            yield return $"pass {pass + 1}: {results}{(waiting.Length > 0 ? "; " + waiting + " waits" : string.Empty)}";
        }
    }
}
