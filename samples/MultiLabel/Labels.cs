using System;
using System.Collections.Generic;
using System.Linq;

namespace MultiLabel;

/// <summary>Yes-or-no questions about a digit. The answers to all of them are the bits of one number.</summary>
internal static class Labels
{
    public static string[] Names { get; } = ["even", "prime", "5 or more", "closed loop", "seven"];

    private static readonly Func<int, bool>[] Questions =
    [
        digit => digit % 2 == 0,
        digit => digit is 2 or 3 or 5 or 7,
        digit => digit >= 5,
        digit => digit is 0 or 6 or 8 or 9,
        digit => digit == 7,
    ];

    /// <summary>One word per image, whose lowest bit is the first label.</summary>
    public static ulong[] Of(IEnumerable<int> digits) =>
        [.. digits.Select(digit => Questions.Select((question, bit) => question(digit) ? 1UL << bit : 0).Aggregate((a, b) => a | b))];

    public static bool[] Answers(IEnumerable<ulong> words, int label) => [.. words.Select(word => (word >> label & 1) == 1)];
}
