using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LossGen.Analyzers.Knowledge;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class KnowledgeTests
{
    [Fact]
    public void Every_type_and_member_of_the_files_exists()
    {
        var compilation = CSharpCompilation.Create("x",
            ((string[])[.. Stub.TensorFlow, .. Stub.NumSharp]).Select(source => CSharpSyntaxTree.ParseText(source)),
            References.Framework.Add(References.Named("System.Numerics.Tensors")).Add(References.Named("MathNet.Numerics"))
                .Add(References.Named("LossGen")).Add(References.NamedIn(typeof(Test).Assembly, "TorchSharp")));
        var missing = new List<string>();
        foreach ((string type, List<KnownMember> members) in KnowledgeBase.Load([]).Types)
        {
            if (!type.Contains('.', System.StringComparison.Ordinal))
            {
                continue;
            }

            var found = compilation.GetTypesByMetadataName(type);
            if (found.Length == 0)
            {
                missing.Add(type);
            }

            // The stub has what the tests need, not everything.
            missing.AddRange(members.Where(member => found.Length > 0 && !type.StartsWith("Tensorflow", System.StringComparison.Ordinal)
                    && !found.Any(symbol => symbol.GetMembers(member.Name == "new" ? ".ctor" : member.Name).Concat(symbol.AllInterfaces.SelectMany(i => i.GetMembers(member.Name)))
                        .Any(candidate => Signature.Fits(member.Parameters, candidate))))
                .Select(member => type + "." + member.Name));
        }

        // Of these there is neither a package nor a stub, or the stub has not all.
        string[] elsewhere = ["Unity", "Tensorflow", "CNTK.", "Numpy.", "NumpyDotNet."];

        // Delegates of TorchSharp before 0.98: none of the versions that restore has them.
        string[] earlier = ["cross_entropy_loss", "binary_cross_entropy_with_logits_loss", "binary_cross_entropy_loss", "kl_div_loss"];
        missing.Where(name => !earlier.Contains(name.Split('.')[^1]) && !elsewhere.Any(library => name.StartsWith(library, System.StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exp($0)", true)]
    [InlineData("softmax($0, $this.0)", true)]
    [InlineData("crossEntropyWithLogits($logits, $targets)", true)]
    [InlineData("tuple(maxOf($this, $0), 1.5)", true)]
    [InlineData("unknown", true)]
    [InlineData("exp($0", false)]
    [InlineData("exp($0))", false)]
    [InlineData("nonsense($0)", false)]
    [InlineData("exp($)", false)]
    [InlineData("exp", false)]
    [InlineData("sub($0)", false)]
    [InlineData("choose($0, $1)", false)]
    [InlineData("reference($0)", false)]
    [InlineData("store($0, $1, $2)", false)]
    [InlineData("", false)]
    public void A_template_is_read_or_refused(string text, bool readable) => (TemplateParser.Parse(text) is not null).ShouldBe(readable);

    [Fact]
    public void A_line_that_cannot_be_read_is_skipped()
    {
        var knowledge = new KnowledgeBase();
        KnowledgeParser.Parse("Exp = exp($0)\n[My.Type]\nA = exp(\nB(x = exp($0)\n= 3\nC = exp($0) # comment\n[x\n", knowledge);
        knowledge.Types["My.Type"].Select(member => member.Name).ShouldBe(["C"]);
    }

    [Fact]
    public Task A_users_file_teaches_own_functions() => (Net with
    {
        Libraries = ["namespace My { public class Matrix { public Matrix Exp() => null!; public Matrix Soft(int axis) => null!; public Matrix Log() => null!; public static Matrix operator +(double a, Matrix b) => null!; } public static class Loss { public static double Ce(int[] y, Matrix z) => 0; } }"],
        AdditionalFiles = [("LossGen.Knowledge.txt", """
            [My.Matrix]
            Exp         = exp($this)
            Log         = log($this)
            Soft(int)   = softmax($this, $0)
            op_Addition = add($0, $1)
            [My.Loss]
            Ce          = crossEntropyWithLogits($1, $0)
            """)],
    }).Reports("""
        using My;

        class D
        {
            Matrix A(Matrix x) => {|LG1001:x.Soft(1).Log()|};
            Matrix B(Matrix x) => {|LG1004:(1 + x.Exp()).Log()|};
            double E(Matrix x, int[] y) => Loss.Ce(y, {|LG2001:x.Soft(1)|});
        }
        """);

    [Fact]
    public Task Without_it_they_are_unknown() => (Net with
    {
        Libraries = ["public class Matrix { public Matrix Exp() => null!; public Matrix Softmax() => null!; public Matrix Log() => null!; }"],
    }).Reports("class D { Matrix A(Matrix x) => x.Softmax().Log(); }");

    [Fact]
    public Task Attributes_teach_domains() => (Net with { Ids = ["LG2001"] }).Reports(Class("""
        [Probabilities] private readonly float[] field = new float[3];
        [Probabilities] private float[] Property => new float[3];
        [return: LogProbabilities] private static float[] Log(float[] x) => x;

        [CrossEntropy(3)]
        private static float Loss(Span<float> logits, int[] targets) => 0;

        float M([Probabilities] float[] p, [Logits] float[] z, int[] y) =>
            Loss({|LG2001:p|}, y) + Loss({|LG2001:field|}, y) + Loss({|LG2001:Property|}, y) + Loss({|LG2001:Log(z)|}, y) + Loss(z, y);
        """));

    [Fact]
    public Task MathNets_functions_are_known_to_be_accurate() => (Net with { References = References.Framework.Add(References.Named("MathNet.Numerics")) }).Reports("""
        using MathNet.Numerics;

        class D
        {
            double A(double x) => SpecialFunctions.Log1p(x) + SpecialFunctions.Expm1(x);
            double B(double x) => {|LG1004:SpecialFunctions.Log1p(System.Math.Exp(x))|};
            double E(double x) => {|LG1002:System.Math.Log(SpecialFunctions.Logistic(x))|};
        }
        """);

    [Fact]
    public Task Unitys_functions_are_known() => (Net with
    {
        Libraries = ["namespace UnityEngine { public static class Mathf { public static float Exp(float power) => 0; public static float Log(float f) => 0; public static float Max(float a, float b) => a; } }"],
    }).Reports("""
        using UnityEngine;

        class D
        {
            float A(float x) => {|LG1004:Mathf.Log(1 + Mathf.Exp(x))|};

            float Lse(float[] x)
            {
                float sum = 0;
                foreach (float v in x) sum += Mathf.Exp(v);
                return {|LG1003:Mathf.Log(sum)|};
            }

            float Shifted(float[] x)
            {
                float m = x[0], sum = 0;
                foreach (float v in x) m = Mathf.Max(m, v);
                foreach (float v in x) sum += Mathf.Exp(v - m);
                return m + Mathf.Log(sum);
            }
        }
        """);

    [Theory]
    [InlineData("Matrix", true)]
    [InlineData("Tensor", true)]
    [InlineData("BigFloat", false)]
    [InlineData("SymbolicExpression", false)]
    public Task A_type_with_operators_and_an_exponential_computes_with_doubles_unless_its_name_says_otherwise(string name, bool computes)
    {
        string source = $$"""
            public sealed class {{name}}
            {
                public static {{name}} operator +(double a, {{name}} b) => b;
                public static {{name}} operator /({{name}} a, {{name}} b) => a;
                public static {{name}} Exp({{name}} x) => x;
                public static {{name}} Log({{name}} x) => x;
            }

            class D { static {{name}} F({{name}} x) => {|LG1004:{{name}}.Log(1 + {{name}}.Exp(x))|}; }
            """;
        return Net.Reports(computes ? source : source.Replace("{|LG1004:", string.Empty, System.StringComparison.Ordinal).Replace("|}", string.Empty, System.StringComparison.Ordinal));
    }
}
