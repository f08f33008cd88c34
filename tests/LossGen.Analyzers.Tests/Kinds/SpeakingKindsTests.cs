using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Kinds of faults that stretch over several methods, classes or statements: each is reported, with the id that explains it.</summary>
public class SpeakingKindsTests
{
    private const string Softmax = """
        static double[] Softmax(double[] z)
        {
            double m = z.Max();
            var e = z.Select(v => Math.Exp(v - m)).ToArray();
            double s = e.Sum();
            return e.Select(v => v / s).ToArray();
        }

        """;

    // Models and losses in different classes.
    [Theory]
    [InlineData("class Base { public Module<Tensor, Tensor> Policy { get; protected set; } } class Agent : Base { public Agent() { Policy = new Net(); } public Tensor Learn(Tensor s, Tensor a) => torch.log(Policy.forward(s)).gather(1, a); }", "LG1001")]
    [InlineData("class Base { protected Module<Tensor, Tensor> policy; } class Agent : Base { public Agent() { policy = new Net(); } public Tensor Learn(Tensor s, Tensor y) => F.cross_entropy(policy.call(s), y); }", "LG2001")]
    [InlineData("class Model { Net head = new Net(); public Tensor Loss(Tensor x, Tensor y) { var p = head.forward(x); return F.cross_entropy(p, y); } }", "LG2001")]
    [InlineData("class Body { public Sequential seq = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid()); } class Trainer { Body body = new Body(); BCEWithLogitsLoss loss = nn.BCEWithLogitsLoss(); public Tensor Step(Tensor x, Tensor y) => loss.forward(body.seq.forward(x), y); }", "LG2001")]
    [InlineData("interface IModel { Tensor Run(Tensor x); } class Head : IModel { Linear fc = nn.Linear(4, 2); public Tensor Run(Tensor x) => fc.forward(x).softmax(1); } class T { IModel m; public T(IModel m) { this.m = m; } public Tensor Loss(Tensor x, Tensor y) => F.cross_entropy(m.Run(x), y); }", "LG2001")]
    [InlineData("abstract class Model { public abstract Tensor Run(Tensor x); public Tensor Loss(Tensor x, Tensor y) => F.cross_entropy(Run(x), y); } class Head : Model { Linear fc = nn.Linear(4, 2); public override Tensor Run(Tensor x) => fc.forward(x).softmax(1); }", "LG2001")]
    [InlineData("abstract class Model { public abstract Tensor Run(Tensor x); public Tensor Loss(Tensor x, Tensor y) => F.cross_entropy(Run(x), y); } class Narrow : Model { Linear fc = nn.Linear(4, 2); public override Tensor Run(Tensor x) => fc.forward(x).softmax(1); } class Wide : Model { Linear fc = nn.Linear(8, 2); public override Tensor Run(Tensor x) => F.softmax(F.relu(fc.forward(x)), 1); }", "LG2001")]
    [InlineData("interface IActor { Tensor Run(Tensor x); } class A : IActor { Linear fc = nn.Linear(4, 2); public Tensor Run(Tensor x) => fc.forward(x).softmax(1); } class B : IActor { Net net = new Net(); public Tensor Run(Tensor x) => net.forward(x); } class T { IActor actor; public T(IActor actor) { this.actor = actor; } public Tensor LogProbability(Tensor s, Tensor a) => F.log_softmax(actor.Run(s), 1).gather(1, a); }", "LG2101")]
    [InlineData("class Policy : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> layers; public Policy() : base(\"p\") { var modules = new System.Collections.Generic.List<(string, Module<Tensor, Tensor>)> { (\"fc\", nn.Linear(4, 2)), (\"last\", nn.Softmax(-1)) }; layers = nn.Sequential(modules); } public override Tensor forward(Tensor x) => layers.forward(x); } class Agent { Policy policy = new Policy(); public Tensor Loss(Tensor s, Tensor a) => -torch.log(policy.forward(s).gather(1, a)).sum(); }", "LG1001")]
    public Task Models_in_other_classes(string classes, string id) => Speaks(RealTorch, Modules(classes), id);

