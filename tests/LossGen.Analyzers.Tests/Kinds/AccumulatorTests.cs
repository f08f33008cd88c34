using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>A sum or a maximum may be gathered in an element of an array, one for each row, as well as in a variable.</summary>
public class AccumulatorTests
{
    // Element, new rows and the place of a row's sum, in several kinds of memory.
    public static TheoryData<string, string, string, string> Memories => new()
    {
        { "double[,] e = new double[n, m];", "e[i, j]", "double[] s = new double[n];", "s[i]" },
        { "double[,] e = new double[n, m];", "e[i, j]", "double[,] s = new double[n, 1];", "s[i, 0]" },
        { "double[][] e = Rows(n, m);", "e[i][j]", "double[] s = new double[n];", "s[i]" },
        { "double[] e = new double[n * m];", "e[i * m + j]", "double[] s = new double[n];", "s[i]" },
    };

    [Theory]
    [MemberData(nameof(Memories))]
    public async Task A_softmax_over_sums_of_rows(string rows, string e, string sums, string s)
    {
        await Speaks($"{rows} {sums} {Loops($"{e} = Math.Exp(x[i, j]); {s} += {e};")} {Loops($"{e} /= {s};")}", "LG1101");
        await Speaks($"{rows} {sums} for (int i = 0; i < n; i++) {{ {s} = 0; for (int j = 0; j < m; j++) {{ {e} = Math.Exp(x[i, j]); {s} += {e}; }} }} {Loops($"{e} /= {s};")}", "LG1101");
    }

    [Theory]
    [MemberData(nameof(Memories))]
    public Task The_maximum_of_a_row_in_an_array_is_its_own(string rows, string e, string sums, string s)
    {
        string top = s.Replace("s[", "top[", System.StringComparison.Ordinal);
        string tops = sums.Replace(" s =", " top =", System.StringComparison.Ordinal);
        return Net.Reports(Method($"{rows} {sums} {tops} for (int i = 0; i < n; i++) {{ {top} = double.NegativeInfinity; for (int j = 0; j < m; j++) {{ {top} = Math.Max({top}, x[i, j]); }} }} "
            + Loops($"{e} = Math.Exp(x[i, j] - {top}); {s} += {e};") + Loops($"{e} /= {s};")));
    }

    [Theory]
    [InlineData("double[] s = new double[n]; {0} for (int i = 0; i < n; i++) {{ s[i] = Math.Log(s[i]); }}", "s[i] += Math.Exp(x[i, j]);", "LG1003")]
    [InlineData("double[] s = new double[1]; double[] y = new double[n]; for (int i = 0; i < n; i++) {{ y[i] = Math.Exp(x[i, 0]); s[0] += y[i]; }} for (int i = 0; i < n; i++) {{ y[i] /= s[0]; }}", "", "LG1101")]
    public Task Other_totals(string statements, string inner, string id) => Speaks(string.Format(System.Globalization.CultureInfo.InvariantCulture, statements, Loops(inner)), id);

    // What is added up is not what is divided, or the place moves with the loop.
    [Theory]
    [InlineData("double[] g = new double[n]; {0} for (int i = 0; i < n; i++) {{ g[i] = Math.Sqrt(g[i]); }}", "g[i] += Math.Exp(-x[i, j] * x[i, j]);")]
    [InlineData("double[] s = new double[m]; double[] e = new double[m]; {0} for (int j = 0; j < m; j++) {{ e[j] /= 1 + s[j]; }}", "e[j] = Math.Exp(-Math.Abs(x[i, j])); s[j] += e[j];")]
    [InlineData("double[] w = new double[n]; double[] d = new double[n]; for (int t = 0; t < m; t++) {{ for (int i = 0; i < n; i++) {{ d[i] += Math.Tanh(w[i]); w[i] -= 0.1 * d[i]; }} }}", "")]
    public Task Sums_of_something_else_are_silent(string statements, string inner) =>
        Net.Reports(Method(string.Format(System.Globalization.CultureInfo.InvariantCulture, statements, Loops(inner))));

    private static string Loops(string inner) => $"for (int i = 0; i < n; i++) {{ for (int j = 0; j < m; j++) {{ {inner} }} }}";

    private static string Method(string statements) => Class($$"""
        static double[][] Rows(int n, int m) { var rows = new double[n][]; for (int i = 0; i < n; i++) { rows[i] = new double[m]; } return rows; }

        static void M(double[,] x, int n, int m)
        {
            {{statements}}
        }
        """);

    private static async Task Speaks(string statements, string id) =>
        (await Net.Found(Method(statements))).Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.Id).ShouldContain(id);
}
