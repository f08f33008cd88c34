using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Code of the kinds that real programs are full of, and that every rule must let be.</summary>
public class InnocentCodeTests
{
    [Fact]
    public Task Statistics_and_sampling() => Net.Reports(Class("""
        static readonly Random Rng = new();

        static double BoxMuller() => Math.Sqrt(-2 * Math.Log(1 - Rng.NextDouble())) * Math.Cos(2 * Math.PI * Rng.NextDouble());

        static double Gumbel(double u) => -Math.Log(-Math.Log(u + 1e-20) + 1e-20);

        static double Exponential(double u, double rate) => -Math.Log(1 - u) / rate;

        static double LogisticQuantile(double p) => Math.Log(p / (1 - p));

        static double Idf(int documents, int containing) => Math.Log((1.0 + documents) / (1 + containing)) + 1;

        static double PoissonTerm(double k, double mean) => k * Math.Log(mean) - mean - Math.Log(1 + k);

        static double Rmsle(double[] a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
            {
                double d = Math.Log(1 + a[i]) - Math.Log(1 + b[i]);
                sum += d * d;
            }

            return Math.Sqrt(sum / a.Length);
        }

        static double Entropy(int[] counts)
        {
            double total = counts.Sum(), entropy = 0;
            foreach (int c in counts)
            {
                if (c == 0) continue;
                double p = c / total;
                entropy -= p * Math.Log(p, 2);
            }

            return entropy;
        }

        static double GaussianLogLikelihood(double x, double mean, double variance) =>
            -0.5 * (Math.Log(2 * Math.PI * variance + 1e-8) + (x - mean) * (x - mean) / variance);

        static double Perplexity(double loss) => Math.Exp(loss);

        static double PpoRatio(double logp, double old) => Math.Exp(logp - old);

        static double Decibels(double power) => 10 * Math.Log10(power + 1e-10);

        static (double W, double H) DecodeBox(double tw, double th, double aw, double ah) => (Math.Exp(tw) * aw, Math.Exp(th) * ah);

        static double KernelDensity(double[] xs, double x, double h)
        {
            double sum = 0;
            foreach (var v in xs) sum += Math.Exp(-0.5 * (x - v) * (x - v) / (h * h));
            return Math.Log(sum / (xs.Length * h * 2.5066));
        }
        """));

    [Fact]
    public Task Stable_functions_written_by_hand() => Net.Reports(Class("""
        static float Sigmoid(float x)
        {
            if (x >= 0) return 1f / (1f + MathF.Exp(-x));
            float e = MathF.Exp(x);
            return e / (1f + e);
        }

        static float Softplus(float x)
        {
            if (x > 20f) return x;
            if (x < -20f) return MathF.Exp(x);
            return MathF.Log(1f + MathF.Exp(x));
        }

        static double LogSigmoid(double x) => Math.Min(x, 0) - Math.Log(1 + Math.Exp(-Math.Abs(x)));

        static double BceWithLogits(double z, double y) => Math.Max(z, 0) - z * y + Math.Log(1 + Math.Exp(-Math.Abs(z)));

        static double LogAddExp(double a, double b)
        {
            if (double.IsNegativeInfinity(a)) return b;
            double max = Math.Max(a, b);
            return max + Math.Log(Math.Exp(a - max) + Math.Exp(b - max));
        }

        static double LogAdd(double a, double b) => a > b ? a + Math.Log(1 + Math.Exp(b - a)) : b + Math.Log(1 + Math.Exp(a - b));

        static double CrossEntropy(ReadOnlySpan<float> logits, int label)
        {
            float max = float.MinValue;
            for (int i = 0; i < logits.Length; i++) max = MathF.Max(max, logits[i]);
            double sum = 0;
            for (int i = 0; i < logits.Length; i++) sum += Math.Exp(logits[i] - max);
            return Math.Log(sum) + max - logits[label];
        }

        static void LogSoftmaxRows(double[] x, int rows, int cols)
        {
            for (int r = 0; r < rows; r++)
            {
                int o = r * cols;
                double max = x[o];
                for (int j = 1; j < cols; j++) if (x[o + j] > max) max = x[o + j];
                double sum = 0;
                for (int j = 0; j < cols; j++) sum += Math.Exp(x[o + j] - max);
                double lse = max + Math.Log(sum);
                for (int j = 0; j < cols; j++) x[o + j] -= lse;
            }
        }

        static double Lse2D(double[,] x, int r)
        {
            double m = double.NegativeInfinity;
            for (int j = 0; j < x.GetLength(1); j++) m = Math.Max(m, x[r, j]);
            double s = 0;
            for (int j = 0; j < x.GetLength(1); j++) s += Math.Exp(x[r, j] - m);
            return m + Math.Log(s);
        }

        static double LseVector(double[] x)
        {
            var max = new Vector<double>(double.NegativeInfinity);
            for (int i = 0; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count) max = Vector.Max(max, new Vector<double>(x, i));
            double peak = double.NegativeInfinity;
            for (int i = 0; i < Vector<double>.Count; i++) peak = Math.Max(peak, max[i]);
            return peak + Math.Log(x.Sum(v => Math.Exp(v - peak)));
        }

        static double Online(double[] x)
        {
            double m = double.NegativeInfinity, s = 0;
            foreach (var v in x)
            {
                if (v > m)
                {
                    s = s * Math.Exp(m - v) + 1;
                    m = v;
                }
                else
                {
                    s += Math.Exp(v - m);
                }
            }

            return m + Math.Log(s);
        }

        static double[] Attention(double[] scores)
        {
            double max = scores.Max();
            double[] weights = scores.Select(s => Math.Exp((s - max) / Math.Sqrt(64))).ToArray();
            double total = weights.Sum();
            return weights.Select(w => w / total).ToArray();
        }

        static int Sample(double[] logits, double temperature)
        {
            var scaled = logits.Select(l => l / temperature).ToArray();
            double max = scaled.Max();
            var exp = scaled.Select(l => Math.Exp(l - max)).ToArray();
            double sum = exp.Sum(), u = new Random().NextDouble() * sum;
            for (int i = 0; i < exp.Length; i++)
            {
                u -= exp[i];
                if (u <= 0) return i;
            }

            return exp.Length - 1;
        }

        static double LogOfClippedProbability(double[] predictions, double[] targets)
        {
            double loss = 0;
            for (int i = 0; i < predictions.Length; i++)
            {
                double p = Math.Clamp(predictions[i], 1e-7, 1 - 1e-7);
                loss -= targets[i] * Math.Log(p) + (1 - targets[i]) * Math.Log(1 - p);
            }

            return loss;
        }
        """));

