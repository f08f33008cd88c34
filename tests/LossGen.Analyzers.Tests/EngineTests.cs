using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>The shapes of code that values are followed through, with rules as probes.</summary>
public class EngineTests
{
    [Theory]
    [InlineData("double a = Math.Exp(x), b = a; b += 1; Use({|LG1004:Math.Log(b)|});")]
    [InlineData("double a = x; a = Math.Exp(a); a++; Use({|LG1004:Math.Log(a)|});")]
    [InlineData("var (a, b) = (Math.Exp(x), 1.0); Use({|LG1004:Math.Log(a + b)|});")]
    [InlineData("(double E, int N) t = (Math.Exp(x), 1); Use({|LG1004:Math.Log(t.N + t.E)|});")]
    [InlineData("double a; double b; (a, b) = (1, Math.Exp(x)); Use({|LG1004:Math.Log(a + b)|});")]
    [InlineData("const double One = 1; Use({|LG1004:Math.Log(One + (double)(float)Math.Exp(x))|});")]
    [InlineData("double a; Use({|LG1004:Math.Log(1 + (a = Math.Exp(x)))|}); Use({|LG1004:Math.Log(a + 1)|});")]
    [InlineData("var e = k > 0 ? Math.Exp(x) : Math.Exp(x); Use({|LG1004:Math.Log(1 + e)|});")]
    [InlineData("double e; if (k > 0) { e = Math.Exp(x); } else { e = Math.Exp(x); } Use({|LG1004:Math.Log(1 + e)|});")]
    [InlineData("double e = Math.Exp(x); try { Use(k); } finally { Use(n); } Use({|LG1004:Math.Log(1 + e)|});")]
    [InlineData("var e = new double[2]; e[0] = Math.Exp(x); e[1] = x; Use({|LG1004:Math.Log(1 + e[0])|});")]
    [InlineData("double? y = x; Use({|LG1004:Math.Log(1 + Math.Exp(y ?? 0))|});")]
    [InlineData("Use(k switch { 0 => x, _ => {|LG1004:Math.Log(1 + Math.Exp(x))|} });")]
    [InlineData("Func<double, double> exp = Math.Exp; Use({|LG1004:Math.Log(1 + exp(x))|});")]
    [InlineData("Func<double, double> g = v => 1 + Math.Exp(v); Use({|LG1004:Math.Log(g(x))|});")]
    [InlineData("double F(double v) { var e = Math.Exp(v); return e; } Use({|LG1004:Math.Log(1 + F(x))|});")]
    [InlineData("Use({|LG1004:Math.Log(1 + F(x))|}); static double F(double v) => Math.Exp(v);")]
    [InlineData("Use(xs.Select(v => Math.Exp(v)).Select(e => {|LG1004:Math.Log(1 + e)|}));")]
    [InlineData("using (var d = new System.IO.MemoryStream()) { lock (d) { unchecked { Use({|LG1004:Math.Log(1 + Math.Exp(x))|}); } } }")]
    [InlineData("Use({|LG1004:Math.Log(1 + Math.Exp(x > 5 ? x : k))|});")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, n, i => { ys[i] = {|LG1004:Math.Log(1 + Math.Exp(xs[i]))|}; });")]
    public Task Numbers_are_followed(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("double e = Math.Exp(x); if (k > 0) e = x; Use(Math.Log(1 + e));")]
    [InlineData("double e = Math.Exp(x); for (int i = 0; i < n; i++) e *= 2; Use(Math.Log(1 + e));")]
    [InlineData("double e = Math.Exp(x); Change(ref e); Use(Math.Log(1 + e)); static void Change(ref double v) => v = 0;")]
    [InlineData("double e = Math.Exp(x); Action a = () => e = 0; a(); Use(Math.Log(1 + e));")]
    [InlineData("double e = Math.Exp(x); double.TryParse(\"1\", out e); Use(Math.Log(1 + e));")]
    [InlineData("double e = Math.Exp(x); try { e = x; Use(k); } catch { } Use(Math.Log(1 + e));")]
    [InlineData("double e = Math.Exp(x); again: Use(Math.Log(1 + e)); e = x; if (k-- > 0) goto again;")]
    [InlineData("double e = Math.Exp(x); switch (k) { case 1: e = x; break; } Use(Math.Log(1 + e));")]
    [InlineData("double e = Math.Exp(x); while (e > 3) { Use(Math.Log(1 + e)); e = Math.Sqrt(e); }")]
    [InlineData("var e = new double[2]; e[0] = Math.Exp(x); e[k] = x; Use(Math.Log(1 + e[0]));")]
    [InlineData("var e = new double[2]; e[0] = Math.Exp(x); var q = e; q[0] = x; Use(Math.Log(1 + e[0]));")]
    [InlineData("Use(Math.Log(1 + (int)Math.Exp(x)));")]
    [InlineData("unsafe { double e = Math.Exp(x); double* p = &e; *p = 0; Use(Math.Log(1 + e)); }")]
    [InlineData("double e = Math.Exp(x); ref double r = ref e; r = 0; Use(Math.Log(1 + e));")]
    public Task What_changes_unseen_is_unknown(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("if (x < 30) Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("if (!(x > 30)) Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("if (x < 30 && k > 0) Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("if (x > 30 || k > 0) Use(x); else Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("Use(x <= 30 && Math.Log(1 + Math.Exp(x)) > 1);")]
    [InlineData("if (x is > 30) return; Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("if (Math.Abs(x) > 30) return; Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("Use(x switch { > 30 => x, _ => Math.Log(1 + Math.Exp(x)) });")]
    [InlineData("Use(k switch { _ when x > 30 => x, _ => Math.Log(1 + Math.Exp(x)) });")]
    [InlineData("Use(x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x)));")]
    [InlineData("double z = -Math.Abs(x); Use(Math.Log(1 + Math.Exp(z)));")]
    [InlineData("if (x > 30) throw new Exception(); Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("x = Math.Clamp(x, -30, 30); Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("x = x > 30 ? 30 : x; Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("if (x > 30) x = 30; Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("Use(Math.Log(1 + Math.Exp(-x * x / 2)));")]
    [InlineData("Use(Math.Log(1 + Math.Exp(Math.Tanh(x) * 5)));")]
    [InlineData("const double Limit = 30; if (x >= Limit) Use(x); else Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("foreach (var v in xs) { if (v > 30) { Use(v); continue; } Use(Math.Log(1 + Math.Exp(v))); }")]
    [InlineData("Use(xs.Select(v => v > 30 ? v : Math.Log(1 + Math.Exp(v))));")]
    [InlineData("double d = x > ys[k] ? x - ys[k] : ys[k] - x; Use(Math.Log(1 + Math.Exp(-d)));")]
    [InlineData("double a = x, b = ys[k]; if (a > b) Use(a + Math.Log(1 + Math.Exp(b - a))); else Use(b + Math.Log(1 + Math.Exp(a - b)));")]
    [InlineData("double a = x, b = ys[k]; if (a < b) { var t = a; a = b; b = t; } Use(a + Math.Log(1 + Math.Exp(b - a)));")]
    [InlineData("double a = x < 0 ? -x : x; Use(Math.Log(1 + Math.Exp(-a)));")]
    [InlineData("for (int i = 0; i < n; i++) ys[i] = Math.Log(1 + Math.Exp(-(i * 0.5)));")]
    [InlineData("double m = Math.Max(x, ys[k]), o = Math.Min(x, ys[k]); Use(m + Math.Log(1 + Math.Exp(o - m)));")]
    public Task Guards_of_every_kind_are_seen(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("if (x > 0) Use({|LG1004:Math.Log(1 + Math.Exp(x))|});")]
    [InlineData("if (k > 30) return; Use({|LG1004:Math.Log(1 + Math.Exp(x))|});")]
    [InlineData("if (x < 30) Use(x); Use({|LG1004:Math.Log(1 + Math.Exp(x))|});")]
    [InlineData("if (x > 30 && k > 0) return; Use({|LG1004:Math.Log(1 + Math.Exp(x))|});")]
    [InlineData("x = Math.Max(x, 0); Use({|LG1004:Math.Log(1 + Math.Exp(x))|});")]
    [InlineData("Use({|LG1004:Math.Log(1 + Math.Exp(x * x))|});")]
    [InlineData("Use({|LG1004:Math.Log(1 + Math.Exp(ys[0] - ys[1]))|});")]
    [InlineData("Use({|LG1004:Math.Log(1 + Math.Exp(-(ys[0] - ys[1])))|});")]
    [InlineData("if (ys[0] > 0) Use({|LG1004:Math.Log(1 + Math.Exp(ys[0] - x))|});")]
    public Task Comparisons_that_do_not_guard_do_not_silence(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("var p = new double[n, k]; for (int i = 0; i < n; i++) { double s = 0; for (int j = 0; j < k; j++) { p[i, j] = Math.Exp(xs[j]); s += p[i, j]; } for (int j = 0; j < k; j++) p[i, j] /= s; } Use({|LG1001:Math.Log(p[0, 1])|});")]
    [InlineData("var p = new double[n][]; for (int i = 0; i < n; i++) { p[i] = new double[k]; double s = 0; for (int j = 0; j < k; j++) { p[i][j] = Math.Exp(xs[j]); s += p[i][j]; } for (int j = 0; j < k; j++) { p[i][j] /= s; } Use({|LG1001:Math.Log(p[i][k])|}); }")]
    [InlineData("Span<double> e = stackalloc double[4]; double s = 0; for (int i = 0; i < e.Length; i++) { e[i] = Math.Exp(xs[i]); s += e[i]; } for (int i = 0; i < e.Length; i++) e[i] *= 1 / s; Use({|LG1001:Math.Log(e[k])|});")]
    [InlineData("var e = xs.Select(v => Math.Exp(v)).ToList(); var s = e.Sum(); Use(e.Select(v => {|LG1001:Math.Log(v / s)|}));")]
    [InlineData("var e = Array.ConvertAll(xs, Math.Exp); var s = 0.0; foreach (var v in e) s += v; Use({|LG1001:Math.Log(e[^1] / s)|});")]
    [InlineData("TensorPrimitives.Exp(xs, ys); var s = TensorPrimitives.Sum<double>(ys); TensorPrimitives.Divide(ys, s, ys); {|LG1001:TensorPrimitives.Log(ys, ys)|};")]
    [InlineData("StableMath.Softmax(xs, ys); var copy = ys.ToArray(); Array.Clear(ys); Use({|LG1001:Math.Log(copy[k])|});")]
    [InlineData("StableMath.Softmax(xs, ys); ys.CopyTo(xs, 0); Use({|LG1001:Math.Log(xs[k])|});")]
    [InlineData("StableMath.Softmax(xs, ys); ReadOnlySpan<double> row = ys.AsSpan()[..k]; Use({|LG1001:Math.Log(row[1])|});")]
    [InlineData("StableMath.Softmax(xs, ys); Use({|LG1001:Math.Log(ys.Take(k).First())|});")]
    [InlineData("StableMath.Softmax(xs, ys); int i = n; while (i-- > 0) { Use({|LG1001:Math.Log(ys[i])|}); }")]
    public Task Arrays_and_spans_are_followed(string statements) => (Net with { Ids = ["LG1001"] }).Reports(Body(statements));

    [Fact]
    public Task Fields_properties_and_constructors_are_followed() => Net.Reports(Class("""
        private const double One = 1;
        private static readonly double Eps = 1e-9;
        private readonly double[] probabilities = new double[3];
        private double scale;

        private double Expo(double v) => Math.Exp(v);

        private double Unit => 1;

        public C(double x, double[] logits)
        {
            scale = Math.Exp(x);
            scale = {|LG1004:Math.Log(One + scale)|};
            StableMath.Softmax(logits, probabilities);
            Console.WriteLine({|LG1001:Math.Log(probabilities[0] + Eps)|});
            Console.WriteLine({|LG1004:Math.Log(this.Unit + Expo(x))|});
        }

        public double Later => Math.Log(One + scale) + Math.Log(probabilities[0]);

        public double Initialized { get; } = {|LG1004:Math.Log(1 + Math.Exp(Eps + Environment.TickCount))|};
        """));

    [Fact]
    public Task Generic_math_is_followed() => Net.Reports(Class("""
        static T A<T>(T x) where T : IFloatingPointIeee754<T> => {|LG1004:T.Log(T.One + T.Exp(x))|};

        static T B<T>(T[] x) where T : IBinaryFloatingPointIeee754<T>
        {
            T sum = T.Zero;
            foreach (T v in x) sum += T.Exp(v);
            return {|LG1003:T.Log(sum)|};
        }

        static T D<T>(T x) where T : IFloatingPointIeee754<T> => {|LG1002:T.Log(T.One / (T.One + T.Exp(-x)))|};

        static T E<T>(T x) where T : IFloatingPointIeee754<T> => x > T.CreateChecked(20) ? x : T.Log(T.One + T.Exp(x));

        static Half F(Half x) => {|LG1004:Half.Log(Half.One + Half.Exp(x))|};

        static double G(double x) => {|LG1004:double.Log(1 + double.Exp(x))|};

        static T H<T>(T[] x) where T : IBinaryFloatingPointIeee754<T>
        {
            T max = x[0];
            foreach (T v in x) max = T.Max(max, v);
            T sum = T.Zero;
            foreach (T v in x) sum += T.Exp(v - max);
            return max + T.Log(sum);
        }
        """));

    [Fact]
    public Task Using_static_aliases_and_names_are_bound() => Net.Reports("""
        using static System.Math;
        using M = System.MathF;

        class D
        {
            double A(double x) => {|LG1004:Log(1 + Exp(x))|};
            float B(float x) => {|LG1004:M.Log(1 + M.Exp(x))|};
            float F(float x) => {|LG1004:System.MathF.Log((float)(1.0 + System.Math.Exp((double)x)))|};
        }
        """);

    [Fact]
    public Task A_method_is_followed_into_another_file_and_through_several() => (Net with
    {
        Libraries = ["""
            public static class Nn
            {
                public static double[] Softmax(double[] x) { var p = new double[x.Length]; Fill(x, p); return p; }
                private static void Fill(double[] x, double[] p) => LossGen.Numerics.StableMath.Softmax(x, p);
                public static double Pick(double[] p, int i) => p[i];
                public static double[] Odd(double[] x, bool b) { if (b) return x; return Softmax(x); }
            }
            """],
    }).Reports(Body("var p = Nn.Softmax(xs); Use({|LG1001:Math.Log(Nn.Pick(p, k))|}); Use(Math.Log(Nn.Odd(xs, k > 1)[0]));"));

    [Fact]
    public Task A_virtual_method_may_be_another() => Net.Reports(Class("""
        protected virtual double[] Activate(double[] x) { var p = new double[x.Length]; StableMath.Softmax(x, p); return p; }

        protected double[] Final(double[] x) { var p = new double[x.Length]; StableMath.Softmax(x, p); return p; }

        double A(double[] x) => Math.Log(Activate(x)[0]) + {|LG1001:Math.Log(Final(x)[0])|};
        """));

    [Fact]
    public Task Calls_are_followed_four_deep_whoever_asks_first() => Net.Reports(Class("""
        static double E(double x) => Math.Exp(x);
        static double D1(double x) => E(x);
        static double D2(double x) => D1(x);
        static double D3(double x) => D2(x);
        static double D4(double x) => D3(x);
        static double A4(double x) => Math.Log(1 + D4(x));
        static double A3(double x) => {|LG1004:Math.Log(1 + D3(x))|};
        static double A2(double x) => {|LG1004:Math.Log(1 + D2(x))|};
        static double A1(double x) => {|LG1004:Math.Log(1 + D1(x))|};
        """));

    [Fact]
    public Task Naive_values_to_compare_with_are_let_be() => (Net with { Libraries = ["static class Assert { public static void Equal(double a, double b) { } }"] }).Reports(Body("""
        Assert.Equal(Math.Log(1 + Math.Exp(x)), x);
        var expected = Math.Log(1 + Math.Exp(x));
        double naiveSoftplus = Math.Log(1 + Math.Exp(x)), other = {|LG1004:Math.Log(1 + Math.Exp(x))|};
        """));

    [Fact]
    public Task Tensors_are_followed() => Torch.Reports(TorchBody("""
        var e = x.exp();
        var s = e.sum(1, true);
        var p = {|LG1101:e / s|};
        Use({|LG1001:p.gather(1, y).squeeze(1).log()|});
        Use({|LG1001:torch.log(p[0, 1])|});
        Use({|LG1001:(p + 1e-8).log()|});
        Use({|LG1001:p.clamp_min(1e-7).log()|});
        Use({|LG1004:torch.log(1 + torch.exp(x))|});
        Use({|LG1004:(x.exp() + 1).log()|});
        Use({|LG1004:torch.log1p(x.exp())|});
        Use(x.exp().log1p_().clamp(0, 1) is null);
        x.sigmoid_();
        Use({|LG1002:x.log()|});
        w.sub_(w.amax(1));
        Use(w.exp().sum(1).log());
        Use(torch.where(k > 1, x, y).softmax(1));
        using (var q = y.softmax(1)) { Use({|LG1001:q.detach().log()|}); }
        return x;
        """.Replace("Use(x.exp().log1p_().clamp(0, 1) is null);", "Use({|LG1004:x.exp().log1p_()|}.clamp(0, 1) is null);", System.StringComparison.Ordinal)
        .Replace("torch.where(k > 1, x, y)", "torch.where(w, x, y)", System.StringComparison.Ordinal)));

    // Unity's scripts are read without Unity, and a file without the project's own types.
    [Theory]
    [InlineData("static float F(float x) => {|LG1007:Mathf.Exp(x) / (1 + Mathf.Exp(x))|};")]
    [InlineData("static float F(float x) => {|LG1004:Mathf.Log(1 + Mathf.Exp(x))|}; static float G(float x) => x > 20 ? x : Mathf.Log(1 + Mathf.Exp(x));")]
    [InlineData("static void F(float[] v) { float s = 0; for (int i = 0; i < v.Length; i++) s += Mathf.Exp(v[i]); for (int i = 0; i < v.Length; i++) v[i] = {|LG1101:Mathf.Exp(v[i]) / s|}; }")]
    [InlineData("static void F(float[] v) { float m = Mathf.Max(v), s = 0; for (int i = 0; i < v.Length; i++) { v[i] = Mathf.Exp(v[i] - m); s += v[i]; } for (int i = 0; i < v.Length; i++) v[i] /= s; }")]
    [InlineData("static void F(Missing x, float[] v) { float s = 0; for (int i = 0; i < 9; i++) s += (float)Math.Exp(x[i]); for (int i = 0; i < 9; i++) v[i] = {|LG1101:(float)Math.Exp(x[i]) / s|}; }")]
    [InlineData("static float F(float x) => Other.Exp(x) / (1 + Other.Exp(x));")]
    public Task Missing_types_leave_the_rest_readable(string members) => (Net with { MayBeBroken = true }).Reports(Class(members));
}
