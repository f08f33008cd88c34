using System;
using System.Collections.Generic;
using System.Globalization;
using Digits.Input;
using Digits.Model;
using Digits.Training;
using LossGen.Models;
using Spectre.Console;

namespace Digits.Display;

/// <summary>A learning curve that grows while the model trains, then tables.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IDisplay
{
    public void Start(string source, DigitSet data) =>
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Softmax regression[/] on {source}: {data.Rows} images of {DigitSet.Features} pixels");

    public SoftmaxRegression Train(Func<IProgress<FitProgress>, SoftmaxRegression> fit)
    {
        var curve = new LearningCurve();
        return console.Live(new Text("…")).Start(live => fit(new StepProgress(step =>
        {
            curve.Add(step.Objective);
            live.UpdateTarget(curve.Draw(step));
        })));
    }

    public void Finish(Outcome outcome)
    {
        var figures = new Table().HideHeaders().Border(TableBorder.None).AddColumn("name").AddColumn("value");
        foreach (var (name, value) in Texts.Figures(outcome))
        {
            figures.AddRow(new Markup($"[grey]{name}[/]"), new Markup($"[bold]{value.EscapeMarkup()}[/]"));
        }

        console.Write(figures);
        if (outcome.Test is { } test)
        {
            console.Write(Confusion(test));
        }
    }

    private static Table Confusion(Evaluation test)
    {
        Table table = new Table().Title("test rows: what they show (down) and what they are taken for (across)").Border(TableBorder.Rounded).AddColumn(string.Empty);
        for (int k = 0; k < DigitSet.Classes; k++)
        {
            table.AddColumn(new TableColumn(Text(k)).RightAligned());
        }

        for (int truth = 0; truth < DigitSet.Classes; truth++)
        {
            var cells = new List<string> { $"[bold]{Text(truth)}[/]" };
            for (int k = 0; k < DigitSet.Classes; k++)
            {
                int count = test[truth, k];
                cells.Add(count == 0 ? "[grey]·[/]" : truth == k ? $"[green]{Text(count)}[/]" : $"[red]{Text(count)}[/]");
            }

            table.AddRow([.. cells]);
        }

        return table;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
