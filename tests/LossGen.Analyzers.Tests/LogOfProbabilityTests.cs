using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfProbabilityTests
{
    [Theory]
    [InlineData("static double E(double T, double O) => -T * {|LG1015:Math.Log(O)|} - (1.0 - T) * Math.Log(1.0 - O);")]
    [InlineData("static double Cost(double[] po, double[] eo) { double c = 0; for (int i = 0; i < po.Length; i++) { c += eo[i] * {|LG1015:Math.Log(po[i])|} + (1 - eo[i]) * Math.Log(1 - po[i]); } return -c; }")]
    [InlineData("static double CrossEntropy(double[] prediction, double[] target) { double o = 0; for (int i = 0; i < prediction.Length; i++) { o += {|LG1015:Math.Log(prediction[i])|} * target[i]; } return o * -1d; }")]
    [InlineData("static void Losses(double[] r, double[] actualOutput, double[] expectedOutput) => System.Threading.Tasks.Parallel.For(0, r.Length, i => { r[i] = -1 * (expectedOutput[i] * {|LG1015:Math.Log(actualOutput[i])|}); });")]
    [InlineData("static double CrossEntropy(double[] prediction, double[] target, double[] w) { double o = 0; for (int i = 0; i < w.Length; i++) { o -= w[i] * target[i] * {|LG1015:Math.Log(prediction[i])|}; } return o; }")]
    [InlineData("static double CrossEntropy(double[] prediction, double[] target, double w) { double o = 0; for (int i = 0; i < target.Length; i++) { o -= w * {|LG1015:Math.Log(prediction[i])|} * target[i]; } return o; }")]
    [InlineData("static double Nll(double[] probs, int label) => -{|LG1015:Math.Log(probs[label])|};")]
    [InlineData("static double Loss(double[] output, int label) => -{|LG1015:Math.Log(output[label])|};")]
    [InlineData("static double CrossEntropy(double[] actual, double[] expected) { double sum = 0; for (int i = 0; i < expected.Length; i++) { if (expected[i] != 0) sum -= {|LG1015:Math.Log(actual[i])|}; } return sum; }")]
    [InlineData("static double LogLoss(int y, double p) { if (y == 1) return -{|LG1015:Math.Log(p)|}; else return -Math.Log(1 - p); }")]
    [InlineData("static double F(int y, double p) => y == 1 ? -{|LG1015:Math.Log(p)|} : -Math.Log(1 - p);")]
    [InlineData("static double Entropy(double[] probs) { double h = 0; foreach (var x in probs) h -= x * {|LG1015:Math.Log(x, 2)|}; return h; }")]
    [InlineData("static double H(double[] probabilities) => -probabilities.Sum(p => p * {|LG1015:Math.Log(p)|});")]
    [InlineData("class CrossEntropy { double Negative(double value) => -{|LG1015:Math.Log(1 - value)|}; }")]
    [InlineData("static double H(double p) => -p * {|LG1015:Math.Log(p)|} - (1 - p) * Math.Log(1 - p);")]
    [InlineData("static double H(double[] probs) { double e = 0; for (int i = 0; i < probs.Length; i++) e -= probs[i] * {|LG1015:Math.Log(probs[i], 2)|}; return e; }")]
    [InlineData("static double Fit(double[] guesses, double[] marks) { double sum = 0; for (int i = 0; i < marks.Length; i++) { double g = guesses[i], m = marks[i], left = m * {|LG1015:Math.Log(g)|}, right = (1 - m) * Math.Log(1 - g); sum += left + right; } return -sum; }")]
    [InlineData("static double Fit(double guess, double mark) { double sum = mark * {|LG1015:Math.Log(guess)|}; sum += (1 - mark) * Math.Log(1 - guess); return sum; }")]
    [InlineData("static double LogLikelyhood(double[] outputs, int best) => -{|LG1015:Math.Log(outputs[best])|};")]
    [InlineData("static double Focal(double p, int y) { double pt = y == 1 ? p : 1 - p; return -Math.Pow(1 - pt, 2) * {|LG1015:Math.Log(pt)|}; }")]
    [InlineData("static double Focal(double predicted, double y) => -{|LG1015:Math.Log(y * predicted + (1 - y) * (1 - predicted))|};")]
    [InlineData("static double LossOfTheOtherClass(double prediction) => -{|LG1015:Math.Log(1 - prediction)|};")]
    [InlineData("static double RealLoss(double[] predicted) => -predicted.Average(p => {|LG1015:Math.Log(p)|}); static float FakeLoss(float[] predicted) { float loss = 0; for (int i = 0; i < predicted.Length; i++) loss -= {|LG1015:MathF.Log(1 - predicted[i])|}; return loss; }")]
    [InlineData("static double Loss(double p) { p = Math.Clamp(p, 0, 1); double loss = -{|LG1015:Math.Log(p)|}; return loss; }")]
    [InlineData("static double H(float[] shares) { double entropy = 0; foreach (float s in shares) { float p = Math.Min(Math.Max(s, 0f), 1f); entropy -= p * {|LG1015:MathF.Log(p)|}; } return entropy; }")]
    public Task In_a_method_it_is_reported(string statements) => Net.Reports(Class(statements));

    [Theory]
    [InlineData("static double E(double T, double O) => -T * {|LG1015:Math.Log(O)|} - (1.0 - T) * Math.Log(1.0 - O);", "static double E(double T, double O) => StableMath.XLogY(-T, O) - StableMath.XLog1PY(1.0 - T, -O);")]
    [InlineData("static double CrossEntropy(double[] prediction, double[] target) { double o = 0; for (int i = 0; i < prediction.Length; i++) { o += {|LG1015:Math.Log(prediction[i])|} * target[i]; } return o * -1d; }", "static double CrossEntropy(double[] prediction, double[] target) { double o = 0; for (int i = 0; i < prediction.Length; i++) { o += StableMath.XLogY(target[i], prediction[i]); } return o * -1d; }")]
    [InlineData("static double H(double[] probabilities) => -probabilities.Sum(p => p * {|LG1015:Math.Log(p)|});", "static double H(double[] probabilities) => -probabilities.Sum(p => StableMath.XLogX(p));")]
    [InlineData("static float H(float[] probs) { float e = 0; foreach (var p in probs) { e -= p * {|LG1015:MathF.Log(p)|}; } return e; }", "static float H(float[] probs) { float e = 0; foreach (var p in probs) { e -= StableMath.XLogX(p); } return e; }")]
    [InlineData("static double H(double p) => -(p * {|LG1015:Math.Log(p)|} + (1 - p) * Math.Log(1 - p));", "static double H(double p) => -(StableMath.XLogX(p) + StableMath.XLog1PY(1 - p, -p));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.LogOfProbability).Fixes(Class(before), Class(after));

    [Theory]
    [InlineData("static double Nll(double[] probs, int label) => -{|LG1015:Math.Log(probs[label])|};")]
    public Task Without_a_fix(string statements) => Net.Cures(RuleIds.LogOfProbability).OffersNoFix(Class(statements));

    [Theory]
    [InlineData("return -(y * {|LG1015:torch.log(w)|} + (1 - y) * torch.log(1 - w)).mean();")]
    [InlineData("var probs = Some(); return -(y * {|LG1015:torch.log(probs)|}).sum(1).mean(); static Tensor Some() => throw null!;")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    /// <summary>The loss is finite; that its gradient is not says another rule.</summary>
    [Theory]
    [InlineData("Tensor Loss(Tensor probs) => -(probs * torch.where(probs > 0, torch.log(probs), zeros_like(probs))).sum(1).mean();")]
    [InlineData("Tensor Loss(Tensor probs, Tensor y) => (y * torch.where(probs > 1e-8, -probs.log(), zeros_like(probs))).mean();")]
    public Task An_infinity_that_where_does_not_take_is_not(string member) =>
        (Torch with { Ids = ["LG1015"] }).Reports(TorchBody("return x;", member));

    [Theory]
    [InlineData("Tensor Loss(Tensor probs, Tensor y) => -(y * torch.where(y > 0, {|LG1015:torch.log(probs)|}, zeros_like(probs))).sum(1).mean();")]
    public Task One_that_where_may_take_is(string member) => (Torch with { Ids = ["LG1015"] }).Reports(TorchBody("return x;", member));

    [Theory]
    [InlineData("static double Focal(double p, int y) { p = Math.Clamp(p, 1e-7, 1 - 1e-7); double pt = y == 1 ? p : 1 - p; return -Math.Pow(1 - pt, 2) * Math.Log(pt); }")]
    [InlineData("static double Focal(double p, int y) { double pt = y == 1 ? p : 1 - p; return pt <= 0 ? 0 : Math.Log(pt); }")]
    [InlineData("static float FakeLoss(float[] predicted) { float loss = 0; for (int i = 0; i < predicted.Length; i++) if (predicted[i] < 1) loss -= MathF.Log(1 - predicted[i]); return loss; }")]
    [InlineData("static double Loss(double p) { p = Math.Min(p, 0.999); double loss = -Math.Log(1 - p); return loss; }")]
    [InlineData("static double TimeToLoss(double u, double rate) => -Math.Log(1 - u) / rate;")]
    [InlineData("static double Wait(double p) => -Math.Log(1 - p);")]
    [InlineData("class CrossEntropyMethod { static double Draw(Random random) => -Math.Log(1 - random.NextDouble()); }")]
    [InlineData("class CrossEntropy { static double Bits(double total) => -Math.Log(1 - total); }")]
    [InlineData("static double PoissonLoss(double p) => -Math.Log(1 - p);")]
    [InlineData("static double Loss(double p, double least) { p = Math.Max(p, least); double loss = -Math.Log(p); return loss; }")]
    [InlineData("static double Loss(double p) { p = Math.Clamp(p, 1e-9, 1); double loss = -Math.Log(p); return loss; }")]
    [InlineData("static float Entropy(float[] pieceWeights, int[] left) { float all = 0, logs = 0; foreach (int i in left) { float p = pieceWeights[i]; all += p; logs += p * MathF.Log(p); } return MathF.Log(all) - logs / all; }")]
    [InlineData("static double Entropy(System.Collections.Generic.Dictionary<char, double> frequencies) { double h = 0; foreach (char c in frequencies.Keys) { double p = frequencies[c]; h -= p * Math.Log2(p); } return h; }")]
    [InlineData("static double Entropy(double[] probs) { double h = 0; foreach (var x in probs) { if (x > 0) h -= x * Math.Log(x); } return h; }")]
    [InlineData("static double Sum(double[] weights) { double h = 0; foreach (var p in weights) h -= p * Math.Log(p); return h; }")]
    [InlineData("static double LogPmf(int n, int k, double p) => k * Math.Log(p) + (n - k) * Math.Log(1 - p);")]
    [InlineData("static double Gap(double t, bool left) => Math.Log(left ? t : 1 - t);")]
    [InlineData("static double L(double[] output, double[] target) { double loss = 0; for (int i = 0; i < output.Length; i++) { double p = Math.Max(output[i], 1e-15); loss -= target[i] * Math.Log(p); } return loss; }")]
    [InlineData("static double L(double[] output, double[] target) { double loss = 0; for (int i = 0; i < output.Length; i++) { if (output[i] > 0) loss -= target[i] * Math.Log(output[i]); } return loss; }")]
    [InlineData("static double H(double[] p, double[] q) { double h = 0; for (int i = 0; i < p.Length; i++) { h += p[i] * (q[i] == 0 ? 0 : Math.Log(q[i])); } return -h; }")]
    [InlineData("static double H(double[] p, double[] q) { double s = 0; for (int i = 0; i < p.Length; i++) { if (p[i] == 0) continue; if (q[i] <= 0) return double.PositiveInfinity; s -= p[i] * Math.Log(q[i]); } return s; }")]
    [InlineData("static double Kl(double[] p, double[] q) { double s = 0; for (int i = 0; i < p.Length; i++) { if (p[i] > 0) { s += p[i] * Math.Log(p[i] / q[i]); } } return s; }")]
    [InlineData("static double Nll(double[] probs, int label) { if (probs[label] > 1e-15) return -Math.Log(probs[label]); return 35; }")]
    [InlineData("static double H(System.Collections.Generic.IEnumerable<int> labels, int n) => labels.GroupBy(l => l).Select(g => (double)g.Count() / n).Sum(p => -p * Math.Log(p));")]
    [InlineData("static double H(double p) { if (p == 0 || p == 1) return 0; return -p * Math.Log(p) - (1 - p) * Math.Log(1 - p); }")]
    [InlineData("static double H(double[] probabilities) => -probabilities.Where(p => p > 0).Sum(p => p * Math.Log(p));")]
    [InlineData("static double H(double[] p) => p.Sum(x => x <= 0 ? 0 : -x * Math.Log(x));")]
    [InlineData("static double PoissonLoss(double[] y, double[] f) { double s = 0; for (int i = 0; i < y.Length; i++) s += f[i] - y[i] * Math.Log(f[i]); return s; }")]
    [InlineData("static double Loss(double target, double predicted) => predicted - target * Math.Log(predicted);")]
    [InlineData("static double NLogN(double n) => n * Math.Log(n); static double Tf(double tf, int n, int df) => tf * Math.Log((double)n / df); static double Bic(double ll, int k, int n) => k * Math.Log(n) - 2 * ll;")]
    [InlineData("static double Gauss(double u1, double u2) => Math.Sqrt(-2 * Math.Log(u1)) * Math.Cos(2 * Math.PI * u2); static double Rocket(double v, double m0, double mf) => v * Math.Log(m0 / mf);")]
    [InlineData("static double Bayes(double[] priors, double[][] likelihoods, int c) { double s = Math.Log(priors[c]); for (int i = 0; i < likelihoods[c].Length; i++) s += Math.Log(likelihoods[c][i]); return s; }")]
    [InlineData("static double PathCost(double[] probabilities, int edge) => -Math.Log(probabilities[edge]);")]
    [InlineData("static double GaussianLoss(double sigma, double z) => -Math.Log(sigma) - z * z / 2; static double Cost(double distance) => -Math.Log(distance);")]
    [InlineData("static double Two(double a, double b, double n) { double left = n * Math.Log(a), right = (1 - n) * Math.Log(1 - b); return left + right; }")]
    [InlineData("static double Mix(double a, double n) { double left = n * Math.Log(a), right = (2 - a) * Math.Log(1 - a); return left + right; }")]
    [InlineData("static double Fit(double guess, double mark) { if (guess <= 0 || guess >= 1) return 0; double left = mark * Math.Log(guess), right = (1 - mark) * Math.Log(1 - guess); return left + right; }")]
    public Task Methods_that_look_alike_are_not(string statements) => Net.Reports(Class(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("double target = x, output = x; Use(-target * Math.Log("));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => (Net with { MayBeBroken = true }).Reports("using System; class LogLoss { double y, p; double P => -y * {|LG1015:Math.Log(p)|} - (1 - y) * Math.Log(1 - p); Func<double, double> F => p => -y * {|LG1015:Math.Log(p)|} - (1 - y) * Math.Log(1 - p); }");
}
