using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Analyzers.Tests.Sweeps;
using LossGen.DocumentTesting;
using LossGen.RoslynTesting;

namespace LossGen.Analyzers.Tests.Docs;

/// <summary>The code on a rule's page: what is reported, and where the page shows it, what to write instead.</summary>
/// <param name="Bad">All that is reported.</param>
/// <param name="Good">What stands after "Instead"; empty where the page says it in words.</param>
internal sealed record PageExample(string[] Bad, string Good)
{
    private static readonly string Pages = Path.Combine(
        typeof(PageExample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepoRoot").Value!, "docs/rules");

    public static IEnumerable<string> Ids => Directory.GetFiles(Pages, "LG*.md").Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(id => string.CompareOrdinal(id, "LG1000") > 0 && id is not ("LG3003" or "LG3004")).Order(StringComparer.Ordinal);

    public static PageExample Of(string id)
    {
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        return new PageExample(RulePageCode.Bad(page), RulePageCode.Good(page));
    }

    /// <summary>What the examples of a page are compiled with: the real libraries, but for TensorFlow.NET, which no registry has.</summary>
    public static CodeTest Compiler(string id) =>
        (RulePageCode.IsTensorFlow(id) ? Test.Tf : RulePageCode.IsTorch(id) ? Test.RealTorch : Test.Net) with { Enabled = FixSites.Net.Enabled };

    /// <summary>The same few usings and one class around the code of every page.</summary>
    public static string Around(string id, string code) => RulePageCode.Around(id, code);
}
