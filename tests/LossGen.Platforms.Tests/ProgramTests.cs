using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using LossGen.ProcessTesting;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Platforms.Tests;

/// <summary>
/// Kernels of every loss, and the numerics, checked against the oracle by one program: on this machine with narrower vectors and without a compiler at
/// run time, and on Arm64 under an emulator.
/// </summary>
public sealed class ProgramTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(9);

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private static string ThisRid { get; } =
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-") + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    [Fact]
    public void All_checks_pass_on_this_machine() => RunHere(Nothing).ShouldBeGood("code compiled at run time", output);

    [Fact]
    public void All_checks_pass_with_vectors_of_128_bits_on_x86()
    {
        if (RuntimeInformation.OSArchitecture == Architecture.X64)
        {
            RunHere(new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_EnableAVX"] = "0" }).ShouldBeGood("vectors of 128 bits", output);
        }
    }

    [PlatformFact(Needs.Emulator)]
    public void All_checks_pass_on_Arm64()
    {
        using var program = PublishedProgram.For("linux-arm64");
        RunOnArm(program).ShouldBeGood("linux-arm64, vectors of 128 bits, code compiled at run time", output);
    }

    [PlatformFact(Needs.Clang | Needs.Time)]
    public void All_checks_pass_as_a_native_program()
    {
        using var program = PublishedProgram.For(ThisRid, "-p:PublishAot=true");
        Dotnet.Run(program.Executable, program.Folder, Timeout, Nothing).ShouldBeGood("code compiled before", output);
    }

    [PlatformFact(Needs.Emulator | Needs.CrossTools | Needs.Time)]
    public void All_checks_pass_as_a_native_program_on_Arm64()
    {
        using var program = PublishedProgram.For(
            "linux-arm64", "-p:PublishAot=true", "-p:CppCompilerAndLinker=clang", "-p:LinkerFlavor=lld", "-p:ObjCopyName=aarch64-linux-gnu-objcopy");
        RunOnArm(program).ShouldBeGood("linux-arm64, vectors of 128 bits, code compiled before", output);
    }

    [PlatformFact(Needs.Time)]
    public void All_checks_pass_trimmed_and_compiled_ahead()
    {
        using var program = PublishedProgram.For(ThisRid, "-p:PublishTrimmed=true", "-p:PublishReadyToRun=true");
        Dotnet.Run(program.Executable, program.Folder, Timeout, Nothing).ShouldBeGood(ThisRid, output);
    }

    private static CommandResult RunHere(IReadOnlyDictionary<string, string> environment)
    {
        string program = Path.Combine(Checkout.Root, "tests", "LossGen.Platforms.Program", "bin", Checkout.Configuration, "net10.0", "LossGen.Platforms.Program.dll");
        return Dotnet.Run(Dotnet.Host, Path.GetDirectoryName(program)!, Timeout, environment, program);
    }

    // The emulator has no memory that is mapped twice, with and without the right to execute.
    private static CommandResult RunOnArm(PublishedProgram program) => Dotnet.Run(
        "qemu-aarch64-static",
        program.Folder,
        Timeout,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["QEMU_LD_PREFIX"] = PlatformFactAttribute.CrossRoot,
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            ["DOTNET_EnableWriteXorExecute"] = "0",
        },
        program.Executable);
}
