using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogSumExpWithoutShiftTests
{
    [Theory]
    [InlineData("double sum = 0; foreach (var v in new[] { 1000.0, 1000.0 }) sum += Math.Exp(v); Use({|LG1003:Math.Log(sum)|});")]
    [InlineData("double[] z = { 1000, 1000 }; Use({|LG1003:Math.Log(z.Sum(v => Math.Exp(v)))|});")]
    [InlineData("double[] z = [1000, 1000]; Use({|LG1003:Math.Log(z.Sum(Math.Exp))|});")]
    [InlineData("double[] z = [x, f]; Use({|LG1003:Math.Log(z.Sum(v => Math.Exp(v)))|});")]
    [InlineData("double[] z = [1, 2, 3]; Use(Math.Log(z.Sum(v => Math.Exp(v))));")]
    [InlineData("double sum = 0; foreach (var v in new[] { -1e9, 0, 2 }) sum += Math.Exp(v); Use(Math.Log(sum));")]
    public Task A_literal_is_judged_by_its_numbers(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { s += Math.Exp(xs[i]); } Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; int i = 0; while (i < n) s += Math.Exp(xs[i++]); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; foreach (var v in xs) { s = s + Math.Exp(v); } Use({|LG1003:Math.Log(s + 1e-9)|});")]
    [InlineData("for (int r = 0; r < n; r++) { double s = 0; for (int j = 0; j < k; j++) { s += Math.Exp(xs[r * k + j]); } Use(xs[r * k] - {|LG1003:Math.Log(s)|}); }")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i]); } foreach (var e in ys) s += e; Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v / 0.07); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; foreach (var v in xs) { if (v == 0) continue; s += Math.Exp(v); } Use({|LG1003:Math.Log(s)|});")]
    [InlineData("Use({|LG1003:Math.Log(xs.Average(v => Math.Exp(v)))|});")]
    [InlineData("var es = xs.Select(Math.Exp); Use({|LG1003:Math.Log(es.Sum())|});")]
    [InlineData("Use({|LG1003:Math.Log(xs.Aggregate(0.0, (s, v) => s + Math.Exp(v)))|});")]
    [InlineData("double s = Sum(xs); Use({|LG1003:Math.Log(s)|}); static double Sum(double[] v) { double t = 0; foreach (var e in v) t += Math.Exp(e); return t; }")]
    [InlineData("var z = xs.Sum(v => Math.Exp(v)); for (int i = 0; i < n; i++) ys[i] = xs[i] - {|LG1003:Math.Log(z)|};")]
    public Task Every_spelling_is_flagged(string statements) =>
        Net.Cures(RuleIds.LogSumExpWithoutShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use({|LG1003:Math.Log(xs.Sum(v => Math.Exp(v)))|});", "Use(StableMath.LogSumExp(xs));")]
    [InlineData("Use({|LG1003:Math.Log(xs.Sum(Math.Exp))|});", "Use(StableMath.LogSumExp(xs));")]
    [InlineData("Use({|LG1003:MathF.Log(fs.Sum(v => MathF.Exp(v)))|});", "Use(StableMath.LogSumExp(fs));")]
    [InlineData("Use(/* z */ {|LG1003:MathF.Log(fs.Sum(v => (float)Math.Exp(v)))|} /* Z */);", "Use(/* z */ StableMath.LogSumExp(fs) /* Z */);")]
    public Task A_sum_over_an_array_is_fixed(string before, string after) =>
        Net.Cures(RuleIds.LogSumExpWithoutShift).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double sum = 0;\nforeach (var v in xs)\n{\n    sum += Math.Exp(v);\n}\n\nUse(x - {|LG1003:Math.Log(sum)|});", "Use(x - StableMath.LogSumExp(xs));")]
    [InlineData("float sum = 0f;\nfor (int i = 0; i < fs.Length; i++) sum += MathF.Exp(fs[i]);\nUse({|LG1003:MathF.Log(sum)|}); // z", "Use(StableMath.LogSumExp(fs)); // z")]
    [InlineData("float sum = 0;\nforeach (var v in fs) sum += (float)Math.Exp(v);\nUse({|LG1003:Math.Log(sum)|});", "Use((double)StableMath.LogSumExp(fs));")]
    [InlineData("float sum = 0;\nforeach (var v in fs) sum += (float)Math.Exp(v);\nf = (float){|LG1003:Math.Log(sum)|};", "f = (float)StableMath.LogSumExp(fs);")]
    public Task A_loop_over_all_of_an_array_is_fixed(string before, string after) =>
        Net.Cures(RuleIds.LogSumExpWithoutShift).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(xs[i]); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; for (int i = 1; i < xs.Length; i++) s += Math.Exp(xs[i]); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v); Use({|LG1003:Math.Log(s)|} + s);")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(2 * v); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; /* all */ foreach (var v in xs) s += Math.Exp(v); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; foreach (var v in fs) s += Math.Exp(v); Use({|LG1003:Math.Log(s)|});")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v); Use(k); Use({|LG1003:Math.Log(s)|});")]
    public Task Another_loop_is_not_fixed(string statements) => Net.Cures(RuleIds.LogSumExpWithoutShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("return {|LG1003:x.exp().sum(1).log()|};", "return x.logsumexp(1);")]
    [InlineData("return {|LG1003:(x + y).exp().sum(1, keepdim: true).log()|};", "return (x + y).logsumexp(1, keepdim: true);")]
    [InlineData("return x - {|LG1003:torch.log(torch.sum(torch.exp(x), 1, true))|};", "return x - x.logsumexp(1, true);")]
    [InlineData("var e = x.exp(); return {|LG1003:e.sum(1).log()|};", "var e = x.exp(); return x.logsumexp(1);")]
    [InlineData("return {|LG1003:torch.log(x.exp().sum(-1))|};", "return x.logsumexp(-1);")]
    public Task A_sum_of_tensors_is_fixed(string before, string after) =>
        Torch.Cures(RuleIds.LogSumExpWithoutShift).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return {|LG1003:x.exp().sum().log()|};")]
    [InlineData("return {|LG1003:x.exp().sum(new long[] { 1, 2 }).log()|};")]
    public Task Without_one_dimension_there_is_no_fix(string statements) =>
        Torch.Cures(RuleIds.LogSumExpWithoutShift).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("double m = xs.Max(); double s = 0; foreach (var v in xs) s += Math.Exp(v - m); Use(m + Math.Log(s));")]
    [InlineData("double m = double.NegativeInfinity; for (int i = 0; i < n; i++) if (xs[i] > m) m = xs[i]; double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(xs[i] - m); Use(m + Math.Log(s));")]
    [InlineData("double m = xs[0]; for (int i = 1; i < n; i++) m = Math.Max(m, xs[i]); double s = 0; for (int i = 0; i < n; i++) { double z = xs[i] - m; s += Math.Exp(z); } Use(Math.Log(s) + m);")]
    [InlineData("double m = TensorPrimitives.Max<double>(xs); TensorPrimitives.Subtract(xs, m, ys); TensorPrimitives.Exp(ys, ys); Use(m + Math.Log(TensorPrimitives.Sum<double>(ys)));")]
    [InlineData("double m = TensorPrimitives.Max<double>(xs); TensorPrimitives.Add(xs, -m, ys); TensorPrimitives.Exp(ys, ys); Use(m + Math.Log(TensorPrimitives.Sum<double>(ys)));")]
    [InlineData("var m = xs.Max(); Use(m + Math.Log(xs.Select(v => Math.Exp(v - m)).Sum()));")]
    [InlineData("var m = xs.Max(); Use(m + Math.Log(xs.Sum(v => Math.Exp((v - m) / 2))));")]
    [InlineData("double m = Math.Max(xs[0], Math.Max(xs[1], xs[2])); double s = 0; foreach (var v in xs) s += Math.Exp(v - m); Use(Math.Log(s));")]
    [InlineData("double m = x; double s = 0; foreach (var v in xs) s += Math.Exp(v - m); Use(Math.Log(s));")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(-v * v); Use(Math.Log(s));")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(-Math.Abs(v)); Use(Math.Log(s));")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(Math.Min(v, 50)); Use(Math.Log(s));")]
    [InlineData("double m = double.NegativeInfinity; for (int i = 0; i < n; i++) { double v = k > 0 ? -xs[i] : xs[i]; if (v > m) m = v; } double s = 0; for (int i = 0; i < n; i++) { double v = k > 0 ? -xs[i] : xs[i]; s += Math.Exp(v - m); } Use(m + Math.Log(s));")]
    [InlineData("double least = xs.Min(); double s = 0; for (int i = 0; i < n; i++) { double e = (xs[i] - least) / x; if (e < 12) s += Math.Exp(-e); } Use(least - x * Math.Log(s));")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(-9 * Math.Sqrt(xs[i] * xs[i] + x * x)); Use(Math.Log(s));")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { if (i == k) continue; s += Math.Exp(xs[i] - xs[k]); } Use(Math.Log(1 + s));")]
    [InlineData("double m = xs.Aggregate(Math.Max); Use(m + Math.Log(xs.Aggregate(0.0, (s, v) => s + Math.Exp(v - m))));")]
    [InlineData("unsafe { fixed (double* p = xs) { double m = *p; for (int i = 1; i < n; i++) if (p[i] > m) m = p[i]; double s = 0; for (double* q = p; q < p + n; q++) s += Math.Exp(*q - m); Use(m + Math.Log(s)); } }")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(-i * x); Use(Math.Log(s));")]
    [InlineData("double m = xs.Aggregate((a, b) => a > b ? a : b); Use(m + Math.Log(xs.Sum(v => Math.Exp(v - m))));")]
    [InlineData("double s = 0; foreach (var v in xs) s += v; Use(Math.Log(s));")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v); Use(s);")]
    [InlineData("double s = 0; foreach (var v in xs) { s *= 0.5; s += Math.Exp(v); } Use(Math.Log(s));")]
    [InlineData("double s = 0; foreach (var v in xs) { s += Math.Exp(v); } s = x; Use(Math.Log(s));")]
    [InlineData("double s = 0; foreach (var v in xs) { s += Math.Exp(v); } if (k > 0) s = x; Use(Math.Log(s));")]
    public Task A_shifted_or_bounded_sum_is_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task A_part_of_scratch_memory_that_every_row_reuses_is_not() => Net.Reports(Class("""
        public static float M(ReadOnlySpan<float> all, Span<float> scratch, int n)
        {
            scratch = scratch[..n];
            float total = 0;
            for (int row = 0; row < n; row++)
            {
                var x = all.Slice(row * n, n);
                float max = TensorPrimitives.Max(x);
                TensorPrimitives.Subtract(x, max, scratch);
                TensorPrimitives.Exp(scratch, scratch);
                total += MathF.Log(TensorPrimitives.Sum(scratch)) + max;
            }

            return total;
        }
        """));

    [Fact]
    public Task A_parameter_called_max_is_a_shift() => Net.Reports(Class("""
        static double Lse(double[] x, double max)
        {
            double s = 0;
            foreach (var v in x) s += Math.Exp(v - max);
            return max + Math.Log(s);
        }

        static double Lse2(double[] x)
        {
            Shift(x);
            double s = 0;
            foreach (var v in x) s += Math.Exp(v);
            return Math.Log(s);
        }

        static void Shift(double[] x)
        {
            double max = x.Max();
            for (int i = 0; i < x.Length; i++) x[i] -= max;
        }
        """));

    [Theory]
    [InlineData("var m = x.amax(new long[] { 1 }, true); return (x - m).exp().sum(1, true).log() + m;")]
    [InlineData("var (m, _) = x.max(1, true); return (x - m).exp().sum(1, true).log() + m;")]
    [InlineData("var m = x.max(1, keepdim: true).values; return (x - m).exp().sum(1, true).log() + m;")]
    [InlineData("return x.logsumexp(1);")]
    [InlineData("return x.sum(1).log();")]
    public Task A_shifted_sum_of_tensors_is_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task It_is_seen_in_a_lambda_and_in_a_property() => Net.Reports(Class("""
        double[] scores = new double[3];

        Func<double[], double> Lambda = v => {|LG1003:Math.Log(v.Sum(e => Math.Exp(e)))|};

        double Property
        {
            get
            {
                double sum = 0;
                for (int i = 0; i < scores.Length; i++) sum += Math.Exp(scores[i]);
                return {|LG1003:Math.Log(sum)|};
            }
        }
        """));


    [Fact]
    public Task It_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double M(double[] x) { double s = 0; foreach (var v in ) s += Math.Exp(v); for (int i = 0; i < x.Length; i++ s += Math.Exp(x[i]; return Math.Log(t); } }");

    [Fact]
    public Task Without_the_function_in_StableMath_there_is_no_fix() => (Net with
    {
        Libraries = ["namespace LossGen.Numerics { public static class StableMath { public static double Softplus(double x) => x; } }"],
    }).Cures(RuleIds.LogSumExpWithoutShift).OffersNoFix(
        "using System; using System.Linq; class D { double M(double[] x) => {|LG1003:Math.Log(x.Sum(v => Math.Exp(v)))|}; }");
}
