namespace LossGen.Site;

/// <summary>The pages that a reader finds without a link, in the order of a reader's questions.</summary>
internal static class Menu
{
    public static (string Title, string[] Pages)[] Sections { get; } =
    [
        ("Start", ["README.md", "docs/getting-started.md", "docs/recipes/README.md", "docs/symptoms.md", "docs/faq.md", "docs/glossary.md"]),
        ("Losses", ["docs/losses.md", "docs/custom-losses.md", "docs/linear-heads.md", "docs/half-precision.md", "docs/softmax-regression.md", "docs/helpers.md"]),
        ("Analyzers", ["docs/analyzers.md", "docs/knowledge.md"]),
        ("Evidence", ["docs/accuracy.md", "docs/performance.md", "docs/coverage.md", "docs/testing.md"]),
        ("Project", ["docs/architecture.md", "docs/upgrading.md", "CHANGELOG.md", "CONTRIBUTING.md"]),
    ];
}
