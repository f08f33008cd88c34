using System;
using Xunit;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>A theory that maps and protects memory with the calls of Linux.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Protected pages are mapped with the calls of Linux.";
        }
    }
}
