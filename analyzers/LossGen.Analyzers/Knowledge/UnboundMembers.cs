using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Knowledge;

/// <summary>
/// Finds what a call computes that the compiler could not bind: by the name of the type where that is written, and otherwise by the name of
/// the member among the libraries that the file uses, as long as all of them mean the same by it.
/// </summary>
internal sealed class UnboundMembers
{
    // Everyone uses .NET, and Unity's libraries are seldom at hand where its scripts are read.
    private static readonly ImmutableHashSet<string> Everywhere = ImmutableHashSet.Create(StringComparer.Ordinal, "System", "UnityEngine", "Unity");

    private readonly List<Section> sections = new();

    public void Add(string metadataName, string? writtenAs, List<KnownMember> members) =>
        sections.Add(new Section(FirstWordOf(metadataName), writtenAs ?? LastWordOf(metadataName), members));

    public KnownMember? Find(WrittenCall call, ITypeSymbol? receiver, ImmutableHashSet<string> libraries)
    {
        bool onValue = call.Receiver is not null;
        string type = onValue ? receiver?.Name ?? string.Empty : call.Qualifier;
        bool isNamed = Knows(type, libraries);
        if (!onValue && type.Length > 0 && !isNamed)
        {
            return null;
        }

        KnownMember? found = null;
        foreach (Section section in sections)
        {
            if (!libraries.Contains(section.Library) && !(isNamed && Everywhere.Contains(section.Library)) || (isNamed && section.Type != type)
                || FindIn(section.Members, call, isNamed && !onValue ? null : onValue) is not { } known)
            {
                continue;
            }

            if (found is not null && found.Result.Op != known.Result.Op)
            {
                return null;
            }

            found ??= known;
        }

        return found;
    }

    public KnownMember? Find(string type, string member, int arguments)
    {
        foreach (Section section in sections)
        {
            if (section.Type == type && FindIn(section.Members, member, arguments, onValue: null) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>The member of a type that is called; of its instances or not, where the type is only guessed.</summary>
    public static KnownMember? FindIn(List<KnownMember> members, WrittenCall call, bool? onValue = null) => FindIn(members, call.Name, call.Arguments.Length, onValue);

    private static KnownMember? FindIn(List<KnownMember> members, string name, int arguments, bool? onValue)
    {
        foreach (KnownMember known in members)
        {
            if (known.Name == name && Takes(known, arguments) && (onValue is null || IsInstance(known.Result) == onValue))
            {
                return known;
            }
        }

        return null;
    }

    private bool Knows(string type, ImmutableHashSet<string> libraries)
    {
        foreach (Section section in sections)
        {
            if (section.Type == type && (libraries.Contains(section.Library) || Everywhere.Contains(section.Library)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Takes(KnownMember known, int arguments)
    {
        if (known.Parameters.IsDefault)
        {
            return arguments >= Used(known.Result);
        }

        bool open = known.Parameters.Length > 0 && known.Parameters[known.Parameters.Length - 1] == "...";
        return open ? arguments >= known.Parameters.Length - 1 : arguments == known.Parameters.Length;
    }

    // A function that is called without its first argument is another one of that name.
    private static int Used(Template template) => template.Kind switch
    {
        TemplateKind.Argument when template.Ordinal == 0 => 1,
        TemplateKind.Operation when template.Parts.Length > 0 => Used(template.Parts[0]),
        _ => 0,
    };

    private static bool IsInstance(Template template)
    {
        if (template.Kind is TemplateKind.Receiver or TemplateKind.ReceiverArgument)
        {
            return true;
        }

        foreach (Template part in template.Parts)
        {
            if (IsInstance(part))
            {
                return true;
            }
        }

        return false;
    }

    private static string FirstWordOf(string metadataName) => metadataName.Substring(0, metadataName.IndexOf('.') is > 0 and var dot ? dot : metadataName.Length);

    private static string LastWordOf(string metadataName)
    {
        string last = metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1);
        return last.IndexOf('`') is > 0 and var arity ? last.Substring(0, arity) : last;
    }

    private readonly record struct Section(string Library, string Type, List<KnownMember> Members);
}
