using System.Linq;
using System.Reflection;
using LossGen.DocumentTesting;
using Microsoft.CodeAnalysis.CSharp;
using static LossGen.RoslynTesting.References;

namespace LossGen.Recipes.Tests;

/// <summary>netstandard2.0 with the C# that Unity compiles.</summary>
internal static class Standard
{
    private static readonly Assembly Tests = typeof(Standard).Assembly;

    public static DocumentTarget Target { get; } = new(
        LanguageVersion.CSharp9,
        [NamedIn(Tests, "Standard"), NamedIn(Tests, "StandardMemory"), NamedIn(Tests, "StandardLossGen")],
        Tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "StandardLossGen").Value);
}
