using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Symbols;

namespace LossGen.Analyzers.Knowledge;

/// <summary>
/// Reads the knowledge format, one member a line under the metadata name of its type:
/// <code>
/// [System.Math]
/// Log(double)         = log($0)
/// [System.Numerics.Tensors.TensorPrimitives]
/// SoftMax(*, *)       = softmax($0) -> $1 !unshifted
/// [attribute LossGen.CrossEntropyAttribute]
/// *                   = crossEntropyWithLogits($logits, $targets)
/// </code>
/// A line that cannot be read is skipped, and its number is kept: a slip in a user's file must not break a build, nor stay unseen.
/// </summary>
internal static class KnowledgeParser
{
    private const string AttributePrefix = "attribute ";
    private const string Callable = "callable ";
    private const string As = " as ";

    public static void Parse(string text, KnowledgeBase into, ICollection<KnowledgeProblem>? problems = null)
    {
        ImmutableArray<List<KnownMember>> sections = ImmutableArray<List<KnownMember>>.Empty;
        int number = -1;
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } raw)
        {
            number++;
            string line = WithoutComment(raw).Trim();
            if (line.Length == 0)
            {
                continue;
            }

            if (line[0] == '[' && line[line.Length - 1] == ']')
            {
                sections = Sections(line.Substring(1, line.Length - 2), into);
            }
            else if (!sections.IsEmpty && Member(line) is { } member)
            {
                foreach (List<KnownMember> section in sections)
                {
                    section.Add(member);
                }
            }
            else
            {
                problems?.Add(new KnowledgeProblem(number, sections.IsEmpty ? "no [type] stands above it" : Problem(line)));
            }
        }
    }

    // In the order in which a line is read.
    private static string Problem(string line)
    {
        int equals = line.IndexOf('=');
        if (equals <= 0)
        {
            return "it has no '=' between a member and what it computes";
        }

        string left = line.Substring(0, equals).Trim();
        return left.IndexOf('(') >= 0 && left[left.Length - 1] != ')'
            ? "the parameters of '" + left + "' have no closing parenthesis"
            : "'" + line.Substring(equals + 1).Trim() + "' names an unknown operation or has too few operands";
    }

    // [A.Matrix, B.Matrix]: two libraries with the same members. [A.Internal as nn]: sources call them on a property.
    private static ImmutableArray<List<KnownMember>> Sections(string header, KnowledgeBase into)
    {
        var sections = ImmutableArray.CreateBuilder<List<KnownMember>>();
        foreach (string type in header.Split(','))
        {
            if (type.Trim() is { Length: > 0 } name)
            {
                sections.Add(Section(name, into));
            }
        }

        return sections.ToImmutable();
    }

    private static List<KnownMember> Section(string header, KnowledgeBase into)
    {
        if (header.StartsWith(AttributePrefix, StringComparison.Ordinal))
        {
            return into.AttributeSection(header.Substring(AttributePrefix.Length).Trim());
        }

        int alias = header.IndexOf(As, StringComparison.Ordinal);
        if (alias < 0)
        {
            return into.TypeSection(header);
        }

        string type = header.Substring(0, alias).Trim();
        into.WrittenAs[type] = header.Substring(alias + As.Length).Trim();
        return into.TypeSection(type);
    }

    private static string WithoutComment(string line)
    {
        int hash = line.IndexOf('#');
        return hash < 0 ? line : line.Substring(0, hash);
    }

    private static KnownMember? Member(string line)
    {
        int equals = line.IndexOf('=');
        if (equals <= 0)
        {
            return null;
        }

        string left = line.Substring(0, equals).Trim();
        string right = line.Substring(equals + 1).Trim();
        ValueFlags flags = TakeFlags(ref right);
        int destination = TakeDestination(ref right);
        bool callable = right.StartsWith(Callable, StringComparison.Ordinal);
        Template? result = TemplateParser.Parse(callable ? right.Substring(Callable.Length) : right);
        int open = left.IndexOf('(');
        if (result is null || (open >= 0 && left[left.Length - 1] != ')'))
        {
            return null;
        }

        return open < 0
            ? new KnownMember(left, Parameters: default, result, destination, callable, flags)
            : new KnownMember(left.Substring(0, open), Types(left.Substring(open + 1, left.Length - open - 2)), result, destination, callable, flags);
    }

    private static ImmutableArray<string> Types(string list)
    {
        var types = ImmutableArray.CreateBuilder<string>();
        foreach (string type in list.Split(','))
        {
            if (type.Trim() is { Length: > 0 } name)
            {
                types.Add(name);
            }
        }

        return types.ToImmutable();
    }

    private static ValueFlags TakeFlags(ref string right)
    {
        ValueFlags flags = ValueFlags.None;
        for (int mark = right.LastIndexOf('!'); mark >= 0; mark = right.LastIndexOf('!'))
        {
            string name = right.Substring(mark + 1).Trim();
            if (Enum.TryParse(name, ignoreCase: true, out ValueFlags flag))
            {
                flags |= flag;
            }

            right = right.Substring(0, mark).Trim();
        }

        return flags;
    }

    private static int TakeDestination(ref string right)
    {
        int arrow = right.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0)
        {
            return -1;
        }

        string name = right.Substring(arrow + 2).Trim();
        right = right.Substring(0, arrow).Trim();
        return name.Length > 1 && int.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal) ? ordinal : -1;
    }
}
