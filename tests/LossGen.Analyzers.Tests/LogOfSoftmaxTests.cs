using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfSoftmaxTests
{
    [Theory]
    [InlineData("return torch.log(F.softmax(x, 1));", "return F.log_softmax(x, 1);")]
    [InlineData("return F.softmax(x, 1).log();", "return F.log_softmax(x, 1);")]
    [InlineData("return x.softmax(1).log();", "return x.log_softmax(1);")]
    [InlineData("return torch.softmax(x, 1).log();", "return x.log_softmax(1);")]
    [InlineData("return torch.log(torch.softmax(x + y, 1));", "return (x + y).log_softmax(1);")]
    [InlineData("return torch.log(torch.special.softmax(fc.forward(x), -1, ScalarType.Float64));", "return torch.special.log_softmax(fc.forward(x), -1, ScalarType.Float64);")]
    [InlineData("return F.softmax(x, 1, ScalarType.Float64).log();", "return x.log_softmax(1, ScalarType.Float64);")]
    [InlineData("var p = F.softmax(x, 1);\nUse(p);\nreturn p.log();", "var p = F.softmax(x, 1);\nUse(p);\nreturn x.log_softmax(1);")]
    public Task Of_a_tensor_is_flagged_and_fixed(string before, string after) => Torch.Cures(RuleIds.LogOfSoftmax).Fixes(
        TorchBody(Marked(before)), TorchBody(after));

    [Theory]
    [InlineData("return torch.log(F.softmax(x, 1) + 1e-8);")]
    [InlineData("return torch.log(F.softmax(x, 1).clamp(1e-7, 1));")]
    [InlineData("return F.softmax(x, 1).gather(1, y).log();")]
    [InlineData("var s = nn.Softmax(1); return torch.log(s.forward(x));")]
    [InlineData("var s = nn.Softmax(1); return torch.log(s.call(x));")]
    [InlineData("var e = x.exp(); return torch.log(e / e.sum(1, true));")]
    [InlineData("var m = x.amax(new long[] { 1 }, true); var e = (x - m).exp(); var p = e / e.sum(1, true); return -(y * p.log()).sum();")]
    [InlineData("x = x + w; var p = F.softmax(x, 1); x = y; return p.log();")]
    [InlineData("if (k > 3) { w = x; } else { w = x; } var p = w.softmax(-1); p = p.detach(); return p.log();")]
    public Task Of_a_tensor_with_more_between_is_flagged(string statements) =>
        Torch.Cures(RuleIds.LogOfSoftmax).OffersNoFix(TorchBody(Marked(statements)));

    [Theory]
    [InlineData("return F.log_softmax(x, 1);")]
    [InlineData("return F.nll_loss(F.log_softmax(x, 1), y);")]
    [InlineData("return torch.log(x);")]
    [InlineData("return torch.log(x + 1e-8);")]
    [InlineData("return F.softmax(x, 1).matmul(y).log();")]
    [InlineData("var p = F.softmax(x, 1); p = y; return p.log();")]
    [InlineData("var p = y; if (k > 1) { p = F.softmax(x, 1); } return p.log();")]
    [InlineData("return torch.log(F.softmax(x, 1).sum(1));")]
    [InlineData("return F.scaled_dot_product_attention(x, y, w).log();")]
    [InlineData("return F.softmax(x, 1).mean().log();")]
    public Task Other_logarithms_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("TensorPrimitives.SoftMax(xs, ys); Use({|LG1001:Math.Log(ys[k])|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use(-{|LG1001:Math.Log(ys[k])|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use(-{|LG1001:Math.Log(ys[k] + 1e-12)|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use(-{|LG1001:Math.Log(Math.Max(ys[k], 1e-12))|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use(-{|LG1001:Math.Log(Math.Clamp(ys[k], 1e-7, 1 - 1e-7))|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use(ys.Select(p => {|LG1001:Math.Log(p)|}).Sum());")]
    [InlineData("StableMath.Softmax(xs, ys); double h = 0; foreach (var p in ys) { h -= p * {|LG1001:Math.Log(p)|}; } Use(h);")]
    [InlineData("StableMath.Softmax(xs, ys); Use(Array.ConvertAll<double, double>(ys, {|LG1001:Math.Log|}).Sum());")]
    [InlineData("StableMath.Softmax(xs, ys); var q = ys; for (int i = 0; i < n; i++) { xs[i] = {|LG1001:Math.Log(q[i])|}; }")]
    [InlineData("for (int r = 0; r < n; r++) { StableMath.Softmax(xs.AsSpan(r * k, k), ys.AsSpan(r * k, k)); Use({|LG1001:Math.Log(ys[r * k + 1])|}); }")]
    [InlineData("StableMath.Softmax(xs, ys); Func<int, double> loss = t => -{|LG1001:Math.Log(ys[t])|}; Use(loss);")]
    public Task Of_an_array_is_flagged(string statements) => (Net with { Ids = ["LG1001"] }).Reports(Body(statements));

    [Theory]
    [InlineData("double m = xs.Max(); var e = xs.Select(v => Math.Exp(v - m)).ToArray(); double s = e.Sum(); Use({|LG1001:Math.Log(e[k] / s)|});")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i]); s += ys[i]; } for (int i = 0; i < n; i++) { ys[i] /= s; } Use({|LG1001:Math.Log(ys[k])|});")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { s += ys[i] = Math.Exp(xs[i]); } Use({|LG1001:Math.Log(ys[k] / s)|});")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(xs[i]); for (int i = 0; i < n; i++) ys[i] = {|LG1001:Math.Log(Math.Exp(xs[i]) / s)|};")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(xs[i]); double inv = 1 / s; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i]) * inv; } foreach (var p in ys) Use({|LG1001:Math.Log(p)|});")]
    [InlineData("for (int r = 0; r < n; r++) { double s = 0; for (int j = 0; j < k; j++) { ys[r * k + j] = Math.Exp(xs[r * k + j]); s += ys[r * k + j]; } for (int j = 0; j < k; j++) { ys[r * k + j] /= s; } Use({|LG1001:Math.Log(ys[r * k + 1])|}); }")]
    [InlineData("int i = 0; double s = 0; while (i < n) { s += Math.Exp(xs[i]); i++; } Use({|LG1001:Math.Log(Math.Exp(xs[k]) / s)|});")]
    public Task Of_a_softmax_written_by_hand_is_flagged(string statements) => (Net with { Ids = ["LG1001"] }).Reports(Body(statements));

    [Fact]
    public Task Of_a_softmax_in_another_method_is_flagged() => Net.Reports(Class("""
        private static float[] Softmax(float[] logits)
        {
            float max = float.NegativeInfinity;
            for (int i = 0; i < logits.Length; i++)
            {
                if (logits[i] > max) max = logits[i];
            }

            float sum = 0;
            var result = new float[logits.Length];
            for (int i = 0; i < logits.Length; i++)
            {
                result[i] = MathF.Exp(logits[i] - max);
                sum += result[i];
            }

            for (int i = 0; i < result.Length; i++)
            {
                result[i] /= sum;
            }

            return result;
        }

        private static void SoftmaxInto(ReadOnlySpan<float> x, Span<float> p) => StableMath.Softmax(x, p);

        public static float Loss(float[] logits, int label)
        {
            var p = Softmax(logits);
            return -{|LG1001:MathF.Log(p[label])|};
        }

        public static float Loss2(float[] logits, int label)
        {
            Span<float> p = stackalloc float[10];
            SoftmaxInto(logits, p);
            return -(float){|LG1001:Math.Log(p[label] + 1e-10f)|};
        }

        public float Property => {|LG1001:MathF.Log(Softmax(new float[3])[0])|};

        public Func<float[], float> Lambda = v => {|LG1001:MathF.Log(Softmax(v)[0])|};
        """));

    [Theory]
    [InlineData("Use(Math.Log(ys[k]));")]
    [InlineData("Use(Math.Log(ys[k] + 1e-8));")]
    [InlineData("StableMath.LogSoftmax(xs, ys); Use(ys[k]);")]
    [InlineData("StableMath.Softmax(xs, ys); if (ys[k] > 0) { Use(Math.Log(ys[k])); }")]
    [InlineData("StableMath.Softmax(xs, ys); double h = 0; foreach (var p in ys) { if (p > 1e-12) h -= p * Math.Log(p); } Use(h);")]
    [InlineData("StableMath.Softmax(xs, ys); Use(ys.Where(p => p > 0).Sum(p => p * Math.Log(p)));")]
    [InlineData("StableMath.Softmax(xs, ys); double h = 0; for (int i = 0; i < n; i++) { if (ys[i] <= 0) continue; h += Math.Log(ys[i]); } Use(h);")]
    [InlineData("StableMath.Softmax(xs, ys); Array.Clear(ys); Use(Math.Log(ys[k]));")]
    [InlineData("StableMath.Softmax(xs, ys); for (int i = 0; i < n; i++) ys[i] = i; Use(Math.Log(ys[k]));")]
    [InlineData("StableMath.Softmax(xs, ys); ys[k] -= 1; Use(Math.Log(ys[0]));")]
    [InlineData("for (int i = 0; i < n; i++) { xs[i] = Math.Clamp(xs[i], -10, 10); } StableMath.Softmax(xs, ys); Use(Math.Log(ys[k]));")]
    [InlineData("double total = xs.Sum(); for (int i = 0; i < n; i++) { Use(Math.Log(xs[i] / total)); }")]
    public Task Other_logarithms_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Rows_and_helpers_are_seen_through() => Net.Reports(Class("""
        private const double Tiny = 1e-12;

        private static double SafeLog(double p) => Math.Log(p + Tiny);

        private static double[] Softmax(double[] x)
        {
            double max = double.NegativeInfinity;
            foreach (var v in x)
            {
                if (v > max) max = v;
            }

            var exps = x.Select(v => Math.Exp(v - max)).ToArray();
            var sum = exps.Sum();
            return exps.Select(e => e / sum).ToArray();
        }

        public static double Loss(double[][] rows, int[] targets)
        {
            double loss = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                var p = Softmax(rows[i]);
                loss -= {|LG1001:Math.Log(p[targets[i]] + 1e-9)|};
                loss -= {|LG1001:SafeLog(p[targets[i]])|};
            }

            return loss / rows.Length;
        }

        public static double[][] Gradient(double[][] rows, int[] targets)
        {
            var all = new double[rows.Length][];
            for (int i = 0; i < rows.Length; i++)
            {
                var p = Softmax(rows[i]);
                p[targets[i]] -= 1;
                all[i] = p;
                Console.WriteLine(Math.Log(p[0]));
            }

            return all;
        }

        public static double Ordinal(double[] x, double eta, int label)
        {
            var cumulative = new double[x.Length];
            for (int k = 0; k < x.Length; k++) cumulative[k] = 1 / (1 + Math.Exp(-(x[k] - eta)));
            var probs = new double[x.Length];
            probs[0] = cumulative[0];
            for (int k = 1; k < x.Length - 1; k++) probs[k] = cumulative[k] - cumulative[k - 1];
            probs[x.Length - 1] = 1 - cumulative[x.Length - 2];
            for (int k = 0; k < x.Length; k++) probs[k] = Math.Max(probs[k], 1e-15);
            return -Math.Log(probs[label]);
        }
        """));

    [Fact]
    public Task SoftMax_and_Log_of_spans_become_LogSoftmax() => (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(
        Body("""
            // probabilities
            TensorPrimitives.SoftMax(xs, ys); // first
            {|LG1001:TensorPrimitives.Log(ys, ys)|};
            Use(ys);
            """),
        Body("""
            // probabilities
            StableMath.LogSoftmax(xs, ys); // first
            Use(ys);
            """));

    [Fact]
    public Task An_array_that_is_only_read_for_logarithms_comes_to_hold_them() => (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(
        Body("var p = new double[n];\nTensorPrimitives.SoftMax<double>(xs, p);\nUse(-{|LG1001:Math.Log(p[k])|});\nfor (int i = 0; i < n; i++) x -= ys[i] * {|LG1001:Math.Log(p[i])|};"),
        Body("var p = new double[n];\nStableMath.LogSoftmax(xs, p);\nUse(-p[k]);\nfor (int i = 0; i < n; i++) x -= ys[i] * p[i];"));

    [Fact]
    public Task The_type_of_the_logarithm_stays() => (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(
        Body("Span<float> p = stackalloc float[n];\nStableMath.Softmax(fs, p);\nUse(-{|LG1001:Math.Log(p[k])|});"),
        Body("Span<float> p = stackalloc float[n];\nStableMath.LogSoftmax(fs, p);\nUse(-(double)p[k]);"));

    [Fact]
    public Task The_result_of_a_softmax_of_ones_own_comes_to_hold_logarithms() => (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(
        Own("""
            var p = Softmax(z); // probabilities
            return -{|LG1001:Math.Log(p[label])|} - 0.1 * {|LG1001:Math.Log(p[0])|};
            """),
        Own("""
            var p = new double[z.Length]; // probabilities
            StableMath.LogSoftmax(z, p);
            return -p[label] - 0.1 * p[0];
            """));

    [Fact]
    public Task Its_length_may_be_asked_for() => (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(
        Own("""
            double[] p = Softmax(z);
            double loss = 0;
            for (int i = 0; i < p.Length; i++) loss -= {|LG1001:Math.Log(p[i])|} * i;
            return loss;
            """),
        Own("""
            double[] p = new double[z.Length];
            StableMath.LogSoftmax(z, p);
            double loss = 0;
            for (int i = 0; i < p.Length; i++) loss -= p[i] * i;
            return loss;
            """));

    [Theory]
    [InlineData("return -{|LG1001:Math.Log(Softmax(z)[label])|};", "return -StableMath.LogSoftmax(z, label);")]
    [InlineData("return 1 - 2 * {|LG1001:Math.Log(Softmax(z)[label + 1])|};", "return 1 - 2 * StableMath.LogSoftmax(z, label + 1);")]
    [InlineData(
        "return {|LG1001:Math.Log(Softmax(z.Select(x => x / 2).ToArray())[calls++])|};",
        "return StableMath.LogSoftmax(z.Select(x => x / 2).ToArray(), calls++);")]
    public Task One_element_of_a_softmax_of_ones_own_becomes_LogSoftmax(string before, string after) =>
        (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(Own(before), Own(after));

    [Theory]
    [InlineData("return -{|LG1001:Math.Log(Counted(z)[label])|};")]
    [InlineData("return -{|LG1001:Math.Log(InPlace(z)[label])|};")]
    [InlineData("return -{|LG1001:Math.Log(Cooler(z)[label])|};")]
    [InlineData("return -{|LG1001:Math.Log(Softmax(z)[^1])|};")]
    [InlineData("return -{|LG1001:Math.Log(Softmax(z)[label] + 1e-9)|};")]
    public Task One_element_of_something_else_stays(string statements) => Net.Cures(RuleIds.LogOfSoftmax).OffersNoFix(Own(statements));

    [Theory]
    [InlineData("var p = Softmax(z); Seen(p); return -{|LG1001:Math.Log(p[label])|};")]
    [InlineData("var p = Counted(z); return -{|LG1001:Math.Log(p[label])|};")]
    [InlineData("var p = InPlace(z); return -{|LG1001:Math.Log(p[label])|};")]
    [InlineData("var p = Cooler(z); return -{|LG1001:Math.Log(p[label])|};")]
    [InlineData("double[] p; p = Softmax(z); return -{|LG1001:Math.Log(p[label])|};")]
    public Task A_call_that_does_more_stays(string statements) => Net.Cures(RuleIds.LogOfSoftmax).OffersNoFix(Own(statements));

    // Functions of a program's own: a plain one, and some that do more than that.
    private static string Own(string statements) => $$"""
        using System;
        using System.Linq;
        using LossGen.Numerics;

        static class Net
        {
            static int calls;

            static double[] Softmax(double[] z)
            {
                double max = z.Max(), sum = 0;
                var e = new double[z.Length];
                for (int i = 0; i < z.Length; i++) { e[i] = Math.Exp(z[i] - max); sum += e[i]; }
                for (int i = 0; i < z.Length; i++) e[i] /= sum;
                return e;
            }

            static double[] Counted(double[] z)
            {
                calls++;
                double max = z.Max();
                var e = z.Select(v => Math.Exp(v - max)).ToArray();
                double sum = e.Sum();
                return e.Select(v => v / sum).ToArray();
            }

            static double[] InPlace(double[] z)
            {
                double max = z.Max(), sum = 0;
                for (int i = 0; i < z.Length; i++) { z[i] = Math.Exp(z[i] - max); sum += z[i]; }
                for (int i = 0; i < z.Length; i++) z[i] /= sum;
                return z;
            }

            static double[] Cooler(double[] z)
            {
                double max = z.Max();
                var e = z.Select(v => Math.Exp((v - max) / 2)).ToArray();
                double sum = e.Sum();
                return e.Select(v => v / sum).ToArray();
            }

            static void Seen(double[] p) { }

            static double Loss(double[] z, int label)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => "        " + line))}}
            }
        }
        """;

    [Theory]
    [InlineData("var p = new double[n]; StableMath.Softmax(xs, p); Use({|LG1001:Math.Log(p[k])|}); Use(p);")]
    [InlineData("var p = ys; StableMath.Softmax(xs, p); Use({|LG1001:Math.Log(p[k])|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use({|LG1001:Math.Log(ys[k])|});")]
    [InlineData("double m = xs.Max(), s = 0; var p = new double[n]; for (int i = 0; i < n; i++) { p[i] = i != k ? Math.Exp(xs[i] - m) : 0; s += p[i]; } for (int i = 0; i < n; i++) p[i] /= s; Use({|LG1001:Math.Log(p[k])|});")]
    [InlineData("var p = new double[n]; StableMath.Softmax(xs, p); p[k] = 1; StableMath.Softmax(xs, p); Use({|LG1001:Math.Log2(p[k])|});")]
    public Task An_array_that_is_read_otherwise_is_not_changed(string statements) => Net.Cures(RuleIds.LogOfSoftmax).OffersNoFix(Body(statements));

    [Fact]
    public Task Probabilities_that_are_kept_stay() => (Net with { Ids = ["LG1001"] }).Cures(RuleIds.LogOfSoftmax).Fixes(
        Body("var logs = new double[n];\nStableMath.Softmax(xs, ys);\n{|LG1001:TensorPrimitives.Log(ys, logs)|};"),
        Body("var logs = new double[n];\nStableMath.Softmax(xs, ys);\nStableMath.LogSoftmax(xs, logs);"));

    [Fact]
    public Task The_fix_keeps_trivia() => Torch.Cures(RuleIds.LogOfSoftmax).Fixes(
        TorchBody("return /* a */ {|LG1001:torch.log(F.softmax(x, /* rows */ 1))|} /* b */; // c"),
        TorchBody("return /* a */ F.log_softmax(x, /* rows */ 1) /* b */; // c"));

    private static string Marked(string statements)
    {
        // The logarithm is the last call of the statement; these sources write it in one of two ways.
        int start = statements.LastIndexOf("torch.log(", System.StringComparison.Ordinal);
        if (start >= 0)
        {
            int close = Closing(statements, start + "torch.log".Length);
            return statements[..start] + "{|LG1001:" + statements[start..(close + 1)] + "|}" + statements[(close + 1)..];
        }

        int end = statements.LastIndexOf(".log()", System.StringComparison.Ordinal);
        int from = statements.LastIndexOf("return ", System.StringComparison.Ordinal) + "return ".Length;
        int product = statements.IndexOf("(y * ", from, System.StringComparison.Ordinal);
        from = product >= 0 ? product + "(y * ".Length : from;
        return statements[..from] + "{|LG1001:" + statements[from..(end + 6)] + "|}" + statements[(end + 6)..];
    }

    private static int Closing(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return text.Length - 1;
    }


    [Fact]
    public Task It_is_silent_on_broken_code() => (Torch with { MayBeBroken = true }).Reports(
        "using static TorchSharp.torch; class D { Tensor M(Tensor x) => log(nn.functional.softmax(x, )); Tensor N(Tensor x) { return x.softmax(1.log(); } }");
}
