using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace LossGen.Platforms.Tests;

/// <summary>What a test needs of the machine besides the SDK.</summary>
[Flags]
public enum Needs
{
    None = 0,

    /// <summary>Programs of Arm64, on Linux: the emulator, and the C library of that machine.</summary>
    Emulator = 1,

    /// <summary>A linker for native programs of this machine.</summary>
    Clang = 2,

    /// <summary>A linker and tools for Arm64.</summary>
    CrossTools = 4,

    /// <summary>It takes minutes: run by <c>tools/nightly.sh</c>, which sets LOSSGEN_PLATFORMS=all.</summary>
    Time = 8,
}

/// <summary>A test that is skipped where the machine lacks something, with what it lacks.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlatformFactAttribute : FactAttribute
{
    public PlatformFactAttribute(Needs needs, [CallerMemberName] string method = "")
    {
        Skip = Missing(needs);
        if (Skip is not null)
        {
            // A short log shows the names of skipped tests, but no reasons.
            DisplayName = method + ": " + Skip;
        }
    }

    /// <summary>The folder with Arm64's C library, as the Debian package libc6-arm64-cross lays it out.</summary>
    internal static string CrossRoot { get; } = "/usr/aarch64-linux-gnu";

    private static string? Missing(Needs needs)
    {
        if (needs.HasFlag(Needs.Time) && Environment.GetEnvironmentVariable("LOSSGEN_PLATFORMS") is not "all")
        {
            return "it takes minutes and LOSSGEN_PLATFORMS=all is not set";
        }

        if (needs.HasFlag(Needs.Emulator) && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64))
        {
            return "Arm64 is emulated on x86-64 Linux only";
        }

        string[] programs =
        [
            .. needs.HasFlag(Needs.Emulator) ? ["qemu-aarch64-static"] : Array.Empty<string>(),
            .. needs.HasFlag(Needs.Clang) ? ["clang"] : Array.Empty<string>(),
            .. needs.HasFlag(Needs.CrossTools) ? ["clang", "ld.lld", "aarch64-linux-gnu-objcopy"] : Array.Empty<string>(),
        ];
        string? program = programs.FirstOrDefault(name => !IsInstalled(name));
        return program is not null ? program + " is not installed"
            : needs.HasFlag(Needs.Emulator) && !File.Exists(CrossRoot + "/lib/libstdc++.so.6") ? "libstdc++6-arm64-cross is not installed"
            : null;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
