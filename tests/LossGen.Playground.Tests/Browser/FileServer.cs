using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace LossGen.Playground.Tests.Browser;

/// <summary>Serves a folder, as any server of files would, and remembers what was asked for.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FileServer(WebApplication app) => this.app = app;

    /// <summary>The paths asked for so far.</summary>
    public ConcurrentDictionary<string, bool> Requested { get; } = new(StringComparer.Ordinal);

    public string Address => app.Urls.First() + "/";

    public static async Task<FileServer> Start(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var server = new FileServer(app);
        app.Use((context, next) =>
        {
            server.Requested[context.Request.Path == "/" ? "/index.html" : context.Request.Path.Value!] = true;
            return next(context);
        });
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".wasm"] = "application/wasm";
        types.Mappings[".dat"] = types.Mappings[".bin"] = "application/octet-stream";
        var files = new PhysicalFileProvider(folder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
