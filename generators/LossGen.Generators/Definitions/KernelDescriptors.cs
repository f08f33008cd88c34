using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Definitions;

/// <summary>The diagnostics about how a kernel is declared.</summary>
internal static class KernelDescriptors
{
    private const string Category = "LossGen.Definition";

    public static readonly DiagnosticDescriptor KernelNotPartial = new(RuleIds.KernelNotPartial, "A kernel must be partial", "'{0}' has a loss attribute but is not partial; add 'partial' and leave out the body", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.KernelNotPartial));

    public static readonly DiagnosticDescriptor KernelHasBody = new(RuleIds.KernelHasBody, "A kernel must have no body", "'{0}' has a loss attribute and a body; remove one of them", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.KernelHasBody));

    public static readonly DiagnosticDescriptor ClassCount = new(RuleIds.ClassCount, "The class count must be 1 or more", "The class count is {0}; it must be 1 or more", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ClassCount));

    public static readonly DiagnosticDescriptor FrameworkWithoutVectors = new(RuleIds.FrameworkWithoutVectors, "Kernels need net10.0", "A generated kernel needs .NET 10 (LossGen.Numerics.VectorMath is not referenced); use StableMath here, or target net10.0", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FrameworkWithoutVectors));

    public static readonly DiagnosticDescriptor UnknownRole = new(RuleIds.UnknownRole, "The parameter has no role", "The kernel does not know what '{0}' stands for; {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.UnknownRole));

    public static readonly DiagnosticDescriptor MissingRole = new(RuleIds.MissingRole, "A parameter is missing", "'{0}' has no parameter '{1}': {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MissingRole));

    public static readonly DiagnosticDescriptor RoleType = new(RuleIds.RoleType, "The parameter has the wrong type", "'{0}' must be {1}, not {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RoleType));

    public static readonly DiagnosticDescriptor MixedElementTypes = new(RuleIds.MixedElementTypes, "The element types differ", "'{0}' holds {1} but the logits hold {2}; all must be the same", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MixedElementTypes));

    public static readonly DiagnosticDescriptor RoleWritability = new(RuleIds.RoleWritability, "Span or ReadOnlySpan", "'{0}' is {1}; it must be {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RoleWritability));

    public static readonly DiagnosticDescriptor ImpossibleCombination = new(RuleIds.ImpossibleCombination, "Options and parameters do not fit together", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ImpossibleCombination));

    public static readonly DiagnosticDescriptor OptionRange = new(RuleIds.OptionRange, "An option is out of range", "'{0}' is {1}: it {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.OptionRange));

    public static readonly DiagnosticDescriptor LanguageVersion = new(RuleIds.LanguageVersion, "Kernels need C# 11", "Generated kernels need C# 11 or later; set LangVersion", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.LanguageVersion));

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(RuleIds.ContainingTypeNotPartial, "The containing type must be partial", "'{0}' contains the kernel '{1}' and must be partial", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ContainingTypeNotPartial));

    public static readonly DiagnosticDescriptor MethodShape = new(RuleIds.MethodShape, "The method cannot be a kernel", "'{0}' {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MethodShape));

    public static readonly DiagnosticDescriptor RepeatedRole = new(RuleIds.RepeatedRole, "Two parameters have the same role", "'{0}' and '{1}' both stand for {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RepeatedRole));

    public static readonly DiagnosticDescriptor NarrowTargets = new(RuleIds.NarrowTargets, "The targets cannot name every class", "'{0}' holds {1}, which is at most {2}: it cannot name {3} of the {4} classes; use {5}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.NarrowTargets));

    public static readonly DiagnosticDescriptor RepeatedKernel = new(RuleIds.RepeatedKernel, "A kernel is declared twice", "'{0}' {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RepeatedKernel));

    public static readonly DiagnosticDescriptor GeneratorFault = new(RuleIds.GeneratorFault, "The generator has a fault", "LossGen could not generate '{0}' because of a fault of its own, and left the other kernels alone; please report it with this declaration: {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.GeneratorFault));

    public static readonly DiagnosticDescriptor FormulaNotFound = new(RuleIds.FormulaNotFound, "The formula was not found", "'{0}' {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FormulaNotFound));

    public static readonly DiagnosticDescriptor FormulaSignature = new(RuleIds.FormulaSignature, "The formula has the wrong signature", "The formula '{0}' {1}; write 'static double {0}({2} row, …)', where each further parameter is a double or a Func<int, double>", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FormulaSignature));

    public static readonly DiagnosticDescriptor FormulaConstruct = new(RuleIds.FormulaConstruct, "A formula cannot hold this", "{0} cannot be compiled into a kernel: {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FormulaConstruct));

    public static readonly DiagnosticDescriptor FormulaParameter = new(RuleIds.FormulaParameter, "A number of the formula is missing", "The formula needs '{0}', and '{1}' has no parameter of that name; add one, or declare a constant '{0}' in its type", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FormulaParameter));

    public static readonly DiagnosticDescriptor FormulaRecursion = new(RuleIds.FormulaRecursion, "A formula calls itself", "The formula '{0}' calls itself and would never end; a formula is a finite expression", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FormulaRecursion));

    private static readonly DiagnosticDescriptor[] All =
    [
        KernelNotPartial,
        KernelHasBody,
        ClassCount,
        FrameworkWithoutVectors,
        UnknownRole,
        MissingRole,
        RoleType,
        MixedElementTypes,
        RoleWritability,
        ImpossibleCombination,
        OptionRange,
        LanguageVersion,
        ContainingTypeNotPartial,
        MethodShape,
        RepeatedRole,
        NarrowTargets,
        RepeatedKernel,
        GeneratorFault,
        FormulaNotFound,
        FormulaSignature,
        FormulaConstruct,
        FormulaParameter,
        FormulaRecursion,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = All.ToDictionary(descriptor => descriptor.Id, System.StringComparer.Ordinal);

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. All];

    public static DiagnosticDescriptor Of(string id) => ById[id];

    /// <summary>A problem as one line of text: its id and its message.</summary>
    public static string Sentence(string id, params object[] arguments)
    {
        string format = ById[id].MessageFormat.ToString(CultureInfo.InvariantCulture);
        return id + ": " + string.Format(CultureInfo.InvariantCulture, format, arguments) + ".";
    }
}
