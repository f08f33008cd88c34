using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Knowledge;

/// <summary>The knowledge, bound to the types of one compilation.</summary>
internal sealed class KnowledgeIndex
{
    private const string MissingSection = "missing type";
    private const string MissingStaticSection = "missing type static";
    private const string QuerySection = "System.Linq.Enumerable";

    private readonly Dictionary<ISymbol, List<KnownMember>> byType = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<KnownMember>> byAttribute = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, List<KnownMember>> conventions = new(StringComparer.Ordinal);
    private readonly List<INamedTypeSymbol> extending = new();
    private readonly UnboundMembers unbound = new();
    private readonly ComputingTypes computing = new();
    private readonly OperationsOfOneType operations;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, KnownMember?> found = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, KnownMember?> named = new(SymbolEqualityComparer.Default);

    public KnowledgeIndex(Compilation compilation, KnowledgeBase knowledge)
    {
        foreach (KeyValuePair<string, List<KnownMember>> section in knowledge.Types)
        {
            if (section.Key is ComputingTypes.InstanceSection or ComputingTypes.StaticSection or OperationsOfOneType.Section or MissingSection or MissingStaticSection)
            {
                conventions.Add(section.Key, section.Value);
            }
            else
            {
                Bind(compilation, section, byType);
                if (section.Key == QuerySection)
                {
                    conventions.Add(section.Key, section.Value);
                }

                unbound.Add(section.Key, knowledge.WrittenAs.TryGetValue(section.Key, out string? written) ? written : null, section.Value);
            }

            foreach (KnownMember member in section.Value)
            {
                names.Add(member.Name);
            }
        }

        foreach (KeyValuePair<string, List<KnownMember>> section in knowledge.Attributes)
        {
            Bind(compilation, section, byAttribute);
        }

        foreach (ISymbol type in byType.Keys)
        {
            if (type is INamedTypeSymbol { MightContainExtensionMethods: true } named)
            {
                extending.Add(named);
            }
        }

        operations = new OperationsOfOneType(conventions[OperationsOfOneType.Section]);
        HasNamelessMembers = byAttribute.Count > 0 || compilation.GetTypesByMetadataName("TorchSharp.Loss").Length > 0;
    }

    /// <summary>Whether methods of the compilation may be known by an attribute or a delegate, whatever their name.</summary>
    public bool HasNamelessMembers { get; }

    /// <summary>Whether anything known has the name.</summary>
    public bool MayKnow(string name) => names.Contains(name);

    /// <summary>What a call computes that the compiler could not bind, given the libraries that its file uses.</summary>
    public KnownMember? FindUnbound(WrittenCall call, ITypeSymbol? receiver, ImmutableHashSet<string> libraries)
    {
        // Of a type that is there, only that type's members are meant, whichever of them its version lacks.
        for (ITypeSymbol? type = receiver; type is not null and not IErrorTypeSymbol; type = type.BaseType)
        {
            if (byType.TryGetValue(type.OriginalDefinition, out List<KnownMember>? section) && UnboundMembers.FindIn(section, call) is { } known)
            {
                return known;
            }
        }

        return receiver is null or IErrorTypeSymbol ? unbound.Find(call, receiver, libraries) : null;
    }

    /// <summary>What a function computes of which nothing but its name is known.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">What may be the name of its type.</param>
    /// <param name="hasReceiver">Whether it is called on something.</param>
    /// <param name="arguments">How many arguments it gets.</param>
    /// <returns>What it computes, and whether what it is called on counts as the first argument.</returns>
    public (KnownMember Known, bool IsQuery)? FindByName(string name, string? type, bool hasReceiver, int arguments)
    {
        name = FunctionNames.Plain(name);
        KnownMember? function = !hasReceiver || (type is not null && ComputingTypes.IsNamedSo(type)) ? Named(MissingStaticSection, name, arguments) : null;
        if (function is not null || !hasReceiver)
        {
            return function is null ? null : (function, false);
        }

        return Named(MissingSection, name, arguments) is { } method ? (method, false)
            : Named(QuerySection, name, arguments + 1) is { } query ? (query, true)
            : null;
    }

