using System;
using System.Linq;
using System.Threading.Tasks;
using LossGen.DocumentTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Docs;

/// <summary>The code in the README and in docs compiles as it stands there, and prints what the page says.</summary>
[Collection(nameof(ConsoleOutput))]
public sealed class DocumentBlockTests
{
    private const int Least = 38;

    private static readonly DocumentTarget Target = DocumentTarget.Net([References.Named("System.Numerics.Tensors")]);

    public static TheoryData<string> Compiled => Places(block => block.NotCompiled is null);

    public static TheoryData<string> Printing => Places(block => block.Prints is not null);

    [Fact]
    public void The_pages_have_blocks() => DocumentBlock.All.Count(block => block.NotCompiled is null).ShouldBeGreaterThanOrEqualTo(Least);

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
        DocumentProgram.Run(Program(place).Compilation, Target).ShouldBe(Block(place).Prints);

    [Theory]
    [MemberData(nameof(Compiled))]
    public void A_line_of_a_block_fits_a_screen(string place) =>
        Block(place).Code.Split('\n').Where(line => line.Length > 140).ShouldBeEmpty();

    [Fact]
    public void A_block_that_is_not_compiled_says_why() =>
        DocumentBlock.All.Where(block => block.NotCompiled is { Length: < 10 }).Select(block => block.Place).ShouldBeEmpty();

    private static TheoryData<string> Places(Func<DocumentBlock, bool> which) =>
        new(DocumentBlock.All.Where(which).Select(block => block.Place));

    private static (Compilation Compilation, string Problems) Program(string place) => DocumentProgram.Of(Block(place), Target);

    private static DocumentBlock Block(string place) => DocumentBlock.All.Single(block => block.Place == place);
}

/// <summary>Tests that redirect the console, which is one for the process.</summary>
[CollectionDefinition(nameof(ConsoleOutput), DisableParallelization = true)]
public sealed class ConsoleOutput;
