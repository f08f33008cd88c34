using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class DifferenceOfRootsTests
{
    [Theory]
    [InlineData("Use({|LG1019:Math.Sqrt(x + 1) - Math.Sqrt(x)|});")]
    [InlineData("Use({|LG1019:MathF.Sqrt(f + 2f) - MathF.Sqrt(f)|});")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1019:Math.Sqrt(x + 1) - Math.Sqrt(x)|});", "Use(1 / (Math.Sqrt(x + 1) + Math.Sqrt(x)));")]
    [InlineData("Use(x / ({|LG1019:MathF.Sqrt(f + 2f) - MathF.Sqrt(f)|}));", "Use(x / (2f / (MathF.Sqrt(f + 2f) + MathF.Sqrt(f))));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.DifferenceOfRoots).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("Use(Math.Sqrt(x) - Math.Sqrt(f));")]
    [InlineData("Use(Math.Sqrt(x + f) - Math.Sqrt(x));")]
    [InlineData("Use(Math.Sqrt(x + 1) + Math.Sqrt(x));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Use(Math.Sqrt(x + 1) - Math.Sqrt("));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double x; double P => {|LG1019:Math.Sqrt(x + 1) - Math.Sqrt(x)|}; Func<double, double> F => v => {|LG1019:Math.Sqrt(v + 1) - Math.Sqrt(v)|};"));
}
