using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Playground.Analysis;

namespace LossGen.Playground.Tests;

/// <summary>The playground's compiler, outside a browser.</summary>
internal static class Samples
{
    private static readonly string TorchSharp = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "TorchSharp").Value!;

    public static Workbench WithTorch()
    {
        var workbench = new Workbench();
        workbench.Add("TorchSharp", File.ReadAllBytes(TorchSharp));
        return workbench;
    }

    public static Task<Report> Analyze(string text) => new Workbench().Analyze(text, CancellationToken.None);

    /// <summary>The text after an edit, as an editor applies it.</summary>
    public static string Apply(string text, Fix fix)
    {
        string[] lines = text.Split('\n');
        return fix.Edits.OrderByDescending(edit => (edit.Line, edit.Column)).Aggregate(text, (changed, edit) =>
            changed[..Offset(edit.Line, edit.Column)] + edit.Text + changed[Offset(edit.EndLine, edit.EndColumn)..]);

        int Offset(int line, int column) => lines.Take(line - 1).Sum(before => before.Length + 1) + column - 1;
    }
}
