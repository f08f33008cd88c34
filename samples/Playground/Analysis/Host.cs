using System;
using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;

namespace LossGen.Playground.Analysis;

/// <summary>Roslyn's services, with one in the place of that which asks for the operating system's process: a browser has none.</summary>
internal static class Host
{
    public static MefHostServices Services { get; } = MefHostServices.Create(MefHostServices.DefaultAssemblies.Add(typeof(Host).Assembly));
}

/// <summary>
/// Says what <see cref="ExportWorkspaceServiceFactoryAttribute"/> says, of a service that is known by its name only, since it is not public.
/// </summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExportStorageConfigurationAttribute() : ExportAttribute(typeof(IWorkspaceServiceFactory))
{
    /// <summary>The service.</summary>
    public string ServiceType => StorageConfiguration.Service.AssemblyQualifiedName!;

    /// <summary>Before Roslyn's own.</summary>
    public string Layer => ServiceLayer.Host;

    /// <summary>For workspaces of every kind.</summary>
    public string[] WorkspaceKinds => [];
}

/// <summary>Where Roslyn may keep files: nowhere.</summary>
[ExportStorageConfiguration]
[Shared]
internal sealed class StorageConfiguration : IWorkspaceServiceFactory
{
    public static Type Service { get; } =
        typeof(Workspace).Assembly.GetType("Microsoft.CodeAnalysis.Host.IPersistentStorageConfiguration", throwOnError: true)!;

    public IWorkspaceService CreateService(HostWorkspaceServices workspaceServices) =>
        (IWorkspaceService)DispatchProxy.Create(Service, typeof(Nothing));

    /// <summary>Answers each question with false or nothing.</summary>
    internal class Nothing : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.ReturnType == typeof(bool) ? false : null;
    }
}
