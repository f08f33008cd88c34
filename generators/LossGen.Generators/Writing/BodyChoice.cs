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
        $"Vector{body.Bits}.IsHardwareAccelerated{From("classes", body.FromClasses)}{UpTo("classes", body.UpToClasses)}{From("rows", body.FromRows)}{UpTo("rows", body.UpToRows)}";

    private static string From(string what, int? least) => least is { } number ? $" && {what} >= {number}" : string.Empty;

    private static string UpTo(string what, int? most) => most is { } number ? $" && {what} <= {number}" : string.Empty;
}