    // Two implementations, a model that is replaced, one without an activation: nothing is known then.
    [Theory]
    [InlineData("interface IModel { Tensor Run(Tensor x); } class A : IModel { Linear fc = nn.Linear(4, 2); public Tensor Run(Tensor x) => fc.forward(x).softmax(1); } class B : IModel { public Tensor Run(Tensor x) => x; } class T { IModel m; public T(IModel m) { this.m = m; } public Tensor Loss(Tensor x, Tensor y) => F.cross_entropy(m.Run(x), y); }")]
    [InlineData("class Base { public Module<Tensor, Tensor> Policy { get; protected set; } } class Agent : Base { public Agent(bool b) { Policy = new Net(); if (b) Policy = nn.Linear(4, 2); } public Tensor Learn(Tensor s, Tensor y) => F.cross_entropy(Policy.forward(s), y); }")]
    [InlineData("class Body { public Sequential seq = nn.Sequential(nn.Linear(4, 1)); } class Trainer { Body body = new Body(); public Tensor Step(Tensor x, Tensor y) => F.binary_cross_entropy_with_logits(body.seq.forward(x), y); }")]
    [InlineData("abstract class Model { public abstract Tensor Run(Tensor x); public Tensor Loss(Tensor x, Tensor y) => F.nll_loss(Run(x), y); } class A : Model { Linear fc = nn.Linear(4, 2); public override Tensor Run(Tensor x) => F.log_softmax(fc.forward(x), 1); } class B : Model { public override Tensor Run(Tensor x) => x.log_softmax(1); }")]
    [InlineData("class Policy : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> layers; public Policy() : base(\"p\") { var modules = new System.Collections.Generic.List<(string, Module<Tensor, Tensor>)> { (\"fc\", nn.Linear(4, 2)), (\"last\", nn.Linear(2, 2)) }; layers = nn.Sequential(modules); } public override Tensor forward(Tensor x) => layers.forward(x); } class Agent { Policy policy = new Policy(); public Tensor Loss(Tensor s, Tensor y) => F.cross_entropy(policy.forward(s), y); }")]
    public Task Models_that_fit_or_may_change_are_silent(string classes) => RealTorch.Reports(Modules(classes));

    // Delegates and local functions are stages.
    [Theory]
    [InlineData("Func<double[], double[]> net = z => Softmax(z); Func<double[], int, double> ce = (p, t) => -Math.Log(Math.Clamp(p[t], 1e-9, 1)); return ce(net(x), y);", "LG1001")]
    [InlineData("double[] Net(double[] z) => Softmax(z); double Ce(double[] p, int t) => -Math.Log(Math.Clamp(p[t], 1e-9, 1)); return Ce(Net(x), y);", "LG1001")]
    [InlineData("Func<double[], double> ce = p => -Math.Log(p[y]); return ce(Softmax(x));", "LG1001")]
    [InlineData("double Ce(double[] p) { double s = 0; for (int i = 0; i < p.Length; i++) s -= i == y ? Math.Log(p[i]) : 0; return s; } var q = Softmax(x); return Ce(q);", "LG1001")]
    public Task Functions_as_stages(string statements, string id) => Speaks(Net, Class(Softmax + "static double M(double[] x, int y) { " + statements + " }"), id);

    // A softmax of two, written out class by class, and clips of a program's own.
    [Theory]
    [InlineData("double[] Policy(double a, double b) { double m = Math.Max(a, b); double e = Math.Exp(a - m), f = Math.Exp(b - m); return new[] { e / (e + f), f / (e + f) }; } return -Math.Log(Policy(x[0], x[1])[y]);", "LG1001")]
    [InlineData("double[] Policy(double a, double b) { double m = Math.Max(a, b); double e = Math.Exp(a - m), f = Math.Exp(b - m), s = e + f; return [e / s, f / s]; } return Math.Log(Policy(x[0], x[1])[y]) * 2;", "LG1001")]
    [InlineData("double Clip(double v, double lo, double hi) => v < lo ? lo : v > hi ? hi : v; return -Math.Log(Clip(1 / (1 + Math.Exp(-x[0])), 1e-12, 1 - 1e-12));", "LG1002")]
    [InlineData("double Clip(double v, double lo, double hi) { if (v > hi) return hi; if (v < lo) return lo; return v; } return -Math.Log(Clip(Softmax(x)[y], 1e-12, 1));", "LG1001")]
    public Task Written_out_by_hand(string statements, string id) => Speaks(Net, Class(Softmax + "static double M(double[] x, int y) { " + statements + " }"), id);

