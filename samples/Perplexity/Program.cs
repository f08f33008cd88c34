using System;
using System.CommandLine;
using System.IO;
using System.Text;
using Perplexity;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var logits = new Option<string?>("--logits")
{
    Description = "Numbers of 16 bits (IEEE half), tokens × classes, and nothing else. Default: a file that the sample writes.",
    HelpName = "FILE",
};
var targets = new Option<string?>("--targets")
{
    Description = "One int32 per token, the class that came; -100 leaves the token out.",
    HelpName = "FILE",
};
var classes = new Option<int>("--classes")
{
    Description = "Size of the vocabulary.",
    HelpName = "COUNT",
    DefaultValueFactory = _ => 151_936,
};
var keep = new Option<string?>("--write")
{
    Description = "Write the sample's own files to this folder and keep them.",
    HelpName = "FOLDER",
};
var command = new RootCommand("Perplexity of a language model from a file of its logits, read block by block.")
{
    logits, targets, classes, keep,
};

command.SetAction(arguments =>
{
    int vocabulary = arguments.GetValue(classes);
    if (vocabulary < 1)
    {
        Console.Error.WriteLine($"--classes is {vocabulary}; it must be 1 or more.");
        return 2;
    }

    try
    {
        return (arguments.GetValue(logits), arguments.GetValue(targets)) switch
        {
            ({ } x, { } y) => Evaluate(x, y, vocabulary),
            (null, null) => OfOwnFile(arguments.GetValue(keep), vocabulary),
            _ => throw new InvalidDataException("--logits and --targets belong together; one of them is missing."),
        };
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
    {
        Console.Error.WriteLine(e.Message);
        return 2;
    }
});
return command.Parse(args).Invoke();

static int Evaluate(string logits, string targets, int classes)
{
    using var file = LogitsFile.Open(logits, targets, classes);
    Console.WriteLine($"logits          {file.Bytes / 1e6:f1} MB, {file.Tokens} tokens of {classes} classes, Half");
    Evaluation.Of(file).Print();
    return 0;
}

static int OfOwnFile(string? keep, int classes)
{
    string folder = keep ?? Directory.CreateTempSubdirectory("perplexity-").FullName;
    try
    {
        var (logits, targets) = OwnFile.Write(folder, classes);
        return Evaluate(logits, targets, classes);
    }
    finally
    {
        if (keep is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
