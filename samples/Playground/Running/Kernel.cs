using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generators.Formulas;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace LossGen.Playground.Running;

/// <summary>A kernel of the program.</summary>
public sealed class Kernel
{
    private Kernel(IMethodSymbol method, KernelSpec spec)
    {
        Method = method;
        Spec = spec;
        Inputs =
        [
            .. spec.Parameters.Where(parameter => !parameter.IsWritten && !IsCount(parameter.Role))
                .Select(parameter => new KernelInput(parameter, spec)),
        ];
    }

    /// <summary>The type and the method.</summary>
    public string Name => Method.ContainingType.Name + "." + Method.Name;

    /// <summary>The number of logits, where the attribute says it.</summary>
    public int? Classes => Spec.Classes.Constant;

    /// <summary>Why the playground cannot run it, if it cannot.</summary>
    public string? Refusal =>
        Spec.IsLinear ? "This kernel computes its logits from features, and the playground gives logits. Leave out features and weights."
        : !Method.IsStatic ? "The playground has no object to call this kernel on. Make it static."
        : Types().Any(type => type.IsGenericType) ? "The playground does not know which types to put in the place of the type parameters."
        : Spec.Parameters.Any(IsBits) ? "The playground gives one number for each class, not bits. Use spans of bool or of numbers."
        : null;

    /// <summary>What it reads, in the order of its parameters.</summary>
    public ImmutableArray<KernelInput> Inputs { get; }

    internal IMethodSymbol Method { get; }

    internal KernelSpec Spec { get; }

    /// <summary>The kernels of a program, in the order of their names.</summary>
    /// <param name="compilation">The program, without the generated files or with them.</param>
    /// <param name="token">Cancels when the text has changed.</param>
    public static ImmutableArray<Kernel> In(Compilation compilation, CancellationToken token)
    {
        var attributes = LossFormulas.All.ToDictionary(loss => loss.MetadataName, StringComparer.Ordinal);
        var kernels = ImmutableArray.CreateBuilder<Kernel>();
        foreach (IMethodSymbol method in Methods(compilation.Assembly.GlobalNamespace))
        {
            foreach (AttributeData attribute in method.GetAttributes())
            {
                if (attributes.TryGetValue(attribute.AttributeClass?.ToDisplayString() ?? string.Empty, out LossFormula? loss)
                    && KernelDeclarations.Read(method, attribute, loss, CompilationFacts.Ideal, compilation, token).Spec is { } spec)
                {
                    kernels.Add(new Kernel(method, spec));
                    break;
                }
            }
        }

        return kernels.ToImmutable();
    }

    internal static bool IsCount(KernelRole role) => role is KernelRole.Classes or KernelRole.Inner;

    private bool IsBits(KernelParameter parameter) =>
        parameter.Item == "ulong" && (parameter.Role == KernelRole.Mask || (parameter.Role == KernelRole.Targets && Spec.Loss.IsBinary));

    private IEnumerable<INamedTypeSymbol> Types()
    {
        for (INamedTypeSymbol? type = Method.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceOrTypeSymbol inner => Methods(inner),
        IMethodSymbol { PartialDefinitionPart: null } method => [method],
        _ => [],
    });
}
