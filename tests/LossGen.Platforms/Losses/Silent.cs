using Xunit.Abstractions;

namespace LossGen.Platforms.Losses;

/// <summary>Nobody asks the formulas to print anything.</summary>
internal sealed class Silent : ITestOutputHelper
{
    public static Silent Output { get; } = new();

    public void WriteLine(string message)
    {
    }
}
