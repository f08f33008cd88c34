using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Kinds of right code that look like a mistake, each with variants: nothing, or nothing above Info, may be said about them.</summary>
public class SilentKindsTests
{
    // The maximum is the row's own, however its elements are spelled.
    [Theory]
    [InlineData("float[,] s", "s[i, j]", "s[i, j] = F(i, j);", "if (s[i, j] > mx) mx = s[i, j];")]
    [InlineData("float[,] s", "s[i, j]", "s[i, j] = F(i, j);", "mx = Math.Max(mx, s[i, j]);")]
    [InlineData("float[,] s", "s[i, j]", "", "if (s[i, j] > mx) { mx = s[i, j]; }")]
    [InlineData("float[][] s", "s[i][j]", "s[i][j] = F(i, j);", "if (s[i][j] > mx) mx = s[i][j];")]
    [InlineData("float[][] s", "s[i][j]", "s[i][j] = F(i, j);", "mx = MathF.Max(s[i][j], mx);")]
    [InlineData("float[] s", "s[i * n + j]", "s[i * n + j] = F(i, j);", "if (s[i * n + j] > mx) mx = s[i * n + j];")]
    [InlineData("float[] s", "s[i * n + j]", "s[i * n + j] = F(i, j);", "mx = s[i * n + j] > mx ? s[i * n + j] : mx;")]
    [InlineData("float[] s", "s[i * n + j]", "float v = F(i, j); s[i * n + j] = v;", "if (v > mx) mx = v;", "float v = s[i * n + j];")]
    public async Task The_maximum_of_a_row_by_any_spelling(string parameter, string element, string filled, string compared, string other = "")
    {
        foreach (string start in new[] { "float mx = float.MinValue;", "float mx = float.NegativeInfinity;" })
        {
            foreach (string declared in new[] { string.Empty, "float mx;" })
            {
                string begun = declared.Length == 0 ? start : start.Replace("float mx", "mx", System.StringComparison.Ordinal);
                await Net.Reports(Class($$"""
                    static float F(int i, int j) => i * 3f - j;

                    static void Attend({{parameter}}, int m, int n)
                    {
                        {{declared}}
                        for (int i = 0; i < m; i++)
                        {
                            {{begun}}
                            for (int j = 0; j < n; j++)
                            {
                                {{(filled.Length == 0 ? other : filled)}}
                                {{compared}}
                            }

                            float sum = 0;
                            for (int j = 0; j < n; j++)
                            {
                                {{element}} = MathF.Exp({{element}} - mx);
                                sum += {{element}};
                            }

                            for (int j = 0; j < n; j++)
                            {
                                {{element}} /= sum;
                            }
                        }
                    }
                    """));
            }
        }
    }

    // The branch keeps the difference from mattering: an activation is added to terms of order 1.
    [Theory]
    [InlineData("static double Elu(double x, double alpha) => x >= 0 ? x : alpha * (Math.Exp(x) - 1);")]
    [InlineData("static float Selu(float x) => 1.0507f * (x > 0 ? x : 1.6733f * (MathF.Exp(x) - 1));")]
    [InlineData("static double Activate(double v, double a) { if (v < 0) { return a * (Math.Exp(v) - 1); } return v; }")]
    [InlineData("static double Activate(double v, double a) { if (v > 0) return v; else return (Math.Exp(v) - 1) * a; }")]
    [InlineData("static void Forward(float[] x, float[] y) { for (int i = 0; i < x.Length; i++) { y[i] = x[i] > 0 ? x[i] : MathF.Exp(x[i]) - 1; } }")]
    [InlineData("static double[] Forward(double[] x) => x.Select(v => v < 0 ? Math.Exp(v) - 1 : v).ToArray();")]
    [InlineData("static double Expm1(double x) { if (Math.Abs(x) < 1e-5) return x + x * x / 2; return Math.Exp(x) - 1; }")]
    [InlineData("static double ExpMinusOne(double x) => Math.Abs(x) < 1e-3 ? x * (1 + x / 2 * (1 + x / 3)) : Math.Exp(x) - 1;")]
    [InlineData("static double Expm1(double v) { double e = Math.Exp(v); if (Math.Abs(v) > 0.1) { return e - 1; } return v + v * v / 2; }")]
    [InlineData("static double MelToHertz(double mel) => 700 * (Math.Exp(mel / 1127) - 1);")]
    [InlineData("static double Ease(double t) => (Math.Exp(3 * t) - 1) / (Math.Exp(3) - 1);")]
    public Task The_difference_of_an_exponential_and_one_where_it_does_not_matter(string member) => Net.Reports(Class(member));

