using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using LossGen.Analyzers.Lowering;

namespace LossGen.Analyzers.Rules;

/// <summary>How long each rule looks at code, for tests that print the slowest; nobody else sets one.</summary>
internal sealed class RuleClock
{
    private readonly ConcurrentDictionary<string, long> ticks = new(StringComparer.Ordinal);

    /// <summary>The rules with the time each has taken, the slowest first.</summary>
    public IEnumerable<(string Rule, TimeSpan Time)> Slowest =>
        ticks.OrderByDescending(entry => entry.Value).Select(entry => (entry.Key, TimeSpan.FromSeconds((double)entry.Value / Stopwatch.Frequency)));

    public Finding? Look(Rule rule, Site site)
    {
        long start = Stopwatch.GetTimestamp();
        Finding? finding = rule.Look(site);
        ticks.AddOrUpdate(rule.Descriptor.Id, Stopwatch.GetTimestamp() - start, (_, before) => before + Stopwatch.GetTimestamp() - start);
        return finding;
    }
}
