using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using LossGen.ProcessTesting;
using Microsoft.Playwright;
using Xunit;

namespace LossGen.Playground.Tests.Browser;

/// <summary>The playground as it is published, behind a server of files, and a browser.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-playground-").FullName;
    private FileServer? server;
    private IPlaywright? playwright;

    public string Root => Path.Combine(folder, "wwwroot");

    internal FileServer Server => server!;

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>What the first visit asked the server for.</summary>
    internal string[] FirstLoad { get; private set; } = [];

    private IPage? shared;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is not { } program)
        {
            return;
        }

        // What the tests' own build has built is linked and laid out. A server compresses on its own; the test of the size does so, too.
        Dotnet.Build(
            Checkout.Root,
            new Dictionary<string, string>(StringComparer.Ordinal),
            "publish",
            "samples/Playground/Playground.csproj",
            "--no-build",
            "-c",
            Checkout.Configuration,
            "-o",
            folder,
            "-p:CompressionEnabled=false").ShouldSucceed();
        server = await FileServer.Start(Root);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await Browser.DisposeAsync();
            playwright!.Dispose();
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// The window that most tests share, as a load takes seconds: on the playground with the first program, in the light theme.
    /// </summary>
    internal async Task<IPage> Shared()
    {
        if (shared is null)
        {
            shared = await Open();
            await shared.Visit(Server.Address);
            FirstLoad = [.. Server.Requested.Keys.Order(StringComparer.Ordinal)];
            return shared;
        }

        await shared.ClickAsync(".bar nav a >> nth=0");
        await shared.SelectOptionAsync("#examples", new SelectOptionValue { Index = 1 });
        await shared.ClickAsync("#tab-Kernel");
        await shared.EvaluateAsync("document.querySelector('.theme[aria-pressed=true]')?.click()");
        await shared.Problems("LG1001");
        return shared;
    }

    /// <summary>A window of its own, with nothing kept from others.</summary>
    /// <param name="isOffline">Whether the app may keep its files.</param>
    internal async Task<IPage> Open(bool isOffline = false)
    {
        IBrowserContext context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1400, Height = 900 },
            ServiceWorkers = isOffline ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ColorScheme = ColorScheme.Light,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        return page;
    }
}

[CollectionDefinition("Browser")]
public sealed class BrowserCollection : ICollectionFixture<PublishedApp>;
