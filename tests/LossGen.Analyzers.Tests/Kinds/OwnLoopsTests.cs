using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>A method that runs its last argument for each of a range of numbers is a loop.</summary>
public class OwnLoopsTests
{
    private const string Loops = """
        static void For(int from, int to, int chunk, Action<int> body) { for (int i = from; i < to; i++) body(i); }

        static void Loop(int n, Action<int> body)
        {
            int i = 0;
            while (i < n)
            {
                body.Invoke(i++);
            }
        }

        static void Run(int from, int to, Action<int> body) => System.Threading.Tasks.Parallel.For(from, to, body);

        static void Retry(int tries, int k, Action<int> body) { for (int t = 0; t < tries; t++) { body(k); } }

        static void Until(int k, Action<int> body) { bool done = false; while (!done) { body(k); done = k > 0; } }

        sealed class Plan { public void For(Action<int> body) { } }

        static readonly Plan Steps = new();

        static void Ask(int k, Action<int> body) => Steps.For(body);

        static void Once(int k, Action<int> body) => body(k);

        """;

    [Theory]
    [InlineData("For(0, n, 100, i => y[i] = Math.Exp(x[i])); double s = y.Sum(); For(0, n, 100, i => y[i] /= s);")]
    [InlineData("double s = 0; Loop(n, i => { y[i] = Math.Exp(x[i]); s += y[i]; }); Loop(n, i => y[i] /= s);")]
    [InlineData("double s = 0; Loop(n, i => s += Math.Exp(x[i])); Loop(n, i => y[i] = Math.Exp(x[i]) / s);")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += Math.Exp(x[i]); Run(0, n, k => y[k] = Math.Exp(x[k]) / s);")]
    public async Task A_softmax_in_one_is_seen(string statements) =>
        Assert.Contains(await Net.Found(Source(statements)), found => found.Id == RuleIds.SoftmaxWithoutShift);

    [Theory]
    [InlineData("double m = x.Max(); For(0, n, 100, i => y[i] = Math.Exp(x[i] - m)); double s = y.Sum(); For(0, n, 100, i => y[i] /= s);")]
    [InlineData("double s = 0, m = x.Max(); Loop(n, i => { y[i] = Math.Exp(x[i] - m); s += y[i]; }); Loop(n, i => y[i] /= s);")]
    [InlineData("double s = 0; Once(3, i => s += Math.Exp(x[i])); Once(4, i => y[i] = s);")]
    [InlineData("double s = 0; Retry(3, 0, i => s += Math.Exp(x[i])); Retry(3, 1, i => y[i] = Math.Exp(x[i]) / s);")]
    [InlineData("double s = 0; Until(1, i => s += Math.Exp(x[i])); Until(2, i => y[i] = Math.Exp(x[i]) / s);")]
    [InlineData("double s = 0; Ask(1, i => s += Math.Exp(x[i])); Ask(2, i => y[i] = Math.Exp(x[i]) / s);")]
    [InlineData("double s = 0; Loop(n, i => s += x[i]); Loop(n, i => y[i] = x[i] / s);")]
    public Task Right_code_in_one_is_silent(string statements) => Net.Reports(Source(statements));

    [Theory]
    [InlineData("Loop(n, i => y[i] = Math.Exp(x[i]) / );")]
    [InlineData("double s = 0; Loop(n, i => { s += Math.Exp(x[ });")]
    [InlineData("Loop(n, );")]
    public async Task Half_typed_code_does_not_throw(string statements) => await (Net with { MayBeBroken = true }).Found(Source(statements));

    private static string Source(string statements) => Class(Loops + "static void Softmax(double[] x, double[] y, int n) { " + statements + " }");
}