    // A handful of bounded factors stays in range.
    [Theory]
    [InlineData("double p = 1; for (int i = 0; i < 4; i++) { p *= xs[i]; } Use(Math.Log(p));")]
    [InlineData("double p = 1; for (int i = 0; i < 10; i++) p *= ys[i] / n; Use(-Math.Log10(p));")]
    [InlineData("const int Order = 4; double p = 1; for (int j = 1; j <= Order; j++) { p = p * xs[j]; } Use(Math.Log(p));")]
    public Task A_product_of_few_factors_before_a_logarithm(string statements) => Net.Reports(Body(statements));

    // Where p is 0 the result is right, or there are no logits to take.
    [Theory]
    [InlineData("static double Density(double a, double b, double x, double c) => Math.Exp(a * Math.Log(x) + b * Math.Log(1 - x) - c);")]
    [InlineData("static double LogPmf(double r, double p, int k, double c) => c + r * Math.Log(p) + k * Math.Log(1 - p);")]
    [InlineData("class NegativeBinomial { double r, p; double ProbabilityLn(int k) => Lg(k + r) - Lg(r) + r * Math.Log(p) + k * Math.Log(1 - p); static double Lg(double x) => x; }")]
    [InlineData("class Bernoulli { double p; public double LogProbability(int k) => k * Math.Log(p) + (1 - k) * Math.Log(1 - p); }")]
    public Task Densities_of_distributions(string member) => Net.Reports(Class(member));

    [Theory]
    [InlineData("double lp = -200; if (p > 0) lp = Math.Log(p); s -= y[i] * lp;")]
    [InlineData("double lp; if (p > 0) { lp = Math.Log(p); } else { lp = -200; } s -= y[i] * lp;")]
    [InlineData("if (p <= 0) continue; s -= y[i] * Math.Log(p);")]
    [InlineData("double lp = p > 0 ? Math.Log(p) : -200; s -= y[i] * lp;")]
    public Task A_guard_in_a_long_method(string statements)
    {
        string other = string.Concat(Enumerable.Range(0, 40).Select(i => $"if (ps[i] > {i}) {{ c{i % 3} += {i}; }}\n"));
        return Net.Reports(Class($$"""
            static double Loss(double[] ps, double[] y, int n)
            {
                double s = 0, c0 = 0, c1 = 0, c2 = 0;
                for (int r = 0; r < n; r++)
                {
                    for (int i = 0; i < ps.Length; i++)
                    {
                        {{other}}
                        double p = ps[i];
                        {{statements}}
                    }
                }

                return s + c0 + c1 + c2;
            }
            """));
    }

    [Theory]
    [InlineData("static double Zoom(double delta) => Math.Log(1 + delta);")]
    [InlineData("class Camera { double zoomRate; double Distance() => 10 * Math.Log(1 + zoomRate); }")]
    [InlineData("class ScrollView { double Offset(double step) => Math.Log(1 + step) * 100; }")]
    public Task A_logarithm_of_a_zoom(string member) => Net.Reports(Class(member));

    [Theory]
    [InlineData("static double Tanh(double x) => 2 / (1 + Math.Exp(-2 * x)) - 1;")]
    [InlineData("static double BipolarSigmoid(double x, double a) => 2 / (1 + Math.Exp(-a * x)) - 1;")]
    public async Task A_tanh_from_a_sigmoid_is_a_hint_at_most(string member) =>
        Assert.All(await Net.Found(Class(member)), found => Assert.True(found.Severity <= Microsoft.CodeAnalysis.DiagnosticSeverity.Info));

    [Theory]
    [InlineData("class Categorical { Tensor logits; Categorical(Tensor x) { logits = x - x.logsumexp(-1, true); } }")]
    [InlineData("class Categorical { Tensor Normalised(Tensor x) => x - torch.logsumexp(x, -1, true); }")]
    public async Task Normalising_logits_in_a_distribution_is_a_hint_at_most(string member) =>
        Assert.All(await Torch.Found("using TorchSharp; using static TorchSharp.torch; " + member),
            found => Assert.True(found.Severity <= Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
}
