using System;
using System.CommandLine;
using System.IO;
using System.Text;
using SoftmaxRegressionSample;
using SoftmaxRegressionSample.Pictures;
using SoftmaxRegressionSample.Sections;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var plot = new Option<string?>("--plot") { Description = "Draw the curves of the last three sections into this file, SVG or PNG by its ending.", HelpName = "FILE" };
var command = new RootCommand("Softmax regression: minima, sparse coefficients, solvers, losses of one neuron, and a model of text.") { plot };
command.SetAction(arguments =>
{
    string? file = arguments.GetValue(plot);
    if (file is not null && Picture.Fault(file) is { } fault)
    {
        Console.Error.WriteLine(fault);
        return 2;
    }

    var sets = DataSet.All();
    Optima.Print(sets);
    L1Path.Print(sets[1]);
    var descents = Descents.Of(sets[0]);
    descents.Print();
    var slowdown = Slowdown.Run();
    slowdown.Print();
    var text = CharacterModel.OfReadme();
    text.Print();
    return file is null ? 0 : Draw(file, descents, slowdown, text);
});
return command.Parse(args).Invoke();

static int Draw(string file, Descents descents, Slowdown slowdown, CharacterModel text)
{
    try
    {
        Picture.Write(file, [SlowdownPanel.Of(slowdown), DescentPanel.Of(descents), PerplexityPanel.Of(text)]);
        return 0;
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"{file}: {e.Message}");
        return 2;
    }
}
