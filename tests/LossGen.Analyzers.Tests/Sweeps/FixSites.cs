using System;
using System.Linq;
using LossGen.Analyzers.Rules;
using LossGen.CodeFixes;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.Analyzers.Tests.Sweeps;

/// <summary>An expression for every fix that replaces one; <c>E</c> stands for the argument.</summary>
internal static class FixSites
{
    public static CodeFixProvider[] Fixes { get; } = [new CureCodeFix()];

    /// <summary>The rules that are off by default, too.</summary>
    public static CodeTest Net { get; } = Test.Net with
    {
        Enabled = [.. Catalog.Descriptors.Where(rule => !rule.IsEnabledByDefault).Select(rule => rule.Id)],
    };

    /// <summary>The same with TorchSharp.</summary>
    public static CodeTest Torch { get; } = Test.Torch with { Enabled = Net.Enabled };

    /// <summary>Of numbers.</summary>
    public static string[] Scalars { get; } =
    [
        "Math.Log(1 / (1 + Math.Exp(-(E))))",
        "Math.Log(StableMath.Sigmoid(E))",
        "Math.Log(1 - StableMath.Sigmoid(E))",
        "Math.Log(1 + Math.Exp(E))",
        "Math.Log(1 + Math.Exp(-(E)))",
        "Math.Log(1 - Math.Exp(E))",
        "Math.Log(Math.Exp(E) + Math.Exp(y))",
        "Math.Log(Math.Exp(y) + Math.Exp(E))",
        "Math.Log(Math.Exp(E) - Math.Exp(y))",
        "Math.Log(Math.Exp(E) - 1)",
        "Math.Exp(E) / (1 + Math.Exp(E))",
        "(Math.Exp(E) - Math.Exp(-(E))) / (Math.Exp(E) + Math.Exp(-(E)))",
        "Math.Log(Math.Cosh(E))",
        "Math.Log(1 + rate / (E))",
        "Math.Exp(E) - 1",
        "Math.Log(Math.Exp(E))",
        "Math.Log(Math.Pow(y, E))",
        "Math.Log(Math.Pow(E, y))",
        "Math.Log(n + 1) - Math.Log(n)",
        "Math.Sqrt((E) * (E) + y * y)",
        "Math.Sqrt((E) + 1) - Math.Sqrt(E)",
        "Math.Pow(Math.E, E)",
        "Math.Log(E) / Math.Log(2)",
        "Math.Log(E, 10)",
        "double.LogP1(E)",
        "MathF.Log(Math.Clamp((float)(E), 1e-9f, 1 - 1e-9f))",
    ];

    /// <summary>Of tensors.</summary>
    public static string[] Tensors { get; } =
    [
        "torch.log(F.softmax(E, 1))",
        "(E).softmax(1).log()",
        "F.cross_entropy((E).softmax(1), y)",
        "F.nll_loss((E).softmax(1), y)",
        "F.nll_loss(fc.forward(E), y)",
        "F.binary_cross_entropy((E).sigmoid(), y)",
        "F.kl_div((E).softmax(1), y.log_softmax(1))",
        "(E).sigmoid().log()",
        "torch.log(1 - torch.sigmoid(E))",
        "torch.log(1 + torch.exp(E))",
        "torch.log(torch.exp(E) + torch.exp(y))",
        "torch.exp(F.log_softmax(E, 1))",
        "(E) - torch.logsumexp(E, 1, true)",
        "(E).exp() / (E).exp().sum(1, true)",
        "(E).exp().sum(1).log()",
        "(E).exp() - 1",
        "(E).exp() / (1 + (E).exp())",
        "(E).softmax(1).softmax(1)",
        "F.cross_entropy(E, y).mean()",
        "fc.forward(E).softmax(0)",
        "fc.forward(E).gt(0.5)",
    ];

    public static string OfScalar(string site) => Test.Class($$"""
        private double counter;
        private double? cache;
        private double Getter => counter++;
        private double Next() => counter++;
        private static double Out(out double n) => n = 1;
        private static double Ref(ref double n) => n += 1;
        private static async System.Threading.Tasks.Task<double> Source() { await System.Threading.Tasks.Task.Yield(); return 1; }

        public async System.Threading.Tasks.Task<object> M(double x, double y, double rate, int n, bool flag, Func<double> call)
        {
            double a = 0;
            await System.Threading.Tasks.Task.Yield();
            var r = {{site}};
            return (r, a, x, cache);
        }
        """);

    public static string OfTensor(string site) => Test.TorchBody(
        "return default!;",
        $$"""
            private Tensor? state;
            private static readonly Tensor start = null!;
            private Tensor Getter => state = start;
            private Tensor Next() => state = start;
            private static Tensor Out(out Tensor n) => n = start;
            private static async System.Threading.Tasks.Task<Tensor> Source() { await System.Threading.Tasks.Task.Yield(); return start; }

            public async System.Threading.Tasks.Task<object> Sweep(Tensor x, Tensor y, bool flag, Func<Tensor> call)
            {
                Tensor a = x;
                await System.Threading.Tasks.Task.Yield();
                var r = {{site}};
                return (r, a, x, state);
            }
        """);
}
