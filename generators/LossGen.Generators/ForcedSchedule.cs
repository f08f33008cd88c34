using System;
using LossGen.Generators.Planning;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generators;

/// <summary>The global option <c>lossgen_schedule</c>, by which tests and benchmarks try every schedule on the same kernel.</summary>
internal static class ForcedSchedule
{
    public static Schedule? Of(AnalyzerConfigOptions options) =>
        options.TryGetValue("lossgen_schedule", out string? value) && Enum.TryParse<Schedule>(value, ignoreCase: true, out var schedule) ? schedule : null;
}
