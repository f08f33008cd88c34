using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LossGen.Playground.Tests.Browser;

/// <summary>The machine's own browser: the tests download none.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>
    /// The program, or nothing where none is installed. The variable LOSSGEN_CHROMIUM names it on other machines; "none" stands for none.
    /// </summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("LOSSGEN_CHROMIUM") switch
    {
        null or "" => Places.FirstOrDefault(File.Exists),
        "none" => null,
        var named => named,
    };
}

/// <summary>A test that needs a browser, and is skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "no Chromium is installed, and LOSSGEN_CHROMIUM does not name one";
            // A short log shows the names of skipped tests, but no reasons.
            DisplayName = "A_browser_test: " + Skip;
        }
    }
}
