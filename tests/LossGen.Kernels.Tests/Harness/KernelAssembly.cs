using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>Kernels that were generated, compiled in one assembly and loaded.</summary>
public sealed class KernelAssembly
{
    private static readonly ConcurrentDictionary<string, KernelAssembly> Cache = new(StringComparer.Ordinal);
    private readonly Assembly assembly;

    private KernelAssembly(Assembly assembly) => this.assembly = assembly;

    public static KernelAssembly Of(IEnumerable<KernelCase> cases, string? schedule = null, int? bits = null) =>
        FromSource(string.Concat(cases.DistinctBy(kernel => kernel.TypeName()).Select(kernel => kernel.Source())), schedule, bits);

    /// <summary>Compiles source with attributed methods. Any warning is a failure.</summary>
    /// <param name="source">The methods.</param>
    /// <param name="schedule">The schedule to take where it can be.</param>
    /// <param name="bits">The only width of vectors to compile, where a test's batches are too large for the bodies of a few rows.</param>
    public static KernelAssembly FromSource(string source, string? schedule = null, int? bits = null) =>
        Cache.GetOrAdd($"{schedule} {bits}\n{source}", key => Load(CompiledKernels.Get(key, () => Compile(source, schedule, bits))));

    private static byte[] Compile(string source, string? schedule, int? bits)
    {
        // Nullability is looked at where declarations are drawn at random and in the samples; here it would be a third of the time.
        var compilation = GeneratorHost.Run(GeneratorHost.Compilation(source, nullable: NullableContextOptions.Disable), schedule,
            bits, out var _);
        using var stream = new MemoryStream();
        string problems = GeneratorHost.Problems(compilation.Emit(stream).Diagnostics);
        return problems.Length == 0 ? stream.ToArray() : throw new InvalidOperationException(problems);
    }

    private static KernelAssembly Load(byte[] image) => new(new AssemblyLoadContext("kernels", isCollectible: true).LoadFromStream(new MemoryStream(image)));

    public static Kernel<T, TTarget> One<T, TTarget>(KernelCase kernel, string? schedule = null) => Of([kernel], schedule).Get<T, TTarget>(kernel);

    public Kernel<T, TTarget> Get<T, TTarget>(KernelCase kernel)
    {
        if (!kernel.AtRunTime)
        {
            return Method<Kernel<T, TTarget>>(kernel.TypeName(), "Call");
        }

        var call = Method<SizedKernel<T, TTarget>>(kernel.TypeName(), "Call");
        return (logits, targets, gradient, losses, classWeights, sampleWeights) =>
            call(logits, targets, gradient, losses, classWeights, sampleWeights, kernel.Classes);
    }

    public TDelegate Method<TDelegate>(string type, string method)
        where TDelegate : Delegate => assembly.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<TDelegate>();
}
