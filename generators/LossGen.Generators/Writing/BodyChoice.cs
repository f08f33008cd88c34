using LossGen.Generators.Planning;

namespace LossGen.Generators.Writing;

/// <summary>The choice of the body for the machine's vectors and the call's numbers; what is constant of it, the compiler at run time folds.</summary>
internal static class BodyChoice
{
    /// <summary>Writes the expression, one line per body, after the line that begins its statement.</summary>
    public static void Write(SourceWriter w, KernelPlan plan, string arguments)
    {
        string before = string.Empty;
        foreach (var body in plan.Bodies)
        {
            w.Line(body.Bits == 0 ? $"    {before}{body.Name}({arguments});" : $"    {before}{Condition(body)} ? {body.Name}({arguments})");
            before = ": ";
        }
    }

    private static string Condition(BodyPlan body) =>
        $"Vector{body.Bits}.IsHardwareAccelerated{Range("classes", body.FromClasses, body.UpToClasses)}{Range("rows", body.FromRows, body.UpToRows)}";

    private static string Range(string what, int? from, int? upTo) => from is { } only && upTo == only ? $" && {what} == {only}"
        : (from is { } least ? $" && {what} >= {least}" : string.Empty) + (upTo is { } most ? $" && {what} <= {most}" : string.Empty);
}
