using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using LossGen.Analyzers.Tests.Sweeps;
using LossGen.RoslynTesting;

namespace LossGen.Analyzers.Tests.Docs;

/// <summary>The code on a rule's page: what is reported, and where the page shows it, what to write instead.</summary>
/// <param name="Bad">All that is reported.</param>
/// <param name="Good">What stands after "Instead"; empty where the page says it in words.</param>
internal sealed record PageExample(string[] Bad, string Good)
{
    private const string Instead = "**Instead**";

    private static readonly string Pages = Path.Combine(
        typeof(PageExample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepoRoot").Value!, "docs/rules");

    /// <summary>What the examples use and do not declare, for the few that need more than numbers.</summary>
    private static readonly Dictionary<string, string> Givens = new(StringComparer.Ordinal)
    {
        ["LG1001"] = "double[] logits, int label, double loss",
        ["LG1002"] = "",
        ["LG1003"] = "",
        ["LG1004"] = "float margin",
        ["LG1006"] = "double a, double b",
        ["LG1010"] = "double rate",
        ["LG1016"] = "double[] probabilities",
        ["LG1017"] = "int n",
        ["LG1018"] = "float x, float y",
        ["LG1101"] = "float[] x, float[] y",
        ["LG1102"] = "float[] x",
        ["LG1103"] = "float[] x",
        ["LG1104"] = "double[] x, int n",
        ["LG1106"] = "Tensor scores, Tensor mask",
        ["LG1201"] = "double x, double y, double p, double loss",
        ["LG1202"] = "float p",
        ["LG1203"] = "Half p",
        ["LG1204"] = "double[] p, double[] x",
        ["LG1205"] = "double predicted, double loss",
        ["LG2001"] = "Module<Tensor, Tensor> model, Tensor x, Tensor y",
        ["LG2004"] = "Tensor x, Tensor target",
        ["LG2005"] = "Tensor x, Tensor teacher",
        ["LG2008"] = "TorchSharp.Modules.Linear fc, Tensor x, Tensor y",
        ["LG2009"] = "Tensor student, Tensor teacher",
        ["LG2010"] = "TorchSharp.Modules.Linear fc, Tensor x",
        ["LG2011"] = "Tensor logits, Tensor targets, long n, long length, long classes",
        ["LG2013"] = "Tensor ce",
        ["LG2014"] = "IOptimizer optimizer",
        ["LG2015"] = "Tensor student, Tensor teacher, Tensor labels, double alpha, double T",
        ["LG2103"] = "Tensor logits, Tensor oneHot, Tensor labels",
        ["LG2201"] = "Tensor logits, Tensor labels",
        ["LG2202"] = "float[] logits",
        ["LG2203"] = "Tensor logits, Tensor mask, Tensor y",
        ["LG2205"] = "Tensor logits, Tensor y, long pad",
        ["LG2206"] = "Tensor logits, Tensor y, int accumulationSteps, long rows",
        ["LG2208"] = "Tensor labels, Tensor output",
        ["LG3001"] = "float[] y",
        ["LG4001"] = "float[] logits, int label, float[] gradient",
    };

    private const string TensorFlowUsings =
        "using Tensorflow; using Tensorflow.Keras; using static Tensorflow.Binding; using static Tensorflow.KerasApi;";

    private const string TorchUsings = """
        using TorchSharp;
        using static TorchSharp.torch.nn;
        using static TorchSharp.torch.nn.functional;
        using F = TorchSharp.torch.nn.functional;
        using nn = TorchSharp.torch.nn;
        using functional = TorchSharp.torch.nn.functional;
        using Tensor = TorchSharp.torch.Tensor;
        """;

    private const string OwnSoftmax = """
        private static double[] Softmax(double[] x)
        {
            double max = x.Max();
            double[] e = x.Select(v => Math.Exp(v - max)).ToArray();
            double sum = e.Sum();
            return e.Select(v => v / sum).ToArray();
        }
        """;

    public static IEnumerable<string> Ids => Directory.GetFiles(Pages, "LG*.md").Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(id => string.CompareOrdinal(id, "LG1000") > 0 && id is not ("LG3003" or "LG3004")).Order(StringComparer.Ordinal);

    public static PageExample Of(string id)
    {
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        int instead = page.IndexOf(Instead, StringComparison.Ordinal);
        return new PageExample(In(page[..instead]), In(page[instead..]).FirstOrDefault() ?? string.Empty);
    }

    /// <summary>What the examples of a page are compiled with: the real libraries, but for TensorFlow.NET, which no registry has.</summary>
    public static CodeTest Compiler(string id) =>
        (IsTensorFlow(id) ? Test.Tf : IsTorch(id) ? Test.RealTorch : Test.Net) with { Enabled = FixSites.Net.Enabled };

    /// <summary>The same few usings and one class around the code of every page.</summary>
    public static string Around(string id, string code)
    {
        bool isMember = code.StartsWith("static", StringComparison.Ordinal);
        int declared = code.StartsWith('[') ? code.IndexOf(";\n", StringComparison.Ordinal) + 2 : 0;
        string given = Givens.TryGetValue(id, out string? text) ? text
            : IsTorch(id) ? "Tensor logits, Tensor x, Tensor y"
            : "double x";
        string usings = IsTensorFlow(id) ? TensorFlowUsings
            : IsTorch(id) ? TorchUsings
            : "using System.Numerics.Tensors; using LossGen; using LossGen.Numerics;";
        return $$"""
            using System; using System.Collections.Generic; using System.Linq; {{usings}}
            public partial class Example
            {
                {{code[..declared]}}
                {{OtherHalf(code[..declared])}}
                {{(isMember ? code : string.Empty)}}
                public static object Run({{given}})
                {
                    {{(IsTensorFlow(id) ? "var layers = keras.layers;" : string.Empty)}}
                    {{(isMember ? string.Empty : code[declared..])}}
                    return 0;
                }

                {{(id == "LG1001" ? OwnSoftmax : string.Empty)}}
            }
            """;
    }

    // What the generator writes.
    private static string OtherHalf(string declaration) => declaration.Length == 0
        ? string.Empty
        : declaration[(declaration.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimEnd().TrimEnd(';') + " => 0;";

    private static string[] In(string part) =>
        Regex.Matches(part, "```csharp\n(.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value).ToArray();

    private static bool IsTensorFlow(string id) => id == "LG2014";

    private static bool IsTorch(string id) =>
        id == "LG1106" || (id.StartsWith("LG2", StringComparison.Ordinal) && id is not ("LG2014" or "LG2202"));
}
