using System;
using System.Globalization;
using LossGen.Generators.Planning;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generators;

/// <summary>
/// The global options <c>lossgen_schedule</c> and <c>lossgen_bits</c>, by which tests and benchmarks try every schedule on the same kernel,
/// and compile the bodies that their machine runs.
/// </summary>
internal static class ReadTrial
{
    public static Trial Of(AnalyzerConfigOptions options) => new(
        options.TryGetValue("lossgen_schedule", out string? name)
            && Enum.TryParse<Schedule>(name, ignoreCase: true, out var schedule) ? schedule : null,
        options.TryGetValue("lossgen_bits", out string? number)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int bits) ? bits : null);
}
