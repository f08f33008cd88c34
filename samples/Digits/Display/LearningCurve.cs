using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Models;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Digits.Display;

/// <summary>The objective over the iterations, both on logarithmic scales, with the last figures below.</summary>
internal sealed class LearningCurve
{
    private const int Width = 60;
    private const int Height = 10;

    private readonly List<double> objectives = [];

    public void Add(double objective) => objectives.Add(objective);

    public IRenderable Draw(FitProgress step)
    {
        string[] lines = new BrailleCurve(Width, Height).Draw(objectives.Select(value => Math.Log(value)).ToArray());
        var grid = new Grid().AddColumn(new GridColumn().RightAligned().NoWrap()).AddColumn(new GridColumn().NoWrap());
        for (int line = 0; line < Height; line++)
        {
            string label = line == 0 ? Texts.Number(objectives.Max(), "F3") : line == Height - 1 ? Texts.Number(objectives.Min(), "F3") : string.Empty;
            grid.AddRow(new Markup($"[grey]{label}[/]"), new Markup($"[green]{lines[line]}[/]"));
        }

        grid.AddRow(new Text(string.Empty), new Markup(
            $"iteration [yellow]{step.Iteration}[/]   objective [yellow]{Texts.Number(step.Objective, "F10")}[/]   gradient [yellow]{Texts.Number(step.GradientNorm, "0.0e-0")}[/]"));
        return new Panel(grid).Header("objective by iteration, both logarithmic").BorderColor(Color.Grey);
    }
}