    /// <summary>What a member computes of an object that nobody declares, and that is called a collection of operations.</summary>
    public KnownMember? FindOperation(string called, string name, int arguments) =>
        OperationsOfOneType.IsNamedSo(called) ? Named(OperationsOfOneType.Section, FunctionNames.Plain(name), arguments) : null;

    /// <summary>What is known about the member of a type that has no other trace than its name.</summary>
    public KnownMember? FindUnbound(string type, string member, int arguments) => unbound.Find(type, member, arguments);

    /// <summary>The extension method, of those known, that is called on a value of which not even the type is there.</summary>
    public (IMethodSymbol Method, KnownMember Known)? FindExtension(WrittenCall call)
    {
        foreach (INamedTypeSymbol type in extending)
        {
            foreach (ISymbol member in type.GetMembers(call.Name))
            {
                if (member is IMethodSymbol { IsExtensionMethod: true } method && call.FitsExtension(method) && Find(method) is { } known)
                {
                    return (method, known);
                }
            }
        }

        return null;
    }

    private KnownMember? Named(string section, string name, int arguments) =>
        conventions.TryGetValue(section, out List<KnownMember>? members) ? FindIn(members, name, arguments) : null;

    /// <summary>What is known about a method or property, called on a receiver whose type may be more exact than the member's.</summary>
    public KnownMember? Find(ISymbol member, ITypeSymbol? receiver = null)
    {
        string name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "new" : member.Name;
        if (!names.Contains(name))
        {
            return byAttribute.Count == 0 ? null : found.GetOrAdd(member.OriginalDefinition, FindByAttribute);
        }

        for (ITypeSymbol? type = receiver; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            if (FindIn(type, member, name) is { } known)
            {
                return known;
            }
        }

        return found.GetOrAdd(member.OriginalDefinition, definition => FindDeclared(definition, name) ?? FindByAttribute(definition) ?? FindByConvention(definition, name));
    }

    /// <summary>What a function or constant means by its name, where its body is missing or says nothing.</summary>
    public KnownMember? FindOperation(ISymbol member) => names.Contains(member.Name)
        ? named.GetOrAdd(member.OriginalDefinition, definition => operations.Contains(definition) ? FindIn(conventions[OperationsOfOneType.Section], definition, definition.Name) : null)
        : null;

    private static void Bind(Compilation compilation, KeyValuePair<string, List<KnownMember>> section, Dictionary<ISymbol, List<KnownMember>> into)
    {
        foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(section.Key))
        {
            into[type] = section.Value;
        }
    }

    private KnownMember? FindDeclared(ISymbol definition, string name)
    {
        for (ISymbol? current = definition; current is not null; current = (current as IMethodSymbol)?.OverriddenMethod?.OriginalDefinition)
        {
            if (current.ContainingType is { } type && FindIn(type, current, name) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private KnownMember? FindIn(ITypeSymbol type, ISymbol member, string name)
    {
        return byType.TryGetValue(type.OriginalDefinition, out List<KnownMember>? section) ? FindIn(section, member, name) : null;
    }

    private KnownMember? FindByConvention(ISymbol member, string name) =>
        computing.SectionOf(member) is { } key && conventions.TryGetValue(key, out List<KnownMember>? section) ? FindIn(section, member, name) : null;

    private static KnownMember? FindIn(List<KnownMember> section, ISymbol member, string name)
    {
        foreach (KnownMember known in section)
        {
            if (known.Name == name && Signature.Fits(known.Parameters, member.OriginalDefinition))
            {
                return known;
            }
        }

        return null;
    }

    private static KnownMember? FindIn(List<KnownMember> section, string name, int arguments)
    {
        foreach (KnownMember known in section)
        {
            if (known.Name == name && Signature.Fits(known.Parameters, arguments))
            {
                return known;
            }
        }

        return null;
    }

    private KnownMember? FindByAttribute(ISymbol member)
    {
        if (byAttribute.Count == 0 || member is not IMethodSymbol)
        {
            return null;
        }

        ImmutableArray<AttributeData> attributes = member.GetAttributes();
        foreach (AttributeData attribute in attributes)
        {
            // What is said of an attribute holds for those derived from it.
            for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (byAttribute.TryGetValue(type, out List<KnownMember>? section) && section.Count > 0)
                {
                    return section[0];
                }
            }
        }

        return null;
    }
}