    [Fact]
    public Task Models_and_training_loops_with_TorchSharp() => Torch.Reports("""
        using System;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using static TorchSharp.torch.nn.functional;

        sealed class Classifier : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> fc1 = Linear(784, 128);
            private readonly Module<Tensor, Tensor> fc2 = Linear(128, 10);
            private readonly Module<Tensor, Tensor> logsm = LogSoftmax(1);

            public Classifier() : base("c") => RegisterComponents();

            public override Tensor forward(Tensor input)
            {
                var x = relu(fc1.call(input));
                x = fc2.call(x);
                return logsm.call(x);
            }
        }

        sealed class Attention : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(8, 8), k = Linear(8, 8), v = Linear(8, 8), head = Linear(8, 10);

            public Attention() : base("a") => RegisterComponents();

            public override Tensor forward(Tensor x)
            {
                var scores = q.call(x).matmul(k.call(x).transpose(1, 2)) / Math.Sqrt(8);
                var weights = softmax(scores, -1L);
                return head.call(weights.matmul(v.call(x)));
            }

            public Tensor Predict(Tensor x) => softmax(forward(x), 1L);
        }

        static class Program
        {
            static void Train(Classifier model, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y)
            {
                var output = loss.call(model.call(x), y);
                output.backward();
            }

            static void Run(Tensor x, Tensor y, Attention attention)
            {
                var model = new Classifier();
                Train(model, NLLLoss(), x, y);
                using var logits = attention.call(x);
                using var loss = CrossEntropyLoss().call(logits, y);
                var probabilities = softmax(logits, 1L);
                Console.WriteLine(probabilities.max(1).indexes.item<long>());
                var student = log_softmax(logits / 2.0, 1L);
                var distilled = kl_div(student, softmax(y / 2.0, 1L), log_target: false) * 4.0;
                var binary = binary_cross_entropy_with_logits(logits.squeeze(1), y);
                var accuracy = (torch.sigmoid(logits) + 0.5).item<float>();
                var (max, _) = logits.max(1, true);
                var stable = (logits - max).exp();
                stable = stable / stable.sum(1, true);
                var energy = -logits.logsumexp(1);
                var entropy = -(probabilities * log_softmax(logits, 1L)).sum(1);
            }
        }
        """);

    /// <summary>The generator makes a formula stable; the same text in a method that runs as it is would be reported.</summary>
    [Fact]
    public Task A_formula_may_be_written_as_the_paper_prints_it() => Net.Reports(Class("""
        [LossFormula]
        static double Formula(LossRow row)
        {
            double margin = Math.Log(1 + Math.Exp(row.Logit(row.Target)));
            return margin - Math.Log(Sigmoid(row.Logit(row.Target))) - row.Sum(k => row.P(k) * Math.Log(1 / (1 + Math.Exp(-row.Logit(k)))));
        }

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

        static double Method(double x) => {|LG1004:Math.Log(1 + Math.Exp(x))|};
        """));
}
