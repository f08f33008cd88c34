using System;
using System.CommandLine;
using System.Text;
using Digits.Display;
using Digits.Input;
using Digits.Training;
using Spectre.Console;

var data = new Option<string?>("--data") { Description = "A CSV file, compressed with gzip or not: 64 pixels from 0 to 16 and the digit per line. Default: the 1797 built-in images.", HelpName = "FILE" };
var plain = new Option<bool>("--plain") { Description = "Print lines of text without control sequences. This is the default where the output is not a terminal." };
var command = new RootCommand("Trains softmax regression on images of digits, and times a loss kernel that LossGen generated.") { data, plain };

command.SetAction(arguments =>
{
    string? path = arguments.GetValue(data);
    try
    {
        DigitSet digits = DigitFile.Load(path);
        IDisplay display = Display(arguments.GetValue(plain) || Console.IsOutputRedirected);
        display.Start(path ?? "the built-in digits", digits);
        display.Finish(TrainingRun.Of(digits, display));
        return 0;
    }
    catch (BadDataException e)
    {
        Console.Error.WriteLine(e.Message);
        return 2;
    }
});
return command.Parse(args).Invoke();

static IDisplay Display(bool plain)
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    return plain ? new PlainDisplay(Console.Out) : new TerminalDisplay(AnsiConsole.Console);
}
