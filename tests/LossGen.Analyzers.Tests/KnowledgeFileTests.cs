using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

public class KnowledgeFileTests
{
    [Fact]
    public async Task Lines_that_cannot_be_read_are_reported_where_they_stand()
    {
        (await Report("LossGen.Knowledge.txt", """
            Exp = exp($0)
            [My.Matrix]   # fine
            Exp = exponential($this)
            Log( = log($this)

            Sigmoid
            Max = max($0)
            Softmax(int) = softmax($this, $0)
            Nll = nllLoss($0, $1, $reduction=mean)
            """)).ShouldBe(
        [
            "1: 'no [type] stands above it'",
            "3: ''exponential($this)' names an unknown operation or has too few operands'",
            "4: 'the parameters of 'Log(' have no closing parenthesis'",
            "6: 'it has no '=' between a member and what it computes'",
            "7: ''max($0)' names an unknown operation or has too few operands'",
            "9: ''nllLoss($0, $1, $reduction=mean)' names an unknown operation or has too few operands'",
        ]);
    }

    [Theory]
    [InlineData("LossGen.Knowledge.txt", "[My.Matrix]\nExp = exp($this) # yes\nNll = nllLoss($0, $1, $reduction=1)\n")]
    [InlineData("LossGen.Knowledge.txt", "")]
    [InlineData("Other.txt", "nonsense")]
    public async Task Good_files_and_other_files_are_not(string name, string text) => (await Report(name, text)).ShouldBeEmpty();

    private static async Task<string[]> Report(string name, string text)
    {
        var compilation = CSharpCompilation.Create("x", [CSharpSyntaxTree.ParseText("class C;")], References.Framework);
        var options = new AnalyzerOptions([new File("/" + name, text)]);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new KnowledgeFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return found.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).Select(diagnostic =>
        {
            diagnostic.Id.ShouldBe("LG3003");
            diagnostic.Location.GetLineSpan().Path.ShouldBe("/" + name);
            string message = diagnostic.GetMessage(CultureInfo.InvariantCulture).Replace("This line is skipped: ", "'", System.StringComparison.Ordinal).Replace("; docs/knowledge.md describes the format", "'", System.StringComparison.Ordinal);
            return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {message}");
        }).ToArray();
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
