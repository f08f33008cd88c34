using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxWithoutShiftTests
{
    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } for (int i = 0; i < n; i++) {|LG1101:ys[i] /= s|};")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(xs[i]); for (int i = 0; i < n; i++) ys[i] = {|LG1101:Math.Exp(xs[i]) / s|};")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { s += ys[i] = Math.Exp(xs[i]); } double inv = 1 / s; for (int i = 0; i < n; i++) {|LG1101:ys[i] *= inv|};")]
    [InlineData("float s = 0; var e = new float[n]; for (int i = 0; i < n; i++) { e[i] = (float)Math.Exp(fs[i]); s += e[i]; } for (int i = 0; i < n; i++) e[i] = {|LG1101:e[i] / s|};")]
    [InlineData("TensorPrimitives.Exp(xs, ys); {|LG1101:TensorPrimitives.Divide(ys, TensorPrimitives.Sum<double>(ys), ys)|};")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v / 0.1); for (int i = 0; i < n; i++) ys[i] = {|LG1101:Math.Exp(xs[i] / 0.1) / s|};")]
    [InlineData("for (int r = 0; r < n; r++) { double s = 0; for (int j = 0; j < k; j++) s += Math.Exp(xs[r * k + j]); for (int j = 0; j < k; j++) ys[r * k + j] = {|LG1101:Math.Exp(xs[r * k + j]) / s|}; }")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v); for (int i = 0; i < n; i++) ys[i] = {|LG1101:Math.Exp(xs[i]) / (s + 1e-12)|};")]
    [InlineData("double a = xs.Average(); double s = xs.Sum(v => Math.Exp(v * 2)); Use(xs.Select(v => {|LG1101:Math.Exp(v * 2) / s|}));")]
    public Task Every_spelling_is_flagged(string statements) => Net.Cures(RuleIds.SoftmaxWithoutShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData(
        "double s = 0;\nfor (int i = 0; i < xs.Length; i++) s += Math.Exp(xs[i]);\nfor (int i = 0; i < xs.Length; i++) ys[i] = {|LG1101:Math.Exp(xs[i]) / s|};",
        "double s = 0;\ndouble max = xs.Aggregate(double.NegativeInfinity, Math.Max);\nfor (int i = 0; i < xs.Length; i++) s += Math.Exp(xs[i] - max);\nfor (int i = 0; i < xs.Length; i++) ys[i] = Math.Exp(xs[i] - max) / s;")]
    [InlineData(
        "var e = xs.Select(v => Math.Exp(v)).ToArray();\nvar s = e.Sum();\nUse(e.Select(v => {|LG1101:v / s|}).ToArray());",
        "double max = xs.Aggregate(double.NegativeInfinity, Math.Max);\nvar e = xs.Select(v => Math.Exp(v - max)).ToArray();\nvar s = e.Sum();\nUse(e.Select(v => v / s).ToArray());")]
    [InlineData(
        "var e = xs.Select(Math.Exp);\nvar s = e.Sum();\nUse(e.Select(v => {|LG1101:v / s|}));",
        "double max = xs.Aggregate(double.NegativeInfinity, Math.Max);\nvar e = xs.Select(v => Math.Exp(v - max));\nvar s = e.Sum();\nUse(e.Select(v => v / s));")]
    [InlineData(
        "float s = fs.Sum(v => (float)Math.Exp(v));\nUse(fs.Select(v => {|LG1101:(float)Math.Exp(v) / s|}));",
        "float max = fs.Aggregate(float.NegativeInfinity, MathF.Max);\nfloat s = fs.Sum(v => (float)Math.Exp((double)v - max));\nUse(fs.Select(v => (float)Math.Exp((double)v - max) / s));")]
    [InlineData(
        "double s = 0;\nforeach (var v in xs) s += Math.Exp(v);\nUse({|LG1101:Math.Exp(xs[k]) / s|});",
        "double s = 0;\ndouble max = xs.Aggregate(double.NegativeInfinity, Math.Max);\nforeach (var v in xs) s += Math.Exp(v - max);\nUse(Math.Exp(xs[k] - max) / s);")]
    [InlineData(
        "double s = 0;\nfor (int i = 0; i < xs.Length; i++)\n{\n    xs[i] = Math.Exp(xs[i]);\n    s += xs[i];\n}\n\nfor (int i = 0; i < xs.Length; ++i) xs[i] = {|LG1101:xs[i] / s|};\nUse(xs.Length);",
        "double s = 0;\ndouble max = xs.Aggregate(double.NegativeInfinity, Math.Max);\nfor (int i = 0; i < xs.Length; i++)\n{\n    xs[i] = Math.Exp(xs[i] - max);\n    s += xs[i];\n}\n\nfor (int i = 0; i < xs.Length; ++i) xs[i] = xs[i] / s;\nUse(xs.Length);")]
    [InlineData(
        "double s = 0; // all\nfor (int i = 0; i < fs.Length; i++) { ys[i] = Math.Exp(fs[i]); s += ys[i]; }\nfor (int i = 0; i < fs.Length; i++) {|LG1101:ys[i] /= s|};",
        "double s = 0; // all\nfloat max = fs.Aggregate(float.NegativeInfinity, MathF.Max);\nfor (int i = 0; i < fs.Length; i++) { ys[i] = Math.Exp((double)fs[i] - max); s += ys[i]; }\nfor (int i = 0; i < fs.Length; i++) ys[i] /= s;")]
    public Task The_largest_is_subtracted_where_the_form_stays(string before, string after) => Net.Cures(RuleIds.SoftmaxWithoutShift).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double s = 1e-9; for (int i = 0; i < xs.Length; i++) s += Math.Exp(xs[i]); for (int i = 0; i < xs.Length; i++) ys[i] = {|LG1101:Math.Exp(xs[i]) / s|};")]
    [InlineData("var e = xs.Select(v => Math.Exp(v)).ToArray(); var s = e.Sum(); Use(e.Select(v => {|LG1101:v / s|}).ToArray()); Use(e);")]
    [InlineData("var e = xs.Select(v => Math.Exp(v)).ToArray(); var s = e.Sum(); Use(e.Select(v => {|LG1101:v / s|}).ToArray()); Use(s);")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(xs[i]); for (int i = 0; i < n; i++) ys[i] = {|LG1101:Math.Exp(xs[i]) / s|};")]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) s += Math.Exp(xs[i]); Use({|LG1101:Math.Exp(xs[k]) / s|}); Use(Math.Exp(x));")]
    [InlineData("double s = xs.Sum(v => Math.Exp(v)); double t = s + 1; Use({|LG1101:Math.Exp(xs[k]) / s|}); Use(t);")]
    public Task Exponentials_that_are_used_otherwise_stay(string statements) => Net.Cures(RuleIds.SoftmaxWithoutShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) { ys[i] = i != k ? Math.Exp(xs[i]) : 0; s += ys[i]; } for (int i = 0; i < xs.Length; i++) {|LG1101:ys[i] /= s|};")]
    [InlineData("double s = 0; var e = new double[n]; for (int i = 0; i < xs.Length; i++) { if (i == k) continue; e[i] = Math.Exp(xs[i]); s += e[i]; } for (int i = 0; i < xs.Length; i++) {|LG1101:e[i] /= s|}; Use(e);")]
    public Task Of_those_that_a_mask_lets_through_it_is_not_fixed(string statements) => Net.Cures(RuleIds.SoftmaxWithoutShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("double sum = 0;\nfor (int i = 0; i < xs.Length; i++)\n{\n    ys[i] = Math.Exp(xs[i]);\n    sum += ys[i];\n}\n\nfor (int i = 0; i < xs.Length; i++) {|LG1101:ys[i] /= sum|};\nUse(ys);", "StableMath.Softmax(xs, ys.AsSpan(0, xs.Length));\nUse(ys);")]
    [InlineData("var p = new float[fs.Length];\nfloat sum = 0f;\nfor (int i = 0; i < fs.Length; i++) { p[i] = (float)Math.Exp(fs[i]); sum += p[i]; }\nfor (int i = 0; i < p.Length; i++) { {|LG1101:p[i] /= sum|}; }", "var p = new float[fs.Length];\nStableMath.Softmax(fs, p);")]
    [InlineData("double sum = 0;\nfor (int i = 0; i < xs.Length; i++) { xs[i] = Math.Exp(xs[i]); sum += xs[i]; }\nfor (int i = 0; i < xs.Length; i++) {|LG1101:xs[i] /= sum|};", "StableMath.Softmax(xs, xs);")]
    public Task Plain_loops_are_fixed(string before, string after) => Net.Cures(RuleIds.SoftmaxWithoutShift).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } for (int i = 0; i < ys.Length; i++) {|LG1101:ys[i] /= s|};")]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } for (int i = 0; i < xs.Length; i++) {|LG1101:ys[i] /= s|}; Use(s);")]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) { ys[i] = Math.Exp(2 * xs[i]); s += ys[i]; } for (int i = 0; i < xs.Length; i++) {|LG1101:ys[i] /= s|};")]
    [InlineData("double s = 0; for (int i = 1; i < xs.Length; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } for (int i = 1; i < xs.Length; i++) {|LG1101:ys[i] /= s|};")]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } if (s == 0) s = 1; for (int i = 0; i < xs.Length; i++) {|LG1101:ys[i] /= s|};")]
    [InlineData("double s = 0; for (int i = 0; i < xs.Length; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } s = s > 0 ? s : 1; for (int i = 0; i < xs.Length; i++) {|LG1101:ys[i] /= s|};")]
    public Task Other_loops_are_not(string statements) => Net.Cures(RuleIds.SoftmaxWithoutShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("return {|LG1101:x.exp() / x.exp().sum(1, true)|};", "return x.softmax(1);")]
    [InlineData("return {|LG1101:torch.exp(x) / torch.sum(torch.exp(x), -1, keepdim: true)|};", "return x.softmax(-1);")]
    [InlineData("var e = x.exp(); return {|LG1101:e / e.sum(dim: 1, keepdim: true)|};", "var e = x.exp(); return x.softmax(dim: 1);")]
    [InlineData("return {|LG1101:(x + y).exp() / (x + y).exp().sum(1, true)|}; // p", "return (x + y).softmax(1); // p")]
    public Task Tensors_are_fixed(string before, string after) => Torch.Cures(RuleIds.SoftmaxWithoutShift).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return {|LG1101:x.exp() / x.exp().sum()|};")]
    [InlineData("return {|LG1101:x.exp() / x.exp().sum(1)|};")]
    [InlineData("return {|LG1101:x.exp() / x.exp().sum(1, false)|};")]
    [InlineData("var s = x.exp().sum(1, true); return {|LG1101:x.exp() / s|};")]
    public Task Other_shapes_are_not(string statements) => Torch.Cures(RuleIds.SoftmaxWithoutShift).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("double m = xs.Max(); double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i] - m); s += ys[i]; } for (int i = 0; i < n; i++) ys[i] /= s;")]
    [InlineData("double m = double.MinValue; foreach (var v in xs) if (v > m) m = v; double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i] - m); s += ys[i]; } for (int i = 0; i < n; i++) ys[i] *= 1 / s;")]
    [InlineData("double m = TensorPrimitives.Max<double>(xs); TensorPrimitives.Subtract(xs, m, ys); TensorPrimitives.Exp(ys, ys); TensorPrimitives.Divide(ys, TensorPrimitives.Sum<double>(ys), ys);")]
    [InlineData("var m = xs.Max(); var e = xs.Select(v => Math.Exp(v - m)).ToArray(); var s = e.Sum(); Use(e.Select(v => v / s));")]
    [InlineData("var e = xs.Select(v => Math.Exp(v - x)).ToArray(); var s = e.Sum(); Use(e.Select(v => v / s));")]
    [InlineData("double t = Math.Max(xs[0], Math.Max(xs[1], xs[2])); double s = 0; foreach (var v in xs) s += Math.Exp(v - t); Use(Math.Exp(xs[0] - t) / s);")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(-v * v); Use(Math.Exp(-xs[0] * xs[0]) / s);")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(-v / x); for (int i = 0; i < n; i++) ys[i] = Math.Exp(-xs[i] / x) / s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(-0.5 * v); for (int i = 0; i < n; i++) ys[i] = Math.Exp(-0.5 * xs[i]) / s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(Math.Tanh(v) * 10); for (int i = 0; i < n; i++) ys[i] = Math.Exp(Math.Tanh(xs[i]) * 10) / s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(Math.Clamp(v, -50, 50)); for (int i = 0; i < n; i++) ys[i] = Math.Exp(Math.Clamp(xs[i], -50, 50)) / s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(Math.Log(v) / x); for (int i = 0; i < n; i++) ys[i] = Math.Exp(Math.Log(xs[i]) / x) / s;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(-x * i); s += ys[i]; } for (int i = 0; i < n; i++) ys[i] /= s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Abs(v); for (int i = 0; i < n; i++) ys[i] = xs[i] / s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v); for (int i = 0; i < n; i++) ys[i] = xs[i] / s;")]
    [InlineData("double s = 0; foreach (var v in xs) s += Math.Exp(v); Use(s / n);")]
    [InlineData("double s = 0; foreach (var v in ys) s += Math.Exp(v); Use(Math.Exp(xs[0]) / s);")]
    [InlineData("Use(1 / (1 + Math.Exp(-x)));")]
    [InlineData("Use(Math.Exp(x) / n);")]
    [InlineData("StableMath.Softmax(xs, ys); for (int i = 0; i < n; i++) ys[i] *= 0.9;")]
    public Task What_is_shifted_bounded_or_no_softmax_is_not(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("return x.softmax(1);")]
    [InlineData("var m = x.amax(new long[] { 1 }, true); var e = (x - m).exp(); return e / e.sum(1, true);")]
    [InlineData("var (m, _) = x.max(1, true); return (x - m).exp() / (x - m).exp().sum(1, true);")]
    [InlineData("var e = x.clamp(-9, 9).exp(); return e / e.sum(1, true);")]
    [InlineData("return x / x.sum(1, true);")]
    [InlineData("return x.exp() / y.exp().sum(1, true);")]
    public Task Other_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task It_is_seen_in_helpers_and_properties_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports("""
        using System;
        using System.Linq;
        class D
        {
            double[] x = new double[3];
            double[] P => x.Select(v => {|LG1101:Math.Exp(v) / x.Sum(w => Math.Exp(w))|}).ToArray();
            static void Normalize(double[] logitsMinusMax) { double s = 0; foreach (var v in logitsMinusMax) s += Math.Exp(v); logitsMinusMax[0] = Math.Exp(logitsMinusMax[0]) / s; }
            double Q { get { double s = x.Sum(Math.Exp); return Math.Exp(x[0]) / ; } }
        }
        """);

    [Fact]
    public Task Shifts_of_every_kind_are_seen() => Net.Reports(Class("""
        private double peak;

        static void Shift(double[] x) { double m = x.Max(); for (int i = 0; i < x.Length; i++) x[i] -= m; }

        static void A(double[] x) { Shift(x); double s = 0; for (int i = 0; i < x.Length; i++) { x[i] = Math.Exp(x[i]); s += x[i]; } for (int i = 0; i < x.Length; i++) x[i] /= s; }

        static double[] B(double[] x)
        {
            var z = x.Select(v => v - x.Max()).ToArray();
            var e = Array.ConvertAll(z, Math.Exp);
            return e.Select(v => v / e.Sum()).ToArray();
        }

        void D(double[] x) { peak = x.Max(); double s = x.Sum(v => Math.Exp(v - peak)); for (int i = 0; i < x.Length; i++) x[i] = Math.Exp(x[i] - peak) / s; }

        static void E(double[,] x, int r)
        {
            double m = double.NegativeInfinity, s = 0;
            for (int j = 0; j < x.GetLength(1); j++) m = Math.Max(m, x[r, j]);
            for (int j = 0; j < x.GetLength(1); j++) { x[r, j] = Math.Exp(x[r, j] - m); s += x[r, j]; }
            for (int j = 0; j < x.GetLength(1); j++) x[r, j] /= s;
        }

        static T[] F<T>(T[] x) where T : IBinaryFloatingPointIeee754<T>
        {
            T m = T.NegativeInfinity, s = T.Zero;
            foreach (T v in x) m = T.Max(m, v);
            foreach (T v in x) s += T.Exp(v - m);
            return Array.ConvertAll(x, v => T.Exp(v - m) / s);
        }

        static double G(System.Collections.Generic.Dictionary<string, double> scores, string key)
        {
            double best = scores.Values.OrderByDescending(v => v).First();
            double s = scores.Values.Sum(v => Math.Exp(v - best));
            return Math.Exp(scores[key] - best) / s;
        }

        static void H(double[] xs, double[] ys, double[] w, double x, double y, double h)
        {
            double s = 0;
            for (int i = 0; i < w.Length; i++)
            {
                double dx = xs[i] - x, dy = ys[i] - y, d2 = dx * dx + dy * dy;
                w[i] = Math.Exp(-d2 / (2 * h * h));
                s += w[i];
            }

            for (int i = 0; i < w.Length; i++) w[i] /= s;
        }

        static void Kernel(double[] w, double sigma)
        {
            double s = 0;
            for (int i = 0; i < w.Length; i++) { double d = i - w.Length / 2; w[i] = Math.Exp(-0.5 * d * d / (sigma * sigma)); s += w[i]; }
            for (int i = 0; i < w.Length; i++) w[i] /= s;
        }

        static void Gauss(float[,] k, int r, float sigma)
        {
            float s = 0;
            for (int y = -r; y <= r; y++) for (int x = -r; x <= r; x++) { k[y + r, x + r] = MathF.Exp(-(x * x + y * y) / (2 * sigma * sigma)); s += k[y + r, x + r]; }
            for (int y = 0; y <= 2 * r; y++) for (int x = 0; x <= 2 * r; x++) k[y, x] /= s;
        }

        static void Capped(double[] x) { double s = 0; for (int i = 0; i < x.Length; i++) s += Math.Exp(Math.Min(x[i], 80)); for (int i = 0; i < x.Length; i++) x[i] = Math.Exp(Math.Min(x[i], 80)) / s; }

        static unsafe void P(float* x, int n)
        {
            float m = x[0], s = 0;
            for (int i = 1; i < n; i++) if (x[i] > m) m = x[i];
            for (int i = 0; i < n; i++) { x[i] = MathF.Exp(x[i] - m); s += x[i]; }
            for (int i = 0; i < n; i++) x[i] /= s;
        }

        static void Decay(double[] w, double rate)
        {
            double s = 0;
            for (int i = 0; i < w.Length; i++) { w[i] = Math.Exp(-rate * i); s += w[i]; }
            for (int i = 0; i < w.Length; i++) w[i] /= s;
        }

        static void Age(double[] ages, double[] w, double halfLife)
        {
            double s = 0;
            for (int i = 0; i < w.Length; i++) { w[i] = Math.Exp(-Math.Log(2) * ages[i] / halfLife); s += w[i]; }
            for (int i = 0; i < w.Length; i++) w[i] /= s;
        }
        """));
}
