using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>A rewriting that changes a result on purpose, or assumes what the code does not say. It is offered one at a time, and its title says so.</summary>
public abstract class ChangingRewriteCodeFix : RewriteCodeFix
{
    /// <summary>None: someone should look at each.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;
}
