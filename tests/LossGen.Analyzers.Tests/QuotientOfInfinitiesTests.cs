using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class QuotientOfInfinitiesTests
{
    [Theory]
    [InlineData("Use({|LG1022:Math.Exp(-x) / (3 * Math.Pow(1 + Math.Exp(-x), 2))|});")]
    [InlineData("double e = Math.Exp(x); Use({|LG1022:e * x / (1 + e)|});")]
    [InlineData("double e = Math.Exp(2 * x); Use({|LG1022:(e * x + 1) / (e + 3)|});")]
    [InlineData("Use({|LG1022:(MathF.Exp(f) + MathF.Exp(-f)) / (MathF.Exp(f) - MathF.Exp(-f))|});")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use(Math.Exp(-x * x) / (1 + Math.Exp(-x * x)));")]
    [InlineData("Use(x / (1 + Math.Exp(x)));")]
    [InlineData("Use(Math.Exp(x) / (3 + Math.Exp(-x)));")]
    [InlineData("Use(Math.Exp(x) * Math.Exp(-2 * x) / (3 + Math.Exp(x)));")]
    [InlineData("if (x < 0) { double e = Math.Exp(x); Use(e * x / (1 + e)); }")]
    [InlineData("double c = Math.Min(x, 30); double e = Math.Exp(c); Use(e * x / (1 + e));")]
    public Task Look_alikes_are_silent(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use(Math.Exp(x) * x / (1 + Math.Exp());")]
    [InlineData("Use(Math.Exp(x) / (3 + Math.Exp(x) ")]
    public async Task Half_typed_code_does_not_throw(string statements) => await (Net with { MayBeBroken = true }).Found(Body(statements));
}
