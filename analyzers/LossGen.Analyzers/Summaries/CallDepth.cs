using System;

namespace LossGen.Analyzers.Summaries;

/// <summary>
/// How many more calls a body may be followed through. What a method returns is computed per method and depth, so that it depends on
/// nothing else: not on who asks first, and not on the way there. Recursion simply runs out of depth.
/// </summary>
internal sealed class CallDepth
{
    /// <summary>Calls followed from the body under analysis.</summary>
    public const int Most = 4;

    public CallDepth(int left) => Left = left;

    public int Left { get; }

    /// <summary>How many calls deep the longest chain went.</summary>
    public int Height { get; private set; }

    /// <summary>Whether more depth would have shown more.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Notes that something was looked up that took as many calls, and perhaps wanted more.</summary>
    public void Took(int height, bool cut)
    {
        Height = Math.Max(Height, height);
        WasCut |= cut;
    }
}
