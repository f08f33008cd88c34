using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Projects;

/// <summary>One <c>dotnet format</c> mends a whole project: what its program prints before is lost, and after it is right.</summary>
[Collection(PackageCollection.Name)]
public class FormatTests(PackedPackage package)
{
    // What each formula is, from its limit or its series, and the rule that finds it.
    private static readonly Dictionary<string, (string Rule, double Value)> Formulas = new(StringComparer.Ordinal)
    {
        ["loss"] = ("LG1001", 1000),
        ["log sigmoid"] = ("LG1002", -800),
        ["log-sum-exp"] = ("LG1003", 1000 + Math.Log(2)),
        ["softplus"] = ("LG1004", 800),
        ["log(1 - exp)"] = ("LG1005", Math.Log(1e-20)),
        ["sigmoid"] = ("LG1007", 1),
        ["tanh"] = ("LG1008", 1),
        ["log cosh"] = ("LG1009", 800 - Math.Log(2)),
        ["log(1 + x)"] = ("LG1010", 1e-20),
        ["exp - 1"] = ("LG1011", 1e-20),
        ["log exp"] = ("LG1012", -1000),
        ["1 - sigmoid"] = ("LG1013", Math.Exp(-50)),
        ["softmax"] = ("LG1101", 0.5),
    };

    [Fact]
    public void Formatting_a_project_makes_the_numbers_right_that_it_prints()
    {
        FreshProject project = new FreshProject(package, "Formulas", "Plain.csproj.txt").With("Formulas.cs");
        project.Build().ShouldSucceed();
        var before = Printed(project);
        before.Keys.ShouldBe(Formulas.Keys);
        before.ShouldEach(line => !IsRight(line.Key, line.Value));

        project.Format([
            "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. Formulas.Values.Select(formula => formula.Rule),
        ]).ShouldSucceed();

        BuildDiagnostics.In(project.Build("-warnaserror").ShouldSucceed()).ShouldBeEmpty();
        Printed(project).ShouldEach(line => IsRight(line.Key, line.Value), project.Read("Formulas.cs"));
    }

    private static Dictionary<string, double> Printed(FreshProject project) =>
        project.Run().ShouldSucceed().Lines.Where(line => line.Length > 0)
            .Select(line => line.Split(": "))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    // Six digits are printed.
    private static bool IsRight(string name, double value) => Math.Abs(value - Formulas[name].Value) <= 1e-5 * Math.Abs(Formulas[name].Value);
}
