using System;
using System.Collections.Generic;
using System.Text;

namespace LossGen.Generators.Writing;

/// <summary>Collects lines with indentation. Lines end in '\n' on every machine.</summary>
internal sealed class SourceWriter
{
    private const int LineLength = 150;

    private readonly StringBuilder text = new();
    private int depth;
    private bool blankPending;

    public override string ToString() => text.ToString();

    /// <summary>Writes something, as another text.</summary>
    public void Rewritten(Action write, Func<string, string> rewrite)
    {
        int start = text.Length;
        write();
        string written = text.ToString(start, text.Length - start);
        text.Length = start;
        text.Append(rewrite(written));
    }

    public void Line(string line)
    {
        if (blankPending)
        {
            blankPending = false;
            text.Append('\n');
        }

        text.Append(' ', 4 * depth).Append(line).Append('\n');
    }

    /// <summary>Declares variables of one type, as many to a line as are pleasant to read.</summary>
    public void Declare(string type, IEnumerable<string> declarators)
    {
        string line = string.Empty;
        foreach (string declarator in declarators)
        {
            if (line.Length > 0 && type.Length + line.Length + declarator.Length > LineLength)
            {
                Line(type + " " + line + ";");
                line = string.Empty;
            }

            line += (line.Length > 0 ? ", " : string.Empty) + declarator;
        }

        Line(type + " " + line + ";");
    }

    /// <summary>One blank line before the next line, unless a block ends or begins there.</summary>
    public void Blank() => blankPending = text.Length > 0;

    public void Comment(string comment)
    {
        Blank();
        Line("// " + comment);
    }

    public void Open(string? header = null)
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        depth++;
    }

    public void Close(string suffix = "")
    {
        depth--;
        blankPending = false;
        Line("}" + suffix);
    }
}
