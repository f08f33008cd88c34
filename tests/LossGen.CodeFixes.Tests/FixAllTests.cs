using System.Collections.Immutable;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace LossGen.CodeFixes.Tests;

/// <summary>Fix All, as an editor and <c>dotnet format analyzers</c> run it.</summary>
public class FixAllTests
{
    private static readonly CodeTest Net = new(new LossAnalyzer())
    {
        Libraries = Stub.TorchSharp,
        References = References.Framework.Add(References.Named("System.Numerics.Tensors")).Add(References.Named("LossGen")),
    };

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task A_document_with_many_is_fixed_at_once_and_gets_one_using(FixAllScope scope) => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.NaiveSoftplus] }).FixesAll(
        scope,
        """
        using System;

        class A
        {
            double F(double x) => Math.Log(1 + Math.Exp(x)); // one
            double G(double x) => x > 20 ? x : Math.Log(1 + Math.Exp(x));
            float H(float x, float y) => MathF.Log(1 + MathF.Exp(x)) + /* two */ MathF.Log(MathF.Exp(y * x) + 1);
        }
        """,
        """
        using System;
        using LossGen.Numerics;

        class A
        {
            double F(double x) => StableMath.Softplus(x); // one
            double G(double x) => x > 20 ? x : Math.Log(1 + Math.Exp(x));
            float H(float x, float y) => StableMath.Softplus(x) + /* two */ StableMath.Softplus(y * x);
        }
        """);

    [Fact]
    public Task Effects_comments_and_directives_stay_when_all_are_fixed() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.NaiveSoftplus] }).FixesAll(
        FixAllScope.Document,
        """
        using System;

        class A
        {
            // above
            double F(double x, double y) =>
                Math.Log(1 + // one
                    Math.Exp(x++)) + Math.Log(1 /* two */ + Math.Exp(y)); // three

            double G(double x, Func<double> next)
            {
                #pragma warning disable CS0219
                if (x > 0) return x * Math.Log(1 + // four
                    Math.Exp(next())) - Math.Log(1 + Math.Exp( // five
                        x = x * 2));
                #region last
                    #pragma warning restore CS0219
                return Math.Log(
                    1 + Math.Exp(-x));
                #endregion
            }
        }
        """,
        """
        using System;
        using LossGen.Numerics;

        class A
        {
            // above
            // one
            double F(double x, double y) =>
                StableMath.Softplus(x++) + StableMath.Softplus(/* two */ y); // three

            double G(double x, Func<double> next)
            {
                #pragma warning disable CS0219
                // four
                // five
                if (x > 0) return x * StableMath.Softplus(next()) - StableMath.Softplus(x = x * 2);
                #region last
                    #pragma warning restore CS0219
                return StableMath.Softplus(-x);
                #endregion
            }
        }
        """);

    [Fact]
    public Task A_solution_is_fixed_in_every_document() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.NaiveLogP1] }).FixesAll(
        FixAllScope.Solution,
        ["class A { double F(double x) => double.LogP1(x); }\n", "class B\n{\n    float F(float x) => float.ExpM1(x);\n}\n", "class D { double F(double x) => System.Math.Log(1 + System.Math.Exp(x)); }"],
        ["using LossGen.Numerics;\n\nclass A { double F(double x) => StableMath.Log1p(x); }\n", "using LossGen.Numerics;\n\nclass B\n{\n    float F(float x) => StableMath.Expm1(x);\n}\n", "class D { double F(double x) => System.Math.Log(1 + System.Math.Exp(x)); }"]);

    [Fact]
    public Task Both_halves_of_every_binary_cross_entropy_are_rewritten() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.LogOfProbability], Ids = ["LG1015"] }).FixesAll(
        FixAllScope.Document,
        """
        using System;

        class A
        {
            double Loss(double target, double p) => -(target * Math.Log(p) + (1 - target) * Math.Log(1 - p));
            double Entropy(double[] probs) { double h = 0; foreach (double p in probs) { h -= p * Math.Log(p); /* nats */ } return h; }
        }
        """,
        """
        using System;
        using LossGen.Numerics;

        class A
        {
            double Loss(double target, double p) => -(StableMath.XLogY(target, p) + StableMath.XLog1PY(1 - target, -p));
            double Entropy(double[] probs) { double h = 0; foreach (double p in probs) { h -= StableMath.XLogX(p); /* nats */ } return h; }
        }
        """);

    // An editor does not offer it; dotnet format asks all the same.
    [Fact]
    public Task A_cure_that_changes_results_is_not_applied_to_all()
    {
        const string Source = """
            using TorchSharp;
            using static TorchSharp.torch;
            using F = TorchSharp.torch.nn.functional;

            class A
            {
                Tensor G(Tensor x, Tensor y) => F.cross_entropy(F.softmax(x, 1), y);
            }
            """;
        return (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.SoftmaxBeforeCrossEntropy] }).FixesAll(FixAllScope.Document, Source, Source);
    }

    // One class has the fixes of all rules; one Fix All has those of one.
    [Fact]
    public Task Fix_all_keeps_to_its_rule() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.NaiveSoftplus] }).FixesAll(
        FixAllScope.Document,
        """
        using System;

        class A
        {
            double F(double x) => Math.Log(1 + Math.Exp(x)) + Math.Log(Math.Cosh(x)) + Math.Log(Math.Exp(x) + 1);
        }
        """,
        """
        using System;
        using LossGen.Numerics;

        class A
        {
            double F(double x) => StableMath.Softplus(x) + Math.Log(Math.Cosh(x)) + StableMath.Softplus(x);
        }
        """);

    [Fact]
    public Task Nested_findings_do_not_collide() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.NaiveSoftplus] }).FixesAll(
        FixAllScope.Document,
        """
        using System;
        using LossGen.Numerics;

        class A
        {
            double F(double x) => Math.Log(1 + Math.Exp(Math.Log(1 + Math.Exp(x))));
        }
        """,
        """
        using System;
        using LossGen.Numerics;

        class A
        {
            double F(double x) => StableMath.Softplus(Math.Log(1 + Math.Exp(x)));
        }
        """);

    [Fact]
    public Task Statements_that_go_away_do_not_collide() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.LogOfSoftmax], Ids = ["LG1001"] }).FixesAll(
        FixAllScope.Project,
        """
        using System.Numerics.Tensors;
        using LossGen.Numerics;

        class A
        {
            void F(float[] x, float[] p, float[] q)
            {
                TensorPrimitives.SoftMax(x, p);
                TensorPrimitives.Log(p, p);
                TensorPrimitives.SoftMax(x, q);
                // to logarithms
                TensorPrimitives.Log(q, q);
            }
        }
        """,
        """
        using System.Numerics.Tensors;
        using LossGen.Numerics;

        class A
        {
            void F(float[] x, float[] p, float[] q)
            {
                StableMath.LogSoftmax(x, p);
                // to logarithms
                StableMath.LogSoftmax(x, q);
            }
        }
        """);

    [Fact]
    public Task Tensors_are_fixed_together() => (Net with { Fix = new CureCodeFix(), FixedIds = [RuleIds.LogOfSigmoid] }).FixesAll(
        FixAllScope.Document,
        """
        using TorchSharp;
        using static TorchSharp.torch;

        class A
        {
            Tensor F(Tensor x, Tensor y) => -(y * torch.log(torch.sigmoid(x)) + (1 - y) * (1 - x.sigmoid()).log());
        }
        """,
        """
        using TorchSharp;
        using static TorchSharp.torch;

        class A
        {
            Tensor F(Tensor x, Tensor y) => -(y * nn.functional.logsigmoid(x) + (1 - y) * (-x).log_sigmoid());
        }
        """);
}
