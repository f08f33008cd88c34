using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Tests.Declarations;
using LossGen.GeneratorTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Snapshots;

/// <summary>A generated file has nothing in it that is not used: who opens it asks what each line is for.</summary>
public sealed class UnusedNamesTests
{
    private const int Kernels = 160;

    [Fact]
    public void Everything_that_is_declared_is_named_again()
    {
        var declarations = new RandomDeclaration(new Random(20));
        string methods = string.Join("\n", Enumerable.Range(0, Kernels).Select(number => declarations.Next("Loss" + number)));
        var compilation = GeneratorHost.Compilation("using System;\nusing LossGen;\npublic static partial class Kernels\n{\n" + RandomDeclaration.Formulas + methods + "\n}");
        GeneratorHost.Run(compilation, schedule: null, out var generated);

        var texts = generated.Select(file => file.SourceText.ToString()).Where(text => !text.Contains("NotSupportedException", StringComparison.Ordinal)).ToList();
        texts.Count.ShouldBeGreaterThan(Kernels / 3);
        var unused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in texts.SelectMany(UnusedNames.In))
        {
            unused[name] = unused.GetValueOrDefault(name) + 1;
        }

        unused.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_counts_in_its_block_only() => UnusedNames.In("""
        class C
        {
            static int M(int[] numbers)
            {
                int used = 1;
                ref int reference = ref numbers[0];
                { int twice = 0; used = twice; }
                { int twice = 0; }
                return used;
            }
        }
        """).ShouldBe(["M: reference", "M: twice"]);
}
