using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Playground.Analysis;
using LossGen.Playground.Running;
using Microsoft.AspNetCore.Components;

namespace LossGen.Playground.Components;

/// <summary>Calls a kernel of the program with typed numbers.</summary>
public sealed partial class RunPane
{
    private const int ClassesToBeginWith = 3;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    private ImmutableArray<Kernel> kernels = [];
    private Kernel? kernel;
    private KernelRun? loaded;
    private KernelResult? result;
    private KernelResult? naive;
    private string status = string.Empty;
    private bool isBusy;

    /// <summary>The program.</summary>
    [Parameter]
    [EditorRequired]
    public Report Report { get; set; } = Report.Empty;

    private Report Shown { get; set; } = Report.Empty;

    /// <summary>Compiles the program if it has changed, and calls the kernel.</summary>
    public async Task Run()
    {
        if (kernel is null || kernel.Refusal is not null || Report.Compilation is not { } compilation)
        {
            return;
        }

        (isBusy, status) = (true, "Running…");
        (result, naive) = (null, null);
        StateHasChanged();
        await Task.Delay(1);
        try
        {
            var numbers = kernel.Inputs.ToDictionary(input => input, input => KernelInput.Read(texts[input.Name]));
            loaded ??= KernelRun.Load(compilation, kernel, CancellationToken.None);
            result = loaded.Call(numbers);
            naive = KernelRun.Naive(kernel, numbers);
            status = string.Empty;
        }
        catch (Exception problem)
        {
            // Whatever the user's program does, the page goes on.
            status = problem.Message;
        }

        isBusy = false;
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Shown == Report)
        {
            return;
        }

        string? before = kernel?.Name;
        Shown = Report;
        kernels = Report.Compilation is { } compilation ? Kernel.In(compilation, CancellationToken.None) : [];
        Show(kernels.FirstOrDefault(candidate => candidate.Name == before) ?? kernels.FirstOrDefault());
    }

    private void Choose(ChangeEventArgs change) => Show(kernels[int.Parse((string)change.Value!, CultureInfo.InvariantCulture)]);

    private void Show(Kernel? shown)
    {
        (kernel, loaded, result, naive, status) = (shown, null, null, null, string.Empty);
        int classes = kernel?.Classes ?? ClassesToBeginWith;
        foreach (KernelInput input in kernel?.Inputs ?? [])
        {
            // What was typed stays as long as it fits.
            if (!texts.TryGetValue(input.Name, out string? typed) || typed.Split(',').Length != input.Count(classes))
            {
                texts[input.Name] = input.Suggest(classes);
            }
        }
    }
}
