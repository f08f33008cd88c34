using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Playground.Running;

/// <summary>A kernel that was compiled and loaded.</summary>
public sealed class KernelRun
{
    private readonly Kernel kernel;
    private readonly MethodInfo call;

    private KernelRun(Kernel kernel, MethodInfo call)
    {
        this.kernel = kernel;
        this.call = call;
    }

    /// <summary>Compiles a program with the method that calls one of its kernels, and loads it.</summary>
    /// <param name="compilation">The program with the generated files.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="token">Cancels when the text has changed.</param>
    /// <exception cref="InvalidOperationException">The program does not compile; the message says why.</exception>
    public static KernelRun Load(Compilation compilation, Kernel kernel, CancellationToken token)
    {
        if (kernel.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        SyntaxTree harness = CSharpSyntaxTree.ParseText(Harness.Of(kernel), options, "Harness.cs", cancellationToken: token);
        Compilation whole = compilation.AddSyntaxTrees(harness).WithAssemblyName("Program" + Guid.NewGuid().ToString("N"));
        using var image = new MemoryStream();
        var emitted = whole.Emit(image, cancellationToken: token);
        if (!emitted.Success)
        {
            Diagnostic error = emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException("The program does not compile: " + error.GetMessage(CultureInfo.InvariantCulture));
        }

        Type type = Assembly.Load(image.ToArray()).GetTypes().First(candidate => CallOf(candidate) is not null);
        return new KernelRun(kernel, CallOf(type)!);
    }

    /// <summary>Calls the kernel with one row.</summary>
    /// <param name="numbers">The numbers of each input.</param>
    /// <exception cref="ArgumentException">The numbers do not fit; the message says what to change.</exception>
    /// <exception cref="InvalidOperationException">The kernel has thrown; the message is its own.</exception>
    public KernelResult Call(IReadOnlyDictionary<KernelInput, double[]> numbers)
    {
        int classes = ClassesOf(numbers);
        double[][] given = [.. kernel.Spec.Parameters.Select(parameter => Numbers(parameter, numbers, classes))];
        double loss;
        try
        {
            loss = (double)call.Invoke(null, [given, classes])!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } problem)
        {
            throw new InvalidOperationException(problem.Message, problem);
        }

        return new KernelResult(
            kernel.Method.ReturnsVoid ? Written(KernelRole.Losses)?[0] : loss,
            Written(KernelRole.Probabilities),
            Written(KernelRole.Gradient));

        double[]? Written(KernelRole role)
        {
            int at = kernel.Spec.Parameters.ToList().FindIndex(parameter => parameter.Role == role && parameter.IsWritten);
            return at < 0 ? null : given[at];
        }
    }

    /// <summary>The kernel's formula as a paper prints it, with the same row.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="numbers">The numbers of each input.</param>
    public static KernelResult Naive(Kernel kernel, IReadOnlyDictionary<KernelInput, double[]> numbers)
    {
        double[] logits = numbers.First(pair => pair.Key.Role == KernelRole.Logits).Value;
        int target = kernel.Spec.HasIndexTargets ? (int)numbers.First(pair => pair.Key.Role == KernelRole.Targets).Value[0] : 0;
        if (target < 0 || target >= logits.Length)
        {
            // An index to be ignored: the row counts for nothing, and no formula is printed for that.
            return new KernelResult(null, null, null);
        }

        var roles = numbers.ToDictionary(pair => pair.Key.Role, pair => pair.Value);
        return NaiveFormula.Of(kernel.Spec, new RowInputs(logits) { Target = target, Roles = roles });
    }

    private static MethodInfo? CallOf(Type type) =>
        type.GetMethod(Harness.Method, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private int ClassesOf(IReadOnlyDictionary<KernelInput, double[]> numbers)
    {
        int typed = numbers.First(pair => pair.Key.Role == KernelRole.Logits).Value.Length;
        int classes = kernel.Classes ?? typed;
        return typed == classes ? classes : throw new ArgumentException($"The kernel has {classes} classes; type {classes} logits, not {typed}.");
    }

    private static double[] Numbers(KernelParameter parameter, IReadOnlyDictionary<KernelInput, double[]> numbers, int classes)
    {
        var input = numbers.Keys.FirstOrDefault(key => key.Parameter == parameter);
        if (input is null)
        {
            return new double[RoleTable.Of(parameter.Role).Extent is BufferExtent.RowOfClasses ? classes : 1];
        }

        double[] given = numbers[input];
        return given.Length == input.Count(classes) ? given
            : throw new ArgumentException($"'{input.Name}' takes {input.Count(classes)} numbers for {classes} classes, not {given.Length}.");
    }
}
