using System;

namespace LossGen.Benchmarks.Regression;

/// <summary>What this process has used of the processor.</summary>
internal static class ProcessorTime
{
    public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds;
}
