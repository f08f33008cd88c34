using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ShiftOutsideExpTests
{
    private const string Sum = "double max = xs.Max(), sum = 0; for (int i = 0; i < n; i++) sum += {0}; Use(sum);";

    [Theory]
    [InlineData("{|LG1107:Math.Exp(xs[i]) - max|}", "Math.Exp(xs[i] - max)")]
    [InlineData("{|LG1107:Math.Exp(xs[i]) - xs.Max()|}", "Math.Exp(xs[i] - xs.Max())")]
    public Task It_is_reported_and_fixed(string before, string after) => (Net with { Ids = [RuleIds.ShiftOutsideExp] }).Cures(RuleIds.ShiftOutsideExp)
        .Fixes(Body(Sum.Replace("{0}", before, System.StringComparison.Ordinal)), Body(Sum.Replace("{0}", after, System.StringComparison.Ordinal)));

    [Theory]
    [InlineData("Math.Exp(xs[i] - max)")]
    [InlineData("Math.Exp(ys[i]) - max")]
    [InlineData("Math.Exp(xs[i]) - k")]
    [InlineData("Math.Exp(xs[i]) - Math.Exp(max)")]
    public Task Look_alikes_are_silent(string term) => (Net with { Ids = [RuleIds.ShiftOutsideExp] }).Reports(Body(Sum.Replace("{0}", term, System.StringComparison.Ordinal)));
}
