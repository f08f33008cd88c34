using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing;

/// <summary>A store that has one expression for the target's class and one for the others, as <see cref="GradientForm"/> makes them.</summary>
internal static class TargetChoice
{
    /// <summary>The choice at the top of a store's value, or null where all classes are alike.</summary>
    public static Choose? Of(Store store) =>
        store.Value is Choose choice && InputNames.IsOf(choice.Condition, InputKind.IsTarget) ? choice : null;

    /// <summary>The store as the other classes see it.</summary>
    public static Store Elsewhere(Store store) => Of(store) is { } choice ? store with { Value = choice.Otherwise } : store;
}
