using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxWithWrongShiftTests
{
    private const string Rest = " double s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i] - m); s += ys[i]; } for (int i = 0; i < n; i++) ";

    [Theory]
    [InlineData("double m = 0; foreach (var v in xs) if (v > m) m = v;" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = 0.0; for (int i = 0; i < n; i++) m = Math.Max(m, xs[i]);" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = double.Epsilon; for (int i = 0; i < n; i++) { if (xs[i] > m) { m = xs[i]; } }" + Rest + "ys[i] = {|LG1102:ys[i] / s|};")]
    [InlineData("double m = -1000; for (int i = 0; i < n; i++) m = Math.Max(m, xs[i]);" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = -999.0; foreach (var v in xs) if (v > m) m = v; double s = 0; foreach (var v in xs) s += Math.Exp(v - m); Use(m + {|LG1102:Math.Log(s)|});")]
    [InlineData("double m = -1; for (int i = 0; i < n; i++) m = xs[i] > m ? xs[i] : m;" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = 0; foreach (var v in xs) if (v > m) m = v; double s = 0; foreach (var v in xs) s += Math.Exp(v - m); Use(m + {|LG1102:Math.Log(s)|});")]
    [InlineData("double m = xs[0];" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = xs.Average();" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = xs.Average(); Use(m + {|LG1102:Math.Log(xs.Sum(v => Math.Exp(v - m)))|});")]
    [InlineData("double m = xs.Average(); Use(xs.Select(v => {|LG1102:Math.Exp(v - m) / xs.Sum(w => Math.Exp(w - m))|}));")]
    [InlineData("for (int r = 0; r < n; r++) { double m = 0; for (int j = 0; j < k; j++) if (xs[r * k + j] > m) m = xs[r * k + j]; double s = 0; for (int j = 0; j < k; j++) s += Math.Exp(xs[r * k + j] - m); for (int j = 0; j < k; j++) ys[r * k + j] = {|LG1102:Math.Exp(xs[r * k + j] - m) / s|}; }")]
    public Task A_wrong_shift_is_flagged(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("double m = 0; foreach (var v in xs) if (v > m) m = v;" + Rest + "{|LG1102:ys[i] /= s|};", "double m = double.NegativeInfinity; foreach (var v in xs) if (v > m) m = v;" + Rest + "ys[i] /= s;")]
    [InlineData("float m = float.Epsilon, s = 0; foreach (var v in fs) m = Math.Max(m, v); foreach (var v in fs) s += MathF.Exp(v - m); Use(m + {|LG1102:MathF.Log(s)|});", "float m = float.NegativeInfinity, s = 0; foreach (var v in fs) m = Math.Max(m, v); foreach (var v in fs) s += MathF.Exp(v - m); Use(m + MathF.Log(s));")]
    public Task The_start_is_fixed(string before, string after) => Net.Cures(RuleIds.SoftmaxWithWrongShift).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double m = xs[0];" + Rest + "{|LG1102:ys[i] /= s|};")]
    [InlineData("double m = xs.Average();" + Rest + "{|LG1102:ys[i] /= s|};")]
    public Task Another_shift_is_left_to_people(string statements) => Net.Cures(RuleIds.SoftmaxWithWrongShift).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("double m = xs[0]; for (int i = 1; i < n; i++) if (xs[i] > m) m = xs[i];" + Rest + "ys[i] /= s;")]
    [InlineData("double m = double.NegativeInfinity; foreach (var v in xs) if (v > m) m = v;" + Rest + "ys[i] /= s;")]
    [InlineData("double m = double.MinValue; foreach (var v in xs) m = Math.Max(m, v);" + Rest + "ys[i] /= s;")]
    [InlineData("double m = float.MinValue; foreach (var v in xs) m = Math.Max(m, v);" + Rest + "ys[i] /= s;")]
    [InlineData("double m = -10000; foreach (var v in xs) if (v > m) m = v;" + Rest + "ys[i] /= s;")]
    [InlineData("double m = int.MinValue; foreach (var v in xs) if (v > m) m = v;" + Rest + "ys[i] /= s;")]
    [InlineData("double m = -1e9; foreach (var v in xs) if (v > m) m = v;" + Rest + "ys[i] /= s;")]
    [InlineData("double m = Math.Max(0, xs.Max());" + Rest + "ys[i] /= s;")]
    [InlineData("double m = 0; foreach (var v in xs) if (v > m) m = v; double s = Math.Exp(-m); for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i] - m); s += ys[i]; } for (int i = 0; i < n; i++) ys[i] /= s;")]
    [InlineData("double m = 0; foreach (var v in xs) if (v > m) m = v; for (int i = 0; i < n; i++) ys[i] = xs[i] / m;")]
    [InlineData("double m = 0; foreach (var v in xs) if (v > m) m = v; Use(m);")]
    [InlineData("double m = x;" + Rest + "ys[i] /= s;")]
    [InlineData("double m = xs.Max();" + Rest + "ys[i] /= s;")]
    [InlineData("double m = xs[k];" + Rest + "ys[i] /= s;")]
    [InlineData("double m = 0; for (int i = 0; i < n; i++) { xs[i] = Math.Abs(xs[i]); } foreach (var v in xs) if (v > m) m = v;" + Rest + "ys[i] /= s;")]
    [InlineData("double m = 0; foreach (var v in xs) if (Math.Abs(v) > m) m = Math.Abs(v); double s = 0; foreach (var v in xs) s += Math.Exp(Math.Abs(v) - m); Use(m + Math.Log(s));")]
    [InlineData("int best = 0; for (int i = 1; i < n; i++) if (xs[i] > xs[best]) best = i; double m = xs[best];" + Rest + "ys[i] /= s;")]
    [InlineData("Use(Math.Exp(xs[1] - xs[0]));")]
    public Task A_right_or_unknown_one_is_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        """
        using System;
        using System.Linq;
        class D
        {
            double[] x = new double[3];
            double P { get { double m = 0; foreach (var v in x) if (v > m) m = v; double s = 0; foreach (var v in x) s += Math.Exp(v - m); return {|LG1102:Math.Exp(x[1] - m) / s|}; } }
            double Q { get { double m = 0; foreach (var v in x) if (v > m) m = v; double s = 0; foreach (var v in x) s += ; return Math.Exp(x[1] - m) / } }
        }
        """);
}
