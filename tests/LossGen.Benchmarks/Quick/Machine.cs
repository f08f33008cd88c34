using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.ML.OnnxRuntime;

namespace LossGen.Benchmarks.Quick;

/// <summary>What the figures were measured on and against.</summary>
internal static class Machine
{
    public static string Description =>
        $"{Processor}; vectors of {Bits} bits; {RuntimeInformation.FrameworkDescription}; "
        + $"System.Numerics.Tensors {VersionOf(typeof(System.Numerics.Tensors.TensorPrimitives))}; ONNX Runtime {OrtEnv.Instance().GetVersionString()}";

    private static int Bits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string Processor => File.Exists("/proc/cpuinfo")
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string VersionOf(Type type) => type.Assembly.GetName().Version!.ToString(2);
}
