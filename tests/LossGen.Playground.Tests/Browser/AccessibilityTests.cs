using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LossGen.Playground.Tests.Browser;

[Collection("Browser")]
public sealed class AccessibilityTests(PublishedApp app)
{
    // Each visible element with text of its own, outside the editor, whose contrast to the ground below it is less than 4.5.
    private const string LowContrast = """
        () => {
            const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
            const colour = text => text.match(/[\d.]+/g).map(Number);
            const ground = e => {
                for (; e; e = e.parentElement) {
                    const c = colour(getComputedStyle(e).backgroundColor);
                    if (c.length === 3 || c[3] > 0) return c;
                }
                return [255, 255, 255];
            };
            const low = [];
            for (const e of document.querySelectorAll('#app *')) {
                if (e.closest('.editor') || !e.checkVisibility() || e.closest('svg')) continue;
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
                if (e.disabled) continue;
                const a = luminance(colour(getComputedStyle(e).color)), b = luminance(ground(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) low.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)}: ${e.textContent.trim().slice(0, 30)}`);
            }
            return low;
        }
        """;

    // Controls without a name, pictures without a text, ids that occur twice, tabs without their panels.
    private const string Unnamed = """
        () => {
            const bad = [];
            const name = e => e.getAttribute('aria-label') || e.labels?.length && [...e.labels].some(l => l.textContent.trim()) || e.textContent.trim();
            for (const e of document.querySelectorAll('#app :is(button, a[href], input, select, textarea, [role=img], img)')) {
                if (e.closest('.monaco-editor') || !e.checkVisibility()) continue;
                const named = e.tagName === 'IMG' ? e.alt : e.matches('input, select') ? e.getAttribute('aria-label') || e.labels.length > 0 : name(e);
                if (!named) bad.push('no name: ' + e.outerHTML.slice(0, 80));
            }
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => bad.push('twice: ' + id));
            for (const tab of document.querySelectorAll('[role=tab]')) {
                if (!document.getElementById(tab.getAttribute('aria-controls'))) bad.push('no panel: ' + tab.id);
            }
            const visible = [...document.querySelectorAll('main')].filter(e => e.checkVisibility());
            if (visible.length !== 1) bad.push(visible.length + ' visible main elements');
            if (!document.documentElement.lang) bad.push('no language');
            return bad;
        }
        """;

    private const string Focused =
        "document.activeElement.closest('.editor') ? 'editor' : document.activeElement.id || document.activeElement.textContent.trim().slice(0, 14)";

    [BrowserFact]
    public async Task Every_control_has_a_name_and_every_text_enough_contrast_in_both_themes()
    {
        IPage page = await app.Shared();
        await page.ClickAsync("#tab-Run");
        await page.ClickAsync("text=Run Digits.Loss");
        await page.WaitForSelectorAsync("#loss-kernel");
        await Check(page, "the run, light");
        await page.ClickAsync("text=Dark theme");
        await Check(page, "the run, dark");
        await page.ClickAsync("#tab-Kernel");
        await Check(page, "the kernel, dark");
        await page.ClickAsync(".problems a");
        await page.WaitForSelectorAsync("h1:has-text('LG1001')");
        await page.FillAsync("#search", "softmax");
        await page.WaitForSelectorAsync(".hits li");
        await Check(page, "a page, dark");
        await page.ClickAsync("text=Dark theme");
        await Check(page, "a page, light");
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_everything_in_the_order_of_the_page()
    {
        IPage page = await app.Shared();
        await page.EvaluateAsync("document.activeElement.blur(); getSelection().removeAllRanges(); document.querySelector('.skip').focus()");
        var reached = new List<string> { await page.EvaluateAsync<string>(Focused) };
        for (int i = 0; i < 9; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>(Focused));
        }

        reached.Take(6).ShouldBe(["Skip to the co", "LossGen", "Playground", "Documentation", "Dark theme", "examples"]);
        reached.ShouldContain("Share");
        reached.ShouldContain("editor");

        // Arrows move between the tabs.
        await page.FocusAsync("#tab-Kernel");
        await page.Keyboard.PressAsync("ArrowRight");
        (await page.GetAttributeAsync("#tab-Run", "aria-selected")).ShouldBe("true");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("tab-Run");
    }

    private static async Task Check(IPage page, string where)
    {
        (await page.EvaluateAsync<string[]>(Unnamed)).ShouldBeEmpty(where);
        (await page.EvaluateAsync<string[]>(LowContrast)).ShouldBeEmpty(where);
    }
}
