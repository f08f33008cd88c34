using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Regression;

/// <summary>Debian's scikit-learn in a process of its own, which reads the rows once.</summary>
internal sealed class ScikitSolver : IRegressionSolver, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-scikit-").FullName;
    private readonly Process process;
    private readonly string form;

    private ScikitSolver(RegressionProblem problem, string form)
    {
        this.form = form;
        using (var file = File.Create(Path.Combine(folder, "features")))
        {
            for (int row = 0; row < problem.Rows; row++)
            {
                file.Write(MemoryMarshal.AsBytes(problem.Features.AsSpan(row * problem.FeatureCount, problem.FeatureCount)));
            }
        }

        File.WriteAllBytes(Path.Combine(folder, "labels"), MemoryMarshal.AsBytes<int>(problem.Labels).ToArray());
        string script = Path.Combine(AppContext.BaseDirectory, "peers", "sklearn_regression.py");
        process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3",
            [script, folder, Text(problem.Rows), Text(problem.FeatureCount), Text(problem.L2)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Name = $"scikit-learn {process.StandardOutput.ReadLine()} ({form})";
    }

    public string Name { get; }

    public double FirstTolerance => 1e-3;

    /// <summary>Nothing where it is not installed.</summary>
    public static ScikitSolver? Create(RegressionProblem problem, string form = "dense") =>
        Quick.Peers.Run("/usr/bin/python3", "-c \"import sklearn\"") is null ? null : new ScikitSolver(problem, form);

    public Fitted Fit(double tolerance)
    {
        process.StandardInput.WriteLine($"{form} {Text(tolerance)}");
        string[] answer = (process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("scikit-learn gave no answer.")).Split(' ');
        double[] parameters = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, "coefficients"))).ToArray();
        return new Fitted(double.Parse(answer[0], CultureInfo.InvariantCulture), int.Parse(answer[1], CultureInfo.InvariantCulture), parameters);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
