using System;
using System.IO;
using System.Threading.Tasks;
using LossGen.ProcessTesting;
using Microsoft.Playwright;
using Shouldly;

namespace LossGen.Playground.Tests.Browser;

/// <summary>
/// Pictures of the app, those that the documentation shows. Fonts differ between machines, so they are compared loosely: as a coarse grid of
/// brightness. With the variable LOSSGEN_PICTURES set, they are taken anew.
/// </summary>
internal static class Pictures
{
    // An empty page differs by 0.033 from the light picture, another tab by as much; other colours of the text by 0.009.
    private const double Tolerance = 0.02;

    // Both pictures on a small canvas; the mean difference of their pixels, from 0 to 1.
    private const string Difference = """
        async ([one, other]) => {
            const pixels = async data => {
                const image = new Image();
                image.src = 'data:image/png;base64,' + data;
                await image.decode();
                const canvas = new OffscreenCanvas(56, 36), context = canvas.getContext('2d');
                context.imageSmoothingQuality = 'high';
                context.drawImage(image, 0, 0, 56, 36);
                return context.getImageData(0, 0, 56, 36).data;
            };
            const a = await pixels(one), b = await pixels(other);
            return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / (a.length * 255);
        }
        """;

    public static async Task Compare(IPage page, string name)
    {
        string kept = Path.Combine(Checkout.Root, "docs", "images", name);
        byte[] now = await page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        if (Environment.GetEnvironmentVariable("LOSSGEN_PICTURES") is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            await File.WriteAllBytesAsync(kept, now);
        }

        string[] both = [Convert.ToBase64String(now), Convert.ToBase64String(await File.ReadAllBytesAsync(kept))];
        double difference = await page.EvaluateAsync<double>(Difference, both);
        difference.ShouldBeLessThan(Tolerance, name);
    }
}
