using System.Runtime.InteropServices;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>The calls of Linux that map and protect memory.</summary>
internal static unsafe partial class Pages
{
    [LibraryImport("libc", EntryPoint = "mmap")]
    public static partial nint Map(nint address, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    public static partial int Protect(void* address, nuint size, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(void* address, nuint size);
}
