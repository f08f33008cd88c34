using System;
using System.Linq;

namespace Digits.Input;

/// <summary>Data that cannot be used. The message is one line that says where.</summary>
internal sealed class BadDataException : Exception
{
    public BadDataException(string file, string problem)
        : base(OneLine($"{file}: {problem}"))
    {
    }

    public BadDataException(string file, int line, int column, string problem)
        : base(OneLine($"{file}, line {line}, column {column}: {problem}"))
    {
    }

    // A file's name and what stands in it may hold anything, line breaks too.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '�' : character));
}
