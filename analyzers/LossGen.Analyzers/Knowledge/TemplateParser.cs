using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Knowledge;

/// <summary>Reads the right-hand side of a knowledge line: <c>softmax($0, $1)</c>, <c>log1p($this)</c>, <c>1</c>.</summary>
internal sealed class TemplateParser
{
    private static readonly Dictionary<string, Op> Vocabulary = ReadVocabulary();

    private readonly string text;
    private int position;

    private TemplateParser(string text) => this.text = text;

    /// <summary>The template, or null where the text is none.</summary>
    public static Template? Parse(string text)
    {
        var parser = new TemplateParser(text);
        Template? template = parser.Expression(depth: 0);
        parser.SkipSpace();
        return parser.position == text.Length ? template : null;
    }

    private static Dictionary<string, Op> ReadVocabulary()
    {
        var names = new Dictionary<string, Op>(StringComparer.Ordinal);
        foreach (Op op in (Op[])Enum.GetValues(typeof(Op)))
        {
            if (Arity.IsInternal(op))
            {
                continue;
            }

            string name = op.ToString();
            names[char.ToLowerInvariant(name[0]) + name.Substring(1)] = op;
        }

        return names;
    }

    private static Template Leaf(TemplateKind kind, double number, string? name = null) =>
        new(kind, Op.Unknown, number, name, ImmutableArray<Template>.Empty);

    private Template? Expression(int depth)
    {
        SkipSpace();
        if (depth > 8 || position >= text.Length)
        {
            return null;
        }

        if (text[position] == '$')
        {
            position++;
            if (position < text.Length && text[position] == '*')
            {
                position++;
                return Leaf(TemplateKind.AllArguments, 0);
            }

            return Placeholder(Word());
        }

        string word = Word();
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return Leaf(TemplateKind.Number, number);
        }

        return Vocabulary.TryGetValue(word, out Op op) ? Operands(op, depth) : null;
    }

    private Template? Placeholder(string word)
    {
        if (word == "this")
        {
            return Leaf(TemplateKind.Receiver, 0);
        }

        if (word.StartsWith("this.", StringComparison.Ordinal))
        {
            return Ordinal(word.Substring(5), out int part) ? Leaf(TemplateKind.ReceiverArgument, part) : null;
        }

        if (Ordinal(word, out int ordinal))
        {
            return Leaf(TemplateKind.Argument, ordinal);
        }

        return word.Length == 0 ? null : Default() is { } omitted ? Leaf(TemplateKind.NamedArgument, omitted, word) : null;
    }

    // $log_target=1; NaN where there is none, null where it is no number.
    private double? Default()
    {
        if (position >= text.Length || text[position] != '=')
        {
            return double.NaN;
        }

        position++;
        return double.TryParse(Word(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    private Template? Operands(Op op, int depth)
    {
        var parts = ImmutableArray.CreateBuilder<Template>();
        SkipSpace();
        if (position < text.Length && text[position] == '(')
        {
            position++;
            SkipSpace();
            while (position < text.Length && text[position] != ')')
            {
                if (Expression(depth + 1) is not { } part)
                {
                    return null;
                }

                parts.Add(part);
                SkipSpace();
                if (position < text.Length && text[position] == ',')
                {
                    position++;
                }
                else if (position >= text.Length || text[position] != ')')
                {
                    return null;
                }
            }

            if (position++ >= text.Length)
            {
                return null;
            }
        }

        return parts.Count < Arity.Least(op) ? null : new Template(TemplateKind.Operation, op, 0, Name: null, parts.ToImmutable());
    }

    private static bool Ordinal(string word, out int ordinal) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);

    private string Word()
    {
        int start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '.' or '-' or '_'))
        {
            position++;
        }

        return text.Substring(start, position - start);
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }
}
