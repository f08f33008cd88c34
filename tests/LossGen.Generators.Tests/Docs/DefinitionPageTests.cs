using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Generators.Definitions;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Docs;

public sealed class DefinitionPageTests
{
    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static TheoryData<string> Ids => new(KernelDescriptors.Descriptors.Select(descriptor => descriptor.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_page_of_one_screen(string id)
    {
        var descriptor = KernelDescriptors.Of(id);
        string page = File.ReadAllText(Path.Combine(Root, "docs/rules", id + ".md"));

        page.ShouldStartWith($"# {id} {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n");
        page.ShouldContain($"| {descriptor.Category} | {descriptor.DefaultSeverity} |");
        page.ShouldContain("```");
        page.ShouldContain("\n**Instead** ");
        page.Split('\n').Length.ShouldBeLessThan(40);
        descriptor.HelpLinkUri.ShouldEndWith($"/docs/rules/{id}.md");
    }
}