    // The classes in another order, one of them twice, and a clip whose ends are mixed up are something else.
    [Theory]
    [InlineData("double[] Odd(double a, double b) { double e = Math.Exp(a), f = Math.Exp(b); return new[] { e + f, f }; } return Math.Log(Odd(x[0], x[1])[y]);")]
    [InlineData("double Clip(double v, double lo, double hi) => v < lo ? hi : v > hi ? lo : v; return Clip(x[y], 0, 1);")]
    public Task Look_alikes_written_out_by_hand_are_silent(string statements) => Net.Reports(Class(Softmax + "static double M(double[] x, int y) { " + statements + " }"));

    [Theory]
    [InlineData("Func<double[], double> ce = p => -Math.Log(p[y] + 1); return ce(Softmax(x));")]
    [InlineData("Func<double[], double> top = p => p[y]; return top(Softmax(x));")]
    [InlineData("double Len(double[] v) => Math.Log(v.Length); return Len(Softmax(x)) + Len(x);")]
    public Task Functions_that_are_no_loss_are_silent(string statements) => Net.Reports(Class(Softmax + "static double M(double[] x, int y) { " + statements + " }"));

    // A loop may be a method.
    [Theory]
    [InlineData("nodes.ForEach(n => { n.Out = Math.Exp(n.In); s += n.Out; }); nodes.ForEach(n => n.Out /= s);")]
    [InlineData("Array.ForEach(array, n => { n.Out = Math.Exp(n.In); s += n.Out; }); Array.ForEach(array, n => n.Out /= s);")]
    [InlineData("Each(nodes, n => { n.Out = Math.Exp(n.In); s += n.Out; }); Each(nodes, n => n.Out /= s);")]
    [InlineData("Walk(array, (n, i) => { n.Out = Math.Exp(n.In); s += n.Out; }); Walk(array, (n, i) => n.Out /= s);")]
    [InlineData("foreach (var n in nodes) { n.Out = Math.Exp(n.In); s += n.Out; } nodes.ForEach(n => n.Out /= s);")]
    public Task Loops_over_objects(string statements) => Speaks(Net, Nodes(statements), "LG1101");

    [Theory]
    [InlineData("double m = nodes.Max(n => n.In); nodes.ForEach(n => { n.Out = Math.Exp(n.In - m); s += n.Out; }); nodes.ForEach(n => n.Out /= s);")]
    [InlineData("nodes.ForEach(n => { n.Out = n.In; s += n.Out; }); nodes.ForEach(n => n.Out /= s);")]
    [InlineData("Later(n => { n.Out = Math.Exp(n.In); s += n.Out; }); Later(n => n.Out /= s);")]
    public Task Other_loops_over_objects_are_silent(string statements) => Net.Reports(Nodes(statements));

    // Both sides of a quotient overflow.
    [Theory]
    [InlineData("static double Pdf(double z, double s) => Math.Exp(-z) / (s * Math.Pow(1 + Math.Exp(-z), 2));", "LG1022")]
    [InlineData("static double F(double x) { double e = Math.Exp(x); return (e * (x + 1) + 1) / ((1 + e) * (1 + e)); }", "LG1022")]
    [InlineData("static double Coth(double x) => (Math.Exp(x) + Math.Exp(-x)) / (Math.Exp(x) - Math.Exp(-x));", "LG1022")]
    [InlineData("static double Slope(double y, double s) => -y * Math.Exp(-y * s) / (1 + Math.Exp(-y * s));", "LG1022")]
    [InlineData("static double Log1p(double x) => Math.Abs(x) > 1e-4 ? Math.Log(1 + x) : x - x * x / 2; static double Loss(double y, double s) => Log1p(Math.Exp(-y * s));", "LG1004")]
    public Task Quotients_of_exponentials(string members, string id) => Speaks(Net, Class(members), id);

