using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;

namespace LossGen.Samples.Tests.Regression;

/// <summary>Runs the built sample: once for most tests, with an SVG of its curves.</summary>
public sealed class RegressionSample : IDisposable
{
    private static readonly string Program =
        Path.Combine(Checkout.Root, "samples/SoftmaxRegression/bin", Checkout.Configuration, "net10.0/SoftmaxRegression.dll");

    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-regression-").FullName;

    public RegressionSample()
    {
        Result = Run("--plot", Svg).ShouldSucceed();
    }

    internal CommandResult Result { get; }

    internal string Svg => Path.Combine(folder, "curves.svg");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal static CommandResult Run(params string[] arguments) =>
        Dotnet.Run(Dotnet.Host, Path.GetTempPath(), TimeSpan.FromMinutes(4), new Dictionary<string, string>(StringComparer.Ordinal), [Program, .. arguments]);

    /// <summary>The numbers of the lines that begin like this, after the beginning.</summary>
    internal double[][] Numbers(string beginning) =>
    [
        .. Result.Lines.Where(line => line.TrimStart().StartsWith(beginning, StringComparison.Ordinal))
            .Select(line => Numbers(line.TrimStart()[beginning.Length..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>The rows of numbers below a line that contains this.</summary>
    internal double[][] Table(string heading) =>
    [
        .. Result.Lines.SkipWhile(line => !line.Contains(heading, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.All(word => double.TryParse(word, CultureInfo.InvariantCulture, out _)))
            .Select(Numbers),
    ];

    private static double[] Numbers(string[] words) =>
        [.. words.Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out double value) ? value : double.NaN).Where(value => !double.IsNaN(value))];
}
