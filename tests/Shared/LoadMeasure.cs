using System;
using System.Diagnostics;
using System.Globalization;

namespace LossGen.ProcessTesting;

/// <summary>What a test under load measures: memory after everything that can be collected is gone, in bytes.</summary>
/// <param name="Managed">What objects take.</param>
/// <param name="Resident">What the process has in memory.</param>
internal readonly record struct LoadMeasure(long Managed, long Resident)
{
    /// <summary>How long such a test lasts: LOSSGEN_LOAD_MINUTES, a second if it is not set.</summary>
    public static double Minutes { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("LOSSGEN_LOAD_MINUTES"), CultureInfo.InvariantCulture, out double asked) ? asked : 1 / 60.0;

    public static LoadMeasure Now()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new LoadMeasure(managed, process.WorkingSet64);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"managed {Managed >> 10:N0} KB, resident {Resident >> 20} MB");
}