    [Theory]
    [InlineData("static double Pdf(double z, double s) { double e = Math.Exp(-Math.Abs(z)); return e / (s * (1 + e) * (1 + e)); }")]
    [InlineData("static double Planck(double x) => x * x * x / (Math.Exp(x) + 2);")]
    [InlineData("static double Population(double time, double k) { double grown = Math.Exp(0.1 * time); return k * grown / (k + 3 * grown); }")]
    [InlineData("static double Ratio(double a, double b) => Math.Exp(a) / (1 + Math.Exp(b));")]
    [InlineData("static double Gauss(double x, double s) => Math.Exp(-x * x / 2) / (s + Math.Exp(-x * x / 2));")]
    [InlineData("static double Safe(double x) { if (x > 50) return 1; double e = Math.Exp(x); return (e * x + 1) / (1 + e) / (1 + e); }")]
    [InlineData("static double Decay(double t) => (1 - Math.Exp(-t)) / (1 + 2 * Math.Exp(-t));")]
    [InlineData("static double Log1p(double x) => Math.Abs(x) > 1e-4 ? Math.Log(1 + x) : x - x * x / 2; static double Growth(double rate) => Log1p(rate);")]
    public Task Quotients_that_stay_finite_are_silent(string members) => Net.Reports(Class(members));

    // What a member, a view or another method hands over.
    [Theory]
    [InlineData("class Layer { public double[] Values; } Layer output; double L(double[] expected) { double s = 0; for (int i = 0; i < expected.Length; i++) s += -Math.Log(output.Values[i]) * expected[i]; return s; }", "LG1015")]
    [InlineData("static float Sig(double x) => (float)(1 / (1 + Math.Exp(-x))); static double SafeLog(double x) => Math.Log(x < 1e-12 ? 1e-12 : x); static double L(double x, double y) => -(y * SafeLog(Sig(x)) + (1 - y) * SafeLog(1 - Sig(x)));", "LG1002")]
    [InlineData("static double Entropy(double[] values) { double s = 0; foreach (var v in values) s -= v * Math.Log(v); return s; }", "LG1015")]
    [InlineData("static double Entropy(double[] values) => -values.Sum(v => v * Math.Log(v, 2));", "LG1015")]
    public Task Probabilities_told_by_evidence(string members, string id) => Speaks(Net, Class(members), id);

    [Theory]
    [InlineData("static double Entropy(double[] values) { double s = 0; foreach (var v in values) if (v > 0) s -= v * Math.Log(v); return s; }")]
    [InlineData("static double Cost(double[] values) { double s = 0; foreach (var v in values) s += v * Math.Log(v); return s; }")]
    [InlineData("class Signal { public double[] Values; } Signal signal; double Decibel(int i) => 20 * Math.Log10(signal.Values[i]);")]
    public Task Other_logarithms_are_silent(string members) => Net.Reports(Class(members));

    private static async Task Speaks(CodeTest compiler, string source, string id) =>
        (await compiler.Found(source)).Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.Id).ShouldContain(id);

    private static string Modules(string classes) => $$"""
        using System;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using F = TorchSharp.torch.nn.functional;

        class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = nn.Linear(4, 2);
            public Net() : base("net") { }
            public override Tensor forward(Tensor x) => F.softmax(fc.forward(x), 1);
        }

        {{classes}}
        """;

    private static string Nodes(string statements) => "using System.Collections.Generic;\n" + Class($$"""
        class Node { public double In, Out; }

        static void Each(List<Node> all, Action<Node> run) { foreach (var one in all) { run(one); } }

        static void Walk(Node[] all, Action<Node, int> run) { for (int i = 0; i < all.Length; i++) { run(all[i], i); } }

        static Action<Node> later;

        static void Later(Action<Node> run) { later = run; }

        static void M(List<Node> nodes, Node[] array) { double s = 0; {{statements}} }
        """);
}
