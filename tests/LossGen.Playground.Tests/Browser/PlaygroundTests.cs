using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Playground.Tests.Browser;

[Collection("Browser")]
public sealed class PlaygroundTests(PublishedApp app, ITestOutputHelper output)
{
    private const int Keystrokes = 7;

    [BrowserFact]
    public async Task A_visitor_sees_the_squiggle_reads_why_fixes_it_looks_at_the_kernel_and_runs_it()
    {
        IPage page = await app.Shared();
        await page.WaitForSelectorAsync(".squiggly-warning");
        (await page.TextContentAsync("#panel-Kernel")).ShouldNotBeNull().Replace('\u00A0', ' ').ShouldContain("Cross-entropy of 10 classes");
        await Pictures.Compare(page, "playground-light.png");

        // The hover, by keyboard: the message with the rule's number, and the beginning of its page.
        await page.Cursor(12, 20);
        await page.Keyboard.PressAsync("Control+K");
        await page.Keyboard.PressAsync("Control+I");
        await page.WaitForSelectorAsync(".monaco-hover:has-text('first rounds tiny probabilities to zero')");
        Uri.UnescapeDataString((await page.GetAttributeAsync(".monaco-hover a.code-link", "href"))!).ShouldEndWith("?page=docs/rules/LG1001.md");
        await page.Keyboard.PressAsync("Escape");

        // The light bulb, by keyboard.
        await page.Cursor(12, 20);
        await page.Keyboard.PressAsync("Control+.");
        await page.WaitForSelectorAsync("text=Compute log-probabilities with StableMath.LogSoftmax");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("monaco.editor.getModels()[0].getValue().includes('StableMath.LogSoftmax(z, p);')");
        await page.Problems();

        // Run, by keyboard.
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#loss-kernel");
        (await page.TextContentAsync("#loss-kernel")).ShouldBe("1.24992e−10");
        (await page.TextContentAsync("#loss-naive")).ShouldNotBeNull().TrimStart('−').ShouldBe("0");
        (await page.Locator(".chart rect.kernel").CountAsync()).ShouldBe(20);

        await page.FillAsync("#input-logits", "0, 800, 0, 0, 0, 0, 0, 0, 0, 0");
        await page.ClickAsync("text=Run Digits.Loss");
        await page.WaitForFunctionAsync("document.querySelector('#loss-kernel')?.textContent === '800'");
        (await page.TextContentAsync("#loss-naive")).ShouldBe("∞");

        await page.ClickAsync("text=Dark theme");
        await Pictures.Compare(page, "playground-dark.png");
    }

    [BrowserFact]
    public async Task Squiggles_follow_a_keystroke_within_a_second()
    {
        IPage page = await app.Shared();
        await page.Cursor(10, 1);
        int[] times = new int[Keystrokes];
        for (int i = 0; i < Keystrokes; i++)
        {
            await page.EvaluateAsync("delete document.documentElement.dataset.squiggles");
            await page.Keyboard.PressAsync("Space");
            await page.WaitForSelectorAsync("html[data-squiggles]");
            times[i] = int.Parse((await page.GetAttributeAsync("html", "data-squiggles"))!, System.Globalization.CultureInfo.InvariantCulture);
        }

        string all = string.Join(", ", times);
        output.WriteLine($"keystroke to squiggles: median {times.Order().ElementAt(Keystrokes / 2)} ms of {all}");
        // Tests of other projects may run at the same time and slow down most of the keystrokes, but not all.
        times.Order().ElementAt(1).ShouldBeLessThan(1000, all);
    }

    [BrowserFact]
    public async Task A_shared_address_brings_the_program_back()
    {
        IPage page = await app.Shared();
        await page.Cursor(1, 1);
        await page.Keyboard.TypeAsync("// σ, π and ∞\n");
        string text = await page.Text();
        await page.ClickAsync("text=Share");
        await page.WaitForFunctionAsync("location.hash.startsWith('#code=')");

        IPage other = await app.Open();
        await other.Visit(page.Url);
        (await other.Text()).ShouldBe(text);
        await other.Problems("LG1001");
        await other.CloseAsync();
    }

    [BrowserFact]
    public async Task It_works_without_a_network_after_the_first_visit()
    {
        IPage page = await app.Open(isOffline: true);
        await page.Visit(app.Server.Address);
        await page.WaitForFunctionAsync("navigator.serviceWorker.controller !== null");
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html[data-ready]");
        await page.Problems("LG1001");
        await page.SelectOptionAsync("#examples", new SelectOptionValue { Label = "softmax, then cross_entropy" });
        await page.Problems("LG2001");
    }

    [BrowserFact]
    public async Task The_documentation_is_searched_and_its_code_opens_in_the_editor()
    {
        IPage page = await app.Shared();
        await page.ClickAsync(".problems a");
        await page.WaitForSelectorAsync("h1:has-text('LG1001')");
        await page.FillAsync("#search", "first kernel");
        await page.ClickAsync(".hits a:has-text('Getting started')");
        await page.WaitForSelectorAsync("h1:has-text('Getting started')");
        await page.ClickAsync(".open-block >> nth=0");
        await page.WaitForFunctionAsync("monaco.editor.getModels()[0].getValue().includes('[CrossEntropy(3)]')");
        await page.Problems();
        new Uri(page.Url).Query.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_first_load_is_small()
    {
        await app.Shared();
        var sizes = await Task.WhenAll(app.FirstLoad.Select(file => Task.Run(() => (File: file, Size: Compression.SizeOf(app.Root + file)))));
        long total = sizes.Sum(size => size.Size);
        output.WriteLine($"first load: {total / 1e6:f1} MB compressed in {sizes.Length} files");
        foreach (var (file, size) in sizes.OrderByDescending(size => size.Size).Take(8))
        {
            output.WriteLine($"  {size / 1e6:f2} MB {Regex.Replace(file, @"\.\w{10}\.wasm$", ".wasm")}");
        }

        total.ShouldBeInRange(1_000_000, 15_000_000);
    }
}
