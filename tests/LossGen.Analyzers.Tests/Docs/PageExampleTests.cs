using System.Linq;
using System.Threading.Tasks;
using LossGen.Analyzers.Tests.Sweeps;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Docs;

/// <summary>What a rule's page shows as wrong is reported as it stands there, and what it shows instead, or its fix writes, is not.</summary>
public class PageExampleTests
{
    public static TheoryData<string> Ids => new(PageExample.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_of_a_page_is_reported_as_it_stands(string id)
    {
        string[] examples = PageExample.Of(id).Bad;
        examples.ShouldNotBeEmpty("a page shows what is reported");
        foreach (string code in examples)
        {
            var found = await PageExample.Compiler(id).Found(PageExample.Around(id, code));
            found.Select(diagnostic => diagnostic.Id).ShouldContain(id, code);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_a_page_or_its_fix_writes_instead_is_not_reported(string id)
    {
        PageExample example = PageExample.Of(id);
        string[] sources = example.Good.Length > 0
            ? [PageExample.Around(id, example.Good)]
            : (await PageExample.Compiler(id).Offered(PageExample.Around(id, example.Bad[0]), FixSites.Fixes))
                .Where(offer => offer.Title.StartsWith(id, System.StringComparison.Ordinal)).Select(offer => offer.Source).ToArray();
        sources.ShouldNotBeEmpty("a page without a fix shows what to write instead");
        foreach (string source in sources)
        {
            (await PageExample.Compiler(id).Found(source)).Select(diagnostic => diagnostic.Id).ShouldNotContain(id, source);
        }
    }
}
