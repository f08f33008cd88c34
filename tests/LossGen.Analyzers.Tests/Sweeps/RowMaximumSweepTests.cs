using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LossGen.Analyzers.Tests.Sweeps;

/// <summary>A loop that fills a row and tracks its maximum on the way subtracts the row's own, however both are written.</summary>
public class RowMaximumSweepTests
{
    private static readonly string[] Fills =
        ["F(i, j)", "q[i, j] * 2", "b[j]", "b[j] - j", "r.NextDouble()", "(q[i, j] + b[j]) / 8", "Dot(q, i, j)"];

    private static readonly (string Type, string Place)[] Stores =
        [("double[,]", "s[i, j]"), ("double[][]", "s[i][j]"), ("double[]", "s[i * n + j]")];

    private static readonly string[] Maxima =
        ["if (S > max) max = S;", "max = Math.Max(max, S);", "max = S > max ? S : max;", "if (max < S) { max = S; }"];

    public static IEnumerable<object[]> All =>
        from fill in Fills
        from store in Stores
        from maximum in Maxima
        select new object[] { fill, store.Type, store.Place, maximum.Replace("S", store.Place, StringComparison.Ordinal) };

    [Theory]
    [MemberData(nameof(All))]
    public Task The_maximum_of_a_row_that_is_being_filled_is_the_rows_own(string fill, string type, string place, string maximum) =>
        Test.Net.Reports(Around(type, $$"""
        for (int i = 0; i < n; i++)
        {
            double max = double.MinValue;
            for (int j = 0; j < n; j++) { {{place}} = {{fill}}; {{maximum}} }
            double sum = 0;
            for (int j = 0; j < n; j++) { {{place}} = Math.Exp({{place}} - max); sum += {{place}}; }
            for (int j = 0; j < n; j++) {{place}} /= sum;
        }
        """));

    [Theory]
    [InlineData("double[,]", "s[i, j]")]
    [InlineData("double[][]", "s[i][j]")]
    public Task The_same_holds_where_the_row_is_given(string type, string place) => Test.Net.Reports(Around(type, $$"""
        int i = n / 2;
        double max = double.MinValue;
        for (int j = 0; j < n; j++) { {{place}} = b[j]; max = Math.Max(max, {{place}}); }
        double sum = 0;
        for (int j = 0; j < n; j++) { {{place}} = Math.Exp({{place}} - max); sum += {{place}}; }
        for (int j = 0; j < n; j++) {{place}} /= sum;
        """));

    [Theory]
    [InlineData("s[i, j] = q[i, j] * 2; if (s[i, j] > max) max = s[i, j];")]
    [InlineData("max = Math.Max(max, s[i, j]);")]
    public Task The_maximum_of_all_rows_is_still_told(string body) => Test.Net.Reports(Around("double[,]", $$"""
        double max = double.MinValue;
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { {{body}} }
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++) { s[i, j] = Math.Exp(s[i, j] - max); sum += s[i, j]; }
            for (int j = 0; j < n; j++) {|LG1102:s[i, j] /= sum|};
        }
        """));

    private static string Around(string type, string statements) => Test.Class($$"""
        public static void M({{type}} s, double[,] q, double[] b, Random r, int n)
        {
            {{statements.Replace("\n", "\n    ", StringComparison.Ordinal)}}
        }

        private static double F(int i, int j) => Environment.TickCount;

        private static double Dot(double[,] q, int i, int j)
        {
            double dot = 0;
            for (int c = 0; c < q.GetLength(1); c++) dot += q[i, c] * q[j, c];
            return dot;
        }
        """);
}
