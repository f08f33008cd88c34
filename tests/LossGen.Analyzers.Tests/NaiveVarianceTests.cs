using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class NaiveVarianceTests
{
    [Theory]
    [InlineData("double s = 0, q = 0; foreach (var v in xs) { s += v; q += v * v; } double m = s / n; Use({|LG1104:q / n - m * m|});")]
    [InlineData("double s = 0, q = 0; foreach (var v in xs) { s += v; q += v * v; } Use({|LG1104:q / n - (s / n) * (s / n)|});")]
    [InlineData("double m = xs.Average(); Use({|LG1104:xs.Average(v => v * v) - m * m|});")]
    [InlineData("double m = xs.Average(); Use(Math.Sqrt({|LG1104:xs.Select(v => Math.Pow(v, 2)).Average() - Math.Pow(m, 2)|}));")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("double m = xs.Average(); Use(xs.Average(v => (v - m) * (v - m)));")]
    [InlineData("double m = ys.Average(); Use(xs.Average(v => v * v) - m * m);")]
    [InlineData("double s = 0, q = 0; foreach (var v in xs) { s += v; q += v * ys[k]; } Use(q / n - (s / n) * (s / n));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("double m = xs.Average(); Use(xs.Average(v => v * v) - m * "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double[] x; double P { get { double m = x.Average(); return {|LG1104:x.Average(v => v * v) - m * m|}; } }"));

    // Sums that grow call by call.
    [Theory]
    [InlineData("public void Push(double v) { sum += v; sumSq += v * v; n++; } public double Variance => {|LG1104:sumSq / n - (sum / n) * (sum / n)|};")]
    [InlineData("public void Push(double v) { n++; sum += v; sumSq += v * v; } public void Clear() { sum = 0; sumSq = 0; n = 0; } public double Variance() { double m = sum / n; return {|LG1104:sumSq / n - m * m|}; }")]
    public Task Of_fields_that_grow_it_is_reported(string members) => Net.Reports(Class("double sum, sumSq; int n; " + members));

    // Another number in one of the sums, fields that anyone may write, sums that one of two methods adds to.
    [Theory]
    [InlineData("double sum, sumSq; int n; public void Push(double v, double w) { sum += w; sumSq += v * v; n++; } public double Variance => sumSq / n - (sum / n) * (sum / n);")]
    [InlineData("public double sum, sumSq; int n; public void Push(double v) { sum += v; sumSq += v * v; n++; } public double Variance => sumSq / n - (sum / n) * (sum / n);")]
    [InlineData("double sum, sumSq; int n; public void Push(double v) { sum += v; sumSq += v * v; n++; } public void Shift(double v) { sum += v; } public double Variance => sumSq / n - (sum / n) * (sum / n);")]
    [InlineData("double sum, mean; int n; public void Push(double v) { sum += (v - mean) * (v - mean); n++; } public double Variance => sum / n - (mean / n) * (mean / n);")]
    public Task Other_fields_are_not(string members) => Net.Reports(Class(members));
}
