using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>Mutants that compute what the kernel computes, within its bounds, and why; or that other tests find, which end the process.</summary>
internal static class HarmlessMutants
{
    private static readonly Harmless[] All =
    [
        new("memory on the stack lies at a multiple of 64 bytes for speed alone", "", "Aligned\\("),
        new("without a gradient nobody reads the gradient's scale", "", "float gradientScale = "),
        new("a tail's memory may be longer, or there where no tail is: blocks are copied that need not be", "constant changed|condition inverted|operands swapped", "Tail = rows % "),
        new("a call of no rows, and a block of none, do nothing", "bound shifted", "for \\(int (block|row) = 0; (block < rows|row < rows|row < count); "),
        new("every target was checked before: the bound is for targets that do not count, of which there are none", "constant changed", "TargetOrFirst\\("),
        new("on either side of the threshold both sums are within their bound", "bound shifted|constant changed", "if \\(others[A-Za-z]* < 2\\)"),
        new("in the pass for the maximum a class may be read twice, and the last vector reads the last ones once more", "offset off by one|constant changed", "^Rows.*Vector\\d+<\\w+> x\\w* = Vector\\d+\\.LoadUnsafe\\(ref logits"),
        new("memory on the stack may be longer", "constant changed", "= stackalloc "),
        new("rows that pad a block have a weight of 0 and are not kept", "lanes of the tail counted", "First\\(kept &"),
        new("a kernel without threads begins at row 0 and has whole planes", "", "\\bfirstRow\\b"),
        new("the last of the largest terms is only subtracted from itself, which is 0 or NaN for either", "max becomes min", "high\\d+ = Vector"),
        new("of two forms of one difference the other one is taken, within the bound of a second derivative", "factor dropped|condition inverted|operands swapped", "GreaterThan\\(e\\w+ \\* overSumRow, othersOfClass"),
    ];

    public static string? Reason(Mutant mutant) => All.FirstOrDefault(harmless => harmless.Holds(mutant))?.Why;

    /// <param name="Why">The reason.</param>
    /// <param name="Kinds">Of which mutants, as a pattern; empty for all.</param>
    /// <param name="Line">In which lines, as a pattern.</param>
    private sealed record Harmless(string Why, string Kinds, string Line)
    {
        public bool Holds(Mutant mutant) => Regex.IsMatch(mutant.Kind, $"^({Kinds})") && Regex.IsMatch(mutant.Place, Line);
    }
}
