using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>What a method of the same compilation gives back, in whatever it is wrapped.</summary>
public class EngineResultTests
{
    [Theory]
    [InlineData("var (p, l) = Both(z); return {|LG1001:Math.Log(p[0])|} + l;")]
    [InlineData("var both = Both(z); return {|LG1001:Math.Log(both.Probabilities[1])|};")]
    [InlineData("double[] p; double l; (p, l) = Both(z); return {|LG1001:Math.Log(p[0])|} + l;")]
    [InlineData("return {|LG1001:Math.Log(Both(z).Probabilities[0])|};")]
    [InlineData("Fill(z, out var p, out _); return {|LG1001:Math.Log(p[1])|};")]
    [InlineData("double[] p; Fill(z, out p, out int n); return {|LG1001:Math.Log(p[n])|};")]
    [InlineData("Consume(z, out var p); return {|LG1001:Math.Log(p[0])|};")]
    [InlineData("double s = z[0]; Squash(ref s); return {|LG1002:Math.Log(s)|};")]
    [InlineData("var p = z.Length > 3 ? Soft(z) : Soft(Array.ConvertAll(z, v => v / 2)); return {|LG1001:Math.Log(p[0])|};")]
    [InlineData("double Log(double v) => Math.Log(v); return {|LG1001:Log(Soft(z)[0])|};")]
    [InlineData("Func<double, double> log = v => Math.Log(v + 1e-12); return Soft(z).Sum(p => {|LG1001:log(p)|});")]
    [InlineData("return -z.Zip(Soft(z)).Sum(pair => pair.First * {|LG1001:Math.Log(pair.Second)|});")]
    [InlineData("double l = 0; foreach (var (t, p) in z.Zip(Soft(z))) l -= t * {|LG1001:Math.Log(p)|}; return l;")]
    [InlineData("double l = 0; foreach (var (p, i) in Soft(z).Select((p, i) => (p, i))) l -= i * {|LG1001:Math.Log(p)|}; return l;")]
    [InlineData("return Soft(z).Select(p => (Value: p, Log: {|LG1001:Math.Log(p)|})).Sum(both => both.Value * both.Log);")]
    [InlineData("var p = new System.Collections.Generic.List<double>(Soft(z)); return {|LG1001:Math.Log(p[0])|};")]
    [InlineData("return {|LG1001:Math.Log(Yielded(z).ElementAt(1))|};")]
    [InlineData("double h = 0; foreach (var p in Yielded(z)) h -= p * {|LG1001:Math.Log(p)|}; return h;")]
    [InlineData("return Yielded(z).Select(p => {|LG1001:Math.Log(p)|}).Sum();")]
    public Task What_comes_back_in_a_tuple_or_by_reference_is_followed(string statements) => Net.Reports(Class(Returning(statements)));

    [Theory]
    [InlineData("var (p, l) = Both(z); p = z; return Math.Log(p[0]) + l;")]
    [InlineData("var (_, l) = Both(z); return Math.Log(l);")]
    [InlineData("Fill(z, out var p, out int n); p = new[] { 0.5 }; return Math.Log(p[n]);")]
    [InlineData("Fill(z, out _, out int n); return Math.Log(n);")]
    [InlineData("return Math.Log(Mixed(z).First());")]
    [InlineData("var p = new System.Collections.Generic.List<double>(3); p.AddRange(z); return Math.Log(p[0]);")]
    [InlineData("return -z.Zip(Soft(z)).Sum(pair => pair.Second * Math.Log(pair.First));")]
    [InlineData("double l = 0; foreach (var (p, i) in Soft(z).Select((p, i) => (p, i))) l -= p * Math.Log(i + 1); return l;")]
    [InlineData("var p = z.Length > 3 ? Soft(z) : z; return Math.Log(p[0]);")]
    [InlineData("double Log(double v) => v > 0 ? Math.Log(v) : 0; return Log(Soft(z)[0]);")]
    [InlineData("double Log(double v) => Math.Log(1 + v); return Log(Soft(z)[0]);")]
    [InlineData("double s = z[0]; Squash(ref s); Squash(ref s); return s;")]
    public Task What_replaces_it_is_another_matter(string statements) => Net.Reports(Class(Returning(statements)));

