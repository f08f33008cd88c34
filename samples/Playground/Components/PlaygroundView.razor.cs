using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Playground.Analysis;
using LossGen.Playground.Examples;
using LossGen.Playground.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace LossGen.Playground.Components;

/// <summary>The editor and what belongs to it. One text is analysed at a time; a newer one cancels it.</summary>
public sealed partial class PlaygroundView
{
    private const string TorchSharp = "TorchSharp";

    private static readonly string[] Tabs = ["Kernel", "Run"];

    private readonly Dictionary<Finding, IReadOnlyList<Fix>> fixes = new(ReferenceEqualityComparer.Instance);

    private DotNetObjectReference<PlaygroundView>? self;
    private IJSObjectReference? editor;
    private IJSObjectReference? page;
    private ElementReference host;
    private RunPane? runPane;
    private CancellationTokenSource running = new();
    private Report report = Report.Empty;
    private string text = string.Empty;
    private string status = string.Empty;
    private string tab = Tabs[0];
    private bool isBusy = true;
    private bool? shownDark;

    /// <summary>Whether the editor is dark.</summary>
    [Parameter]
    public bool Dark { get; set; }

    /// <summary>Puts a program into the editor.</summary>
    /// <param name="code">The program.</param>
    public async Task Open(string code)
    {
        if (editor is not null)
        {
            status = string.Empty;
            await editor.InvokeVoidAsync("setText", code);
        }
    }

    /// <summary>The editor's text has rested.</summary>
    /// <param name="changed">The text.</param>
    /// <param name="version">Its number.</param>
    [JSInvokable]
    public async Task TextChanged(string changed, int version)
    {
        await running.CancelAsync();
        running.Dispose();
        running = new CancellationTokenSource();
        CancellationToken token = running.Token;
        text = changed;
        isBusy = true;
        StateHasChanged();
        try
        {
            await FetchReferences(changed, token);
            Report found = await Workbench.Analyze(changed, token);
            report = found;
            fixes.Clear();
            isBusy = false;
            await editor!.InvokeVoidAsync("show", token, found.Findings, version);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // A newer text is on its way.
        }
    }

    /// <summary>The beginning of a rule's page, in Markdown.</summary>
    /// <param name="id">The rule.</param>
    [JSInvokable]
    public static string? RulePage(string id) => Documentation.Summary(id);

    /// <summary>The fixes for what is reported within a place of the editor.</summary>
    [JSInvokable]
    public async Task<IReadOnlyList<Fix>> FixesBetween(int line, int column, int endLine, int endColumn)
    {
        if (isBusy)
        {
            return [];
        }

        var all = new List<Fix>();
        foreach (Finding finding in report.Findings.Where(finding =>
            (finding.Line, finding.Column).CompareTo((endLine, endColumn)) <= 0
            && (finding.EndLine, finding.EndColumn).CompareTo((line, column)) >= 0))
        {
            all.AddRange(await FixesOf(finding));
        }

        return all;
    }

    /// <summary>Shows the tab that runs a kernel, and runs it.</summary>
    [JSInvokable]
    public async Task RunKernel()
    {
        tab = "Run";
        StateHasChanged();
        await runPane!.Run();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        running.Dispose();
        if (editor is not null)
        {
            await editor.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            page = await Script.InvokeAsync<IJSObjectReference>("import", "./js/page.js");
            bool dark = await page.InvokeAsync<bool>("isDark");
            text = await page.InvokeAsync<string?>("programInAddress") ?? ExampleList.First.Code();
            var made = await Script.InvokeAsync<IJSObjectReference>("import", "./js/editor.js");
            await made.InvokeVoidAsync("create", host, self, text, dark);
            (editor, shownDark) = (made, dark);
            await TextChanged(text, 0);
            await page.InvokeVoidAsync("ready");
        }
        else if (editor is not null && shownDark != Dark)
        {
            shownDark = Dark;
            await editor.InvokeVoidAsync("setDark", Dark);
        }
    }

    private async Task FetchReferences(string program, CancellationToken token)
    {
        if (program.Contains(TorchSharp, StringComparison.Ordinal) && !Workbench.Has(TorchSharp))
        {
            try
            {
                Workbench.Add(TorchSharp, await Http.GetByteArrayAsync(new Uri("references/TorchSharp.bin", UriKind.Relative), token));
            }
            catch (HttpRequestException)
            {
                status = "TorchSharp could not be fetched, so its names are unknown here.";
            }
        }
    }

    private async Task<IReadOnlyList<Fix>> FixesOf(Finding finding)
    {
        if (!fixes.TryGetValue(finding, out IReadOnlyList<Fix>? known))
        {
            fixes[finding] = known = await Compute(finding);
        }

        return known;
    }

    private async Task<IReadOnlyList<Fix>> Compute(Finding finding)
    {
        try
        {
            return await Workbench.Fixes(report, finding, running.Token);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // An editor goes on without a fix that fails, and so does this one; but it says so.
            status = "The fix of " + finding.Id + " failed: " + problem.Message;
            return [];
        }
    }

    private async Task ChooseExample(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value as string, System.Globalization.CultureInfo.InvariantCulture, out int index))
        {
            await Open(ExampleList.All[index].Code());
        }
    }

    private async Task Share()
    {
        text = await editor!.InvokeAsync<string>("getText");
        bool copied = await page!.InvokeAsync<bool>("share", text);
        status = copied ? "The address of this program is on the clipboard." : "The address bar holds this program.";
    }

    private async Task Reveal(Finding finding) => await editor!.InvokeVoidAsync("reveal", finding.Line, finding.Column);

    private async Task ApplyFix(Finding finding)
    {
        var offered = await FixesOf(finding);
        if (offered.Count > 0)
        {
            await editor!.InvokeVoidAsync("apply", offered[0].Edits);
            status = offered[0].Title + ": done. Ctrl+Z in the editor takes it back.";
        }
        else
        {
            status = "There is no fix for " + finding.Id + " here; its page says what to write.";
        }
    }

    private async Task MoveTab(KeyboardEventArgs key)
    {
        if (key.Key is "ArrowLeft" or "ArrowRight")
        {
            tab = Tabs[(Array.IndexOf(Tabs, tab) + 1) % Tabs.Length];
            await page!.InvokeVoidAsync("focus", "tab-" + tab);
        }
    }
}
