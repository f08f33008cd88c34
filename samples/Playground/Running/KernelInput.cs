using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;

namespace LossGen.Playground.Running;

/// <summary>A parameter that the user of the playground gives numbers for.</summary>
public sealed class KernelInput
{
    private readonly KernelSpec spec;

    internal KernelInput(KernelParameter parameter, KernelSpec spec)
    {
        this.spec = spec;
        Parameter = parameter;
    }

    /// <summary>The parameter's name.</summary>
    public string Name => Parameter.Name;

    internal KernelParameter Parameter { get; }

    internal KernelRole Role => Parameter.Role;

    private BufferExtent Extent => Role == KernelRole.Targets && !spec.HasIndexTargets ? BufferExtent.RowOfClasses : RoleTable.Of(Role).Extent;

    /// <summary>How many numbers one row has of it.</summary>
    /// <param name="classes">The number of classes.</param>
    public int Count(int classes) => Extent switch
    {
        BufferExtent.RowOfClasses or BufferExtent.OnePerClass => classes,
        BufferExtent.ClassPairs => classes * classes,
        _ => 1,
    };

    /// <summary>Numbers to begin with, which leave the loss as it is where that can be.</summary>
    /// <param name="classes">The number of classes.</param>
    public string Suggest(int classes)
    {
        IEnumerable<double> numbers = Enumerable.Range(0, Count(classes)).Select(k => Role switch
        {
            KernelRole.Logits => k == 0 ? 25 : 0.0,
            KernelRole.Targets => 0,
            KernelRole.LogitBias or KernelRole.Baseline => 0,
            KernelRole.Teacher or KernelRole.Other or KernelRole.Relevance => k == 0 ? 2 : 0.0,
            KernelRole.Similarity or KernelRole.Confusion => k % (classes + 1) == 0 ? 1 : 0.0,
            _ => 1,
        });
        double[] given = [.. numbers];
        if (Role == KernelRole.Targets && given.Length > 1)
        {
            given[0] = 1;
        }

        return string.Join(", ", given.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
    }

    /// <summary>The numbers of a text, which may stand behind commas, spaces or semicolons.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">Something else stands there; the message says what.</exception>
    public static double[] Read(string text) =>
    [
        .. text.Split([',', ' ', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word switch
            {
                "∞" or "inf" => double.PositiveInfinity,
                "-∞" or "−∞" or "-inf" => double.NegativeInfinity,
                _ => double.TryParse(word.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    ? number : throw new FormatException($"'{word}' is not a number."),
            }),
    ];
}
