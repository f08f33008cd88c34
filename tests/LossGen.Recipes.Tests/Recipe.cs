using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using LossGen.DocumentTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace LossGen.Recipes.Tests;

/// <summary>A page of docs/recipes. Its programs see exactly the packages that it tells its reader to install.</summary>
internal sealed partial record Recipe(string Page)
{
    public static IReadOnlyList<Recipe> All { get; } = [.. DocumentBlock.Recipes.Select(block => new Recipe(block.Page)).Distinct()];

    public string Text => DocumentBlock.TextOf(Page);

    public IEnumerable<DocumentBlock> Blocks => DocumentBlock.Recipes.Where(block => block.Page == Page);

    /// <summary>What the page installs besides LossGen.</summary>
    public IEnumerable<string> Packages =>
        Installed().Matches(Text).Select(match => match.Groups["name"].Value).Where(name => name != "LossGen");

    public DocumentTarget Target => Has("dotnet new classlib -f netstandard2.0") ? Standard.Target : DocumentTarget.Net(References);

    private ImmutableArray<MetadataReference> References => [.. Packages.Concat(Frameworks).SelectMany(name => Assemblies(name).AsEnumerable())];

    private string[] Frameworks => Has("dotnet new web") ? ["Microsoft.AspNetCore", "Microsoft.Extensions"] : [];

    private bool Has(string command) => Text.Contains($"\n    {command}\n", StringComparison.Ordinal);

    private static ImmutableArray<MetadataReference> Assemblies(string package)
    {
        // A package that bundles TorchSharp with a native part has no assembly of its own.
        var assemblies = RoslynTesting.References.OfPackage(package.Split('-')[0]);
        return assemblies.IsEmpty ? throw new InvalidOperationException($"The test project does not refer to {package}.") : assemblies;
    }

    [GeneratedRegex(@"^    dotnet add package (?<name>[\w.-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Installed();
}
