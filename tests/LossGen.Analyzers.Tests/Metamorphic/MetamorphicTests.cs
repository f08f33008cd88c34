using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Metamorphic;

/// <summary>
/// A program that is written differently computes the same, so that the verdict has to be the same. This is what tells an engine from a
/// memory of samples.
/// </summary>
public class MetamorphicTests
{
    public static TheoryData<string> Seeds => new(Seed.All.Select(seed => seed.Name));

    public static TheoryData<string> Forms => new(Transformations.All.Keys);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_seed_is_judged_as_it_should(string seed) => (await Misjudged(Seed.Named(seed), Seed.Named(seed).Members)).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_seed_is_judged_alike_in_another_form(string form)
    {
        var wrong = new List<string>();
        foreach (Seed seed in Seed.All)
        {
            if (await Misjudged(seed, Transformations.All[form](seed.Members)) is { } text)
            {
                wrong.Add(text);
            }
        }

        wrong.ShouldBeEmpty();
    }

    // All pairs of forms, each with one of the seeds in turn: every seed meets every form many times.
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_seed_is_judged_alike_in_two_forms_at_once(string form)
    {
        var wrong = new List<string>();
        int turn = Transformations.All.Keys.ToList().IndexOf(form);
        foreach ((string other, var second) in Transformations.All)
        {
            Seed seed = Seed.All[turn++ % Seed.All.Count];
            if (other != form && !Clash(form, other) && await Misjudged(seed, second(Transformations.All[form](seed.Members))) is { } text)
            {
                wrong.Add(other + ": " + text);
            }
        }

        wrong.ShouldBeEmpty();
    }

    // Two that change the same type, a span in a lambda or without a null, a parameter that has become another and one that is passed on.
    private static bool Clash(string one, string other)
    {
        string[] types = ["a list", "a span", "a member's array", "float"];
        string[] functions = ["functions of an own class", "functions of the number type", "float"];
        string[] spans = ["a span", "a check of the arguments", "the body as a lambda"];
        string[] members = ["a member's array", "expressions as methods", "expressions as local functions", "a check of the arguments"];
        return ((one == members[0] || other == members[0]) && members.Contains(one) && members.Contains(other)) || (types.Contains(one) && types.Contains(other)) || (functions.Contains(one) && functions.Contains(other)) || (spans.Contains(one) && spans.Contains(other) && (one == "a span" || other == "a span"));
    }

    private static async Task<string?> Misjudged(Seed seed, string members)
    {
        string source = "using System.Collections.Generic;\n" + Test.Class(members);
        string[] ids = (await Test.Net.Found(source)).Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.Id).ToArray();
        bool isRight = seed.Id is null ? ids.Length == 0 : ids.Contains(seed.Id);
        return isRight ? null : seed.Name + " is judged [" + string.Join(", ", ids) + "] as\n" + members;
    }
}
