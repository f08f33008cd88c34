using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace LossGen.DocumentTesting;

/// <summary>What stands around the code of a rule's page, so that it compiles.</summary>
internal static class RulePageCode
{
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

    private const string Instead = "**Instead**";

    private const string OwnUsings = "using System.Numerics.Tensors;\nusing LossGen;\nusing LossGen.Numerics;";

    private const string TensorFlowUsings =
        "using Tensorflow;\nusing Tensorflow.Keras;\nusing static Tensorflow.Binding;\nusing static Tensorflow.KerasApi;";

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

    /// <summary>The code that a page shows as wrong.</summary>
    public static string[] Bad(string page) => Blocks(page[..page.IndexOf(Instead, StringComparison.Ordinal)]);

    /// <summary>What stands after "Instead"; empty where the page says it in words.</summary>
    public static string Good(string page) => Blocks(page[page.IndexOf(Instead, StringComparison.Ordinal)..]).FirstOrDefault() ?? string.Empty;

    /// <summary>The same few usings and one class around the code of every page.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="code">The code of its page.</param>
    /// <param name="isGenerated">Whether the generator runs; else a kernel gets a body here.</param>
    public static string Around(string id, string code, bool isGenerated = false)
    {
        bool isMember = code.StartsWith("static", StringComparison.Ordinal);
        int declared = code.StartsWith('[') ? code.IndexOf(";\n", StringComparison.Ordinal) + 2 : 0;
        string given = Givens.TryGetValue(id, out string? text) ? text
            : IsTorch(id) ? "Tensor logits, Tensor x, Tensor y"
            : "double x";
        string[] members =
        [
            code[..declared].TrimEnd(),
            isGenerated ? string.Empty : OtherHalf(code[..declared]),
            isMember ? code : string.Empty,
            Run(given, (IsTensorFlow(id) ? "var layers = keras.layers;\n" : string.Empty) + (isMember ? string.Empty : code[declared..].TrimEnd() + "\n") + "return 0;"),
            id == "LG1001" ? OwnSoftmax : string.Empty,
        ];
        string body = string.Join("\n\n", members.Where(member => member.Length > 0));
        return Usings(id) + "\n\npublic partial class Example\n{\n" + Indented(body) + "\n}\n";
    }

    private static string Usings(string id) => "using System;\nusing System.Collections.Generic;\nusing System.Linq;\n"
        + (IsTensorFlow(id) ? TensorFlowUsings : IsTorch(id) ? TorchUsings : OwnUsings);

    private static string Run(string given, string statements) => "public static object Run(" + given + ")\n{\n" + Indented(statements) + "\n}";

    private static string Indented(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? "    " + line : line));

    // In the place of what the generator writes.
    private static string OtherHalf(string declaration) => declaration.Length == 0
        ? string.Empty
        : declaration[(declaration.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimEnd().TrimEnd(';') + " => 0;";

    private static string[] Blocks(string part) =>
        [.. Regex.Matches(part, "```csharp\n(.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];

    public static bool IsTensorFlow(string id) => id == "LG2014";

    public static bool IsTorch(string id) =>
        id == "LG1106" || (id.StartsWith("LG2", StringComparison.Ordinal) && id is not ("LG2014" or "LG2202"));
}
