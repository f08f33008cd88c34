using System.IO;
using LossGen.ProcessTesting;

namespace LossGen.Package.Tests.Running;

/// <summary>A project as a newcomer has it: a project file, some sources, the package from the feed.</summary>
internal sealed class FreshProject
{
    private readonly PackedPackage package;

    public FreshProject(PackedPackage package, string name, string projectFile)
    {
        this.package = package;
        Name = name;
        Folder = Directory.CreateDirectory(Path.Combine(package.Root, name)).FullName;
        Write(name + ".csproj", Resource.Read(projectFile).Replace("$LOSSGEN$", package.Version, System.StringComparison.Ordinal));
    }

    public string Name { get; }

    public string Folder { get; }

    public FreshProject With(string resource)
    {
        Write(resource, Resource.Read(resource));
        return this;
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public CommandResult Build(params string[] arguments) => Command("build", ["-c", "Release", .. arguments]);

    public CommandResult Command(string command, params string[] arguments) => Dotnet.Build(Folder, package.Environment, command, arguments);

    /// <summary>The program that a build made.</summary>
    public CommandResult Run() => Dotnet.Run(
        Dotnet.Host, Folder, System.TimeSpan.FromMinutes(1), package.Environment, Path.Combine("bin", "Release", "net10.0", Name + ".dll"));

    public CommandResult Format(params string[] arguments) =>
        Dotnet.Run(Dotnet.Host, Folder, System.TimeSpan.FromMinutes(3), package.Environment, ["format", .. arguments]);
}
