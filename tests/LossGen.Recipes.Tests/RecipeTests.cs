using System;
using System.Linq;
using System.Threading.Tasks;
using LossGen.DocumentTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Recipes.Tests;

/// <summary>The recipes compile with the real libraries, and print what their pages say.</summary>
public sealed class RecipeTests
{
    public static TheoryData<string> Pages => new(Recipe.All.Select(recipe => recipe.Page));

    public static TheoryData<string> Compiled => Places(block => block.NotCompiled is null);

    public static TheoryData<string> Printing => Places(block => block.Prints is not null && !NeedsTorch(block));

    public static TheoryData<string> PrintingTorch => Places(block => block.Prints is not null && NeedsTorch(block));

    [Theory]
    [MemberData(nameof(Compiled))]
    public async Task A_block_compiles_and_its_kernels_are_accepted(string place)
    {
        (var compilation, string problems) = Program(place);
        problems.ShouldBeEmpty();
        (await DocumentProgram.Refusals(compilation)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Printing))]
    public void A_program_prints_what_stands_below_it(string place) =>
        DocumentProgram.Run(Program(place).Compilation, new Recipe(Block(place).Page).Target).ShouldBe(Block(place).Prints);

    [TorchTheory]
    [MemberData(nameof(PrintingTorch))]
    public void A_program_with_TorchSharp_prints_what_stands_below_it(string place) => A_program_prints_what_stands_below_it(place);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_names_the_problem_first_then_code_then_limits(string page)
    {
        string[] headings = [.. DocumentBlock.TextOf(page).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        headings[0].ShouldBe("## The problem");
        headings[^1].ShouldBe("## Limits");
        new Recipe(page).Blocks.ShouldContain(block => block.NotCompiled == null);
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public void A_line_of_a_block_fits_a_screen(string place) =>
        Block(place).Code.Split('\n').Where(line => line.Length > 140).ShouldBeEmpty();

    private static bool NeedsTorch(DocumentBlock block) => new Recipe(block.Page).Packages.Contains("TorchSharp-cpu", StringComparer.Ordinal);

    private static TheoryData<string> Places(Func<DocumentBlock, bool> which) =>
        new(DocumentBlock.Recipes.Where(which).Select(block => block.Place));

    private static (Compilation Compilation, string Problems) Program(string place)
    {
        DocumentBlock block = Block(place);
        return DocumentProgram.Of(block, new Recipe(block.Page).Target);
    }

    private static DocumentBlock Block(string place) => DocumentBlock.Recipes.Single(block => block.Place == place);
}
