using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

/// <summary>The kernels of one loss, each with the use whose formula it computes.</summary>
internal sealed class LossSet(IReadOnlyList<LossCase> uses) : IEnumerable
{
    private readonly List<Action<Checks>> checks = [];
    private readonly Dictionary<(int Use, int Classes), LossKernel<float>> floats = [];

    public void Add(int use, int classes, LossForm form, LossKernel<float> kernel)
    {
        if (form == LossForm.Rows)
        {
            floats.Add((use, classes), kernel);
        }

        checks.Add(checks => new WideCheck(checks, uses[use], classes, form).Run(kernel));
    }

    public void Add(int use, int classes, LossForm form, LossKernel<double> kernel) => checks.Add(checks => new WideCheck(checks, uses[use], classes, form).Run(kernel));

    public void Add(int use, int classes, LossForm form, LossKernel<Half> kernel) => checks.Add(checks => Narrow(checks, use, classes, kernel, Numbers.OfHalf));

    public void Add(int use, int classes, LossForm form, LossKernel<BFloat16> kernel) => checks.Add(checks => Narrow(checks, use, classes, kernel, Numbers.OfBFloat16));

    public void Check(Checks all)
    {
        all.That(checks.Count > 0, uses[0].Attribute, "there is no kernel");
        checks.ForEach(check => check(all));
    }

    public IEnumerator GetEnumerator() => checks.GetEnumerator();

    /// <summary>Narrow kernels compute in float: they give what the float kernel gives for the same numbers, rounded.</summary>
    private void Narrow<T>(Checks all, int use, int classes, LossKernel<T> kernel, Numbers<T> numbers)
        where T : unmanaged
    {
        foreach (var kind in (Rows[])[Rows.Normal3, Rows.Confident, Rows.Masked])
        {
            var batch = new LossBatch(uses[use], Batch.Of(classes, 21, kind));
            var wide = batch.Arguments(x => numbers.Widen(numbers.Narrow((float)x)));
            var narrow = batch.Arguments(x => numbers.Narrow((float)x));
            floats[(use, classes)](wide);
            kernel(narrow);
            string what = $"{uses[use]}, {numbers.Name}, K = {classes}, {kind}";
            all.Same<T>(narrow.Losses, [.. wide.Losses.Select(numbers.Narrow)], what + ", losses");
            all.Same<T>(narrow.Gradient, [.. wide.Gradient.Select(numbers.Narrow)], what + ", gradient");
            all.Same<T>(narrow.Hessian, [.. wide.Hessian.Select(numbers.Narrow)], what + ", Hessian");
        }
    }
}
