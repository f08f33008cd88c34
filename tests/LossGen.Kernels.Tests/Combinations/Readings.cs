using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Formulas;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>What the generator's reader says of a declaration: a kernel, or a refusal.</summary>
/// <param name="Spec">The kernel.</param>
/// <param name="Id">The diagnostic.</param>
/// <param name="Reason">What it says, without the loss's name.</param>
internal sealed record Reading(KernelSpec? Spec, string Id, string Reason)
{
    /// <summary>All declarations are read in one compilation, in which nothing is generated.</summary>
    public static IReadOnlyList<Reading> Of(IReadOnlyList<Declaration> declarations)
    {
        string source = "using System;\nusing LossGen;\n" + string.Concat(declarations.Select((declaration, i) =>
            declaration.LacksOption ? string.Empty : declaration.Source("R" + i)));
        var compilation = GeneratorHost.Compilation(source);
        return [.. declarations.Select((declaration, i) =>
            declaration.LacksOption ? Lacking : Of(declaration, compilation.GetTypeByMetadataName("R" + i)!, compilation))];
    }

    /// <summary>C# itself refuses an option that the attribute does not have.</summary>
    private static Reading Lacking { get; } = new(null, "CS0246", "the attribute has no such option");

    private static Reading Of(Declaration declaration, INamedTypeSymbol type, Compilation compilation)
    {
        var method = type.GetMembers("Loss").OfType<IMethodSymbol>().Single();
        var facts = new CompilationFacts(HasVectorMath: true, HasFileTypes: true);
        var reading = KernelDeclarations.Read(method, method.GetAttributes()[0], declaration.Loss, facts, compilation, default);
        var problem = reading.Problems.FirstOrDefault(problem => !problem.IsWarning);
        return new Reading(reading.Spec, problem?.Id ?? string.Empty, problem is null ? string.Empty
            : string.Join("; ", problem.Arguments).Replace(declaration.Loss.Name, "…", StringComparison.Ordinal));
    }
}
