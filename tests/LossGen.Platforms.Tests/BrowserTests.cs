using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using LossGen.Playground.Tests.Browser;
using LossGen.ProcessTesting;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Platforms.Tests;

/// <summary>The checks as WebAssembly, with fewer rows and values: the runtime interprets there.</summary>
public sealed class BrowserTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-wasm-").FullName;

    [BrowserFact]
    public async Task All_checks_pass_in_a_browser()
    {
        Dotnet.Build(
            Checkout.Root,
            new Dictionary<string, string>(StringComparer.Ordinal),
            "publish",
            "tests/LossGen.Platforms.Browser/LossGen.Platforms.Browser.csproj",
            "--no-build",
            "-c",
            Checkout.Configuration,
            "-o",
            folder,
            "-p:CompressionEnabled=false").ShouldSucceed();
        await using var server = await FileServer.Start(Path.Combine(folder, "wwwroot"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        var lines = new ConcurrentQueue<string>();
        var end = new TaskCompletionSource();
        page.Console += (_, message) =>
        {
            lines.Enqueue(message.Text);
            if (message.Text.Contains("checks passed", StringComparison.Ordinal))
            {
                end.TrySetResult();
            }
        };
        page.PageError += (_, error) => end.TrySetException(new InvalidOperationException(error));
        await page.GotoAsync(server.Address);
        try
        {
            await end.Task.WaitAsync(TimeSpan.FromMinutes(8));
        }
        finally
        {
            output.WriteLine(string.Join("\n", lines));
        }

        Verdict.ShouldBeGood(string.Join("\n", lines), "browser-wasm, vectors of 128 bits", atLeast: 100_000);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