    [Theory]
    [InlineData("double h = 0; foreach (var p in Soft(z)) { if (p == 0) continue; h -= p * Math.Log(p); } return h;")]
    [InlineData("double h = 0; foreach (var p in Soft(z)) h -= p != 0 ? p * Math.Log(p) : 0; return h;")]
    [InlineData("double s = z[0]; Squash(ref s); return 0 == s ? 0 : s * Math.Log(s);")]
    [InlineData("double s = z[0]; Squash(ref s); if (s == 0 || s == 1) return 0; return -s * Math.Log(s) - (1 - s) * Math.Log(1 - s);")]
    [InlineData("double s = z[0]; Squash(ref s); return s is 0 or 1 ? 0 : -s * Math.Log(s) - (1 - s) * Math.Log(1 - s);")]
    [InlineData("double h = 0; foreach (var p in Soft(z)) { if (Math.Abs(p) < 1e-12) continue; h -= p * Math.Log(p); } return h;")]
    [InlineData("double h = 0; foreach (var p in Soft(z)) { if (p.Equals(0.0)) continue; h -= p * Math.Log(p); } return h;")]
    [InlineData("var e = Math.Exp(z[0]); return double.IsInfinity(e) ? z[0] : Math.Log(1 + e);")]
    public Task What_is_told_from_zero_has_a_logarithm(string statements) => Net.Reports(Class(Returning(statements)));

    [Theory]
    [InlineData("var made = Record(z); return {|LG1001:Math.Log(made.P[0])|};")]
    [InlineData("var made = Initialised(z); return {|LG1001:Math.Log(made.P[0])|};")]
    [InlineData("var made = Constructed(z); return {|LG1001:Math.Log(made.P[0])|};")]
    [InlineData("var made = StepByStep(z); return {|LG1001:Math.Log(made.P[0])|};")]
    [InlineData("var a = Initialised(z); var b = Initialised(Array.ConvertAll(z, v => 2 * v)); b.P = z; return {|LG1001:Math.Log(a.P[0])|} + Math.Log(b.P[0]);")]
    public Task What_an_object_holds_that_comes_back_is_followed(string statements) => Net.Reports(Class(Returning(statements)));

    [Theory]
    [InlineData("var made = Record(z); return Math.Log(made.Length);")]
    [InlineData("var made = Constructed(z); return Math.Log(made.Length);")]
    [InlineData("var made = Initialised(z) with { P = z }; return Math.Log(made.P[0]);")]
    [InlineData("var made = Either(z); return Math.Log(made.P[0]);")]
    [InlineData("var made = Initialised(z); made.P = z; return Math.Log(made.P[0]);")]
    public Task What_another_object_holds_is_not(string statements) => Net.Reports(Class(Returning(statements)));

    private static string Returning(string statements) => $$"""
        static double[] Soft(double[] z)
        {
            double max = z.Max();
            double[] e = Array.ConvertAll(z, v => Math.Exp(v - max));
            double sum = e.Sum();
            return Array.ConvertAll(e, v => v / sum);
        }

        static (double[] Probabilities, double Length) Both(double[] z)
        {
            var p = Soft(z);
            return (p, 0.5);
        }

        static System.Collections.Generic.IEnumerable<double> Yielded(double[] z)
        {
            double max = z.Max(), sum = 0;
            foreach (double v in z)
            {
                sum += Math.Exp(v - max);
            }

            foreach (double v in z)
            {
                yield return Math.Exp(v - max) / sum;
            }
        }

        static System.Collections.Generic.IEnumerable<double> Mixed(double[] z)
        {
            yield return z.Length;
            foreach (double p in Soft(z))
            {
                yield return p;
            }
        }

        static void Fill(double[] z, out double[] p, out int n)
        {
            p = Soft(z);
            n = z.Length;
        }

        record Made(double[] P, double Length);

        record Settable
        {
            public double[] P { get; set; } = { };
        }

        static Made Record(double[] z) => new Made(Soft(z), z.Length);

        class Plain
        {
            public readonly double[] P;

            public Plain(double[] p, double length)
            {
                P = p;
                Length = length;
            }

            public double Length { get; }
        }

        static Plain Constructed(double[] z) => new Plain(Soft(z), z.Length);

        static Settable Initialised(double[] z) => new() { P = Soft(z) };

        static Settable StepByStep(double[] z)
        {
            var made = new Settable();
            made.P = Soft(z);
            return made;
        }

        static Settable Either(double[] z)
        {
            if (z.Length > 3)
            {
                return new Settable { P = z };
            }

            return new Settable { P = Soft(z) };
        }

        static void Consume(double[] z, out double[] p)
        {
            p = Soft(z);
            for (int i = 0; i < z.Length; i++)
            {
                z[i] = 0;
            }
        }

        static void Squash(ref double x) => x = 1 / (1 + Math.Exp(-x));

        static double M(double[] z)
        {
            {{statements}}
        }
        """;
}
