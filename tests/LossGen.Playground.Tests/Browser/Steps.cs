using System.Threading.Tasks;
using Microsoft.Playwright;

namespace LossGen.Playground.Tests.Browser;

/// <summary>What a user of the playground does and sees.</summary>
internal static class Steps
{
    /// <summary>Opens an address of the app and waits until the first program is analysed.</summary>
    public static async Task Visit(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("html[data-ready]");
    }

    public static Task<string> Text(this IPage page) => page.EvaluateAsync<string>("monaco.editor.getModels()[0].getValue()");

    /// <summary>Puts the cursor into the editor.</summary>
    public static Task Cursor(this IPage page, int line, int column) => page.EvaluateAsync(
        """
        ([lineNumber, column]) => {
            const editor = monaco.editor.getEditors()[0];
            editor.setPosition({ lineNumber, column });
            editor.revealLine(lineNumber);
            editor.focus();
        }
        """,
        new[] { line, column });

    /// <summary>Waits until the problems below the editor are these, in order.</summary>
    public static Task Problems(this IPage page, params string[] ids) => page.WaitForFunctionAsync(
        """
        ids => [...document.querySelectorAll('.problems li')].map(li => li.querySelector('a, span').textContent).join() === ids
            && !document.querySelector('.problems .status').textContent.startsWith('Compiling')
        """,
        string.Join(',', ids));
}
