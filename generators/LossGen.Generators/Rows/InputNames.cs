using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>What inputs are called in programs, and so in the generated code.</summary>
internal static class InputNames
{
    public static string Of(InputKind kind, KernelRole role = KernelRole.Logits) => kind switch
    {
        InputKind.Logit => "x",
        InputKind.TargetLogit => "xTarget",
        InputKind.ClassIndex => "k",
        InputKind.TargetIndex => "target",
        InputKind.ClassCount => "classCount",
        InputKind.IsTarget => "isTarget",
        InputKind.GradientScale => "scale",
        InputKind.InRange => "inRange",
        InputKind.NotIgnored => "notIgnored",
        InputKind.OfTarget => RoleTable.Of(role).Letter + "Target",
        _ => RoleTable.Of(role).Letter,
    };

    /// <summary>Whether an expression is an input, and not something computed: the names of inputs are theirs alone.</summary>
    public static bool IsOf(Expr expr, InputKind kind, KernelRole role = KernelRole.Logits) =>
        expr is Name name && name.Id == Of(kind, role);
}
