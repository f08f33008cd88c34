using System;
using System.Runtime.InteropServices;

namespace LossGen.Package.Tests.Publishing;

/// <summary>The platform that a program is published for: the one the tests run on.</summary>
internal static class Rid
{
    public static string Current { get; } = Os() + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static string Os() => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
