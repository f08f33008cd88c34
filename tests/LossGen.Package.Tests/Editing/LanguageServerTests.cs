using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Package.Tests.Editing;

/// <summary>A project with the packed package in an editor's language server: what the editor is told while somebody types.</summary>
[Collection(PackageCollection.Name)]
public class LanguageServerTests(PackedPackage package, ITestOutputHelper log)
{
    private const string Pages = "https://github.com/lossgen/lossgen/blob/main/docs/rules/";

    [LanguageServerFact]
    public void Diagnostics_follow_the_text_and_have_ids_and_links_and_a_kernel_explains_itself()
    {
        FreshProject project = new FreshProject(package, "Editor", "WithTensors.csproj.txt").With("Unstable.cs");
        project.Command("restore").ShouldSucceed();
        string text = project.Read("Unstable.cs");
        using var server = LanguageServer.Open(project.Folder, package.Environment);
        var editor = new OpenFile(server, Path.Combine(project.Folder, "Unstable.cs"), text);

        // The kernel is there: a partial method without a body would be the compiler's CS8795.
        var first = editor.Diagnostics(log, "as it is");
        first.Select(found => (found.Id, found.Line)).ShouldBe([("LG1001", 13), ("LG2001", 20)]);
        first.ShouldEach(found => found.Page == Pages + found.Id + ".md");
        first[0].Message.ShouldBe("The logarithm of a softmax is −∞ once logits differ by more than 103.97; call StableMath.LogSoftmax instead");

        // Somebody follows the advice.
        editor.Change(text.Replace("StableMath.Softmax(logits, result);", "StableMath.LogSoftmax(logits, result);", StringComparison.Ordinal)
            .Replace("TensorPrimitives.Log(result, result);", string.Empty, StringComparison.Ordinal));
        editor.Diagnostics(log, "after a mend").Select(found => found.Id).ShouldBe(["LG2001"]);

        // A declaration that cannot be generated says so at once, and the call of it stays known.
        editor.Change(text.Replace("[CrossEntropy(10)]", "[CrossEntropy(-1)]", StringComparison.Ordinal));
        editor.Diagnostics(log, "after a mistake").Select(found => found.Id).ShouldContain("LG0003");

        editor.Change(text);
        editor.Diagnostics(log, "taken back").Select(found => found.Id).ShouldBe(["LG1001", "LG2001"]);

        // The declaration has no comment of its own: this one is the generator's.
        editor.Hover("Loss(probabilities").ShouldContain("The cross-entropy of 10 logits per row, averaged over the rows");
    }

    /// <summary>A file as an editor holds it.</summary>
    private sealed class OpenFile
    {
        private readonly LanguageServer server;
        private readonly JsonObject identity;
        private string text;
        private int version = 1;

        public OpenFile(LanguageServer server, string path, string text)
        {
            this.server = server;
            this.text = text;
            identity = new JsonObject { ["uri"] = LanguageServer.Uri(path) };
            server.Notify("textDocument/didOpen", new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = LanguageServer.Uri(path), ["languageId"] = "csharp", ["version"] = version, ["text"] = text,
                },
            });
        }

        public void Change(string newText)
        {
            text = newText;
            var changed = (JsonObject)identity.DeepClone();
            changed["version"] = ++version;
            server.Notify("textDocument/didChange", new JsonObject
            {
                ["textDocument"] = changed,
                ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = newText }),
            });
        }

        /// <summary>Warnings and errors in the order of the text. How long the answer took is printed and not judged.</summary>
        public Found[] Diagnostics(ITestOutputHelper log, string when)
        {
            long start = Stopwatch.GetTimestamp();
            JsonNode? answer = server.Request("textDocument/diagnostic", new JsonObject { ["textDocument"] = identity.DeepClone() });
            log.WriteLine($"diagnostics {when}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:f0} ms");
            return [.. answer!["items"]!.AsArray().Select(item => new Found(item!)).Where(found => found.IsShown).OrderBy(found => found.Line)];
        }

        public string Hover(string place)
        {
            string before = text[..text.IndexOf(place, StringComparison.Ordinal)];
            JsonNode? answer = server.Request("textDocument/hover", new JsonObject
            {
                ["textDocument"] = identity.DeepClone(),
                ["position"] = new JsonObject
                {
                    ["line"] = before.Count(character => character == '\n'),
                    ["character"] = before.Length - (before.LastIndexOf('\n') + 1),
                },
            });
            return answer.ShouldNotBeNull()["contents"]!.ToJsonString();
        }
    }

    /// <summary>A diagnostic as the editor gets it.</summary>
    private sealed class Found(JsonNode item)
    {
        public string Id { get; } = item["code"]!.GetValue<string>();

        /// <summary>1 is an error and 2 a warning; hints, such as a using that is not needed, come after.</summary>
        public bool IsShown { get; } = item["severity"]!.GetValue<int>() <= 2;

        public string Message { get; } = item["message"]!.GetValue<string>();

        public string? Page { get; } = item["codeDescription"]?["href"]?.GetValue<string>();

        public int Line { get; } = item["range"]!["start"]!["line"]!.GetValue<int>() + 1;
    }
}
