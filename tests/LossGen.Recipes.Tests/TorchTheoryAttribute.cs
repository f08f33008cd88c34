using System;
using System.IO;
using System.Runtime.InteropServices;
using Xunit;

namespace LossGen.Recipes.Tests;

/// <summary>A test that needs TorchSharp's native part, which is skipped where the variable LOSSGEN_LIBTORCH does not name its folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<string?> Missing = new(Load);

    public TorchTheoryAttribute()
    {
        Skip = Missing.Value;
        if (Skip is not null)
        {
            // A short log shows the names of skipped tests, but no reasons.
            DisplayName = "A_program_with_TorchSharp_runs: " + Skip;
        }
    }

    private static string? Load()
    {
        string? folder = Environment.GetEnvironmentVariable("LOSSGEN_LIBTORCH");
        if (folder is null)
        {
            return "LOSSGEN_LIBTORCH does not name a folder with libtorch and LibTorchSharp";
        }

        try
        {
            // In the order in which they need each other. TorchSharp finds by name what is loaded.
            string[] names = OperatingSystem.IsWindows()
                ? ["c10.dll", "torch_cpu.dll", "LibTorchSharp.dll"]
                : ["libc10.so", "libtorch_cpu.so", "libLibTorchSharp.so"];
            foreach (string name in names)
            {
                NativeLibrary.Load(Path.Combine(folder, name));
            }

            return null;
        }
        catch (DllNotFoundException problem)
        {
            return problem.Message;
        }
    }
}
