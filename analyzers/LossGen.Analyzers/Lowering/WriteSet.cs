using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

/// <summary>Which variables a piece of code writes, found without running it.</summary>
internal static class WriteSet
{
    private const int Aliased = 1_000_000;

    /// <summary>Counts the writes to each local, parameter and field, its declaration's initializer among them.</summary>
    public static void Count(IOperation root, Dictionary<ISymbol, int> counts)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var local } declarator:
                    if (declarator.Initializer is not null || declarator.Parent?.Parent is IVariableDeclarationOperation)
                    {
                        Add(counts, local);
                    }

                    if (local.RefKind != RefKind.None)
                    {
                        AddAlias(counts, declarator.Initializer?.Value);
                    }

                    break;
                case IAssignmentOperation assignment:
                    AddTarget(counts, assignment.Target);
                    break;
                case IIncrementOrDecrementOperation increment:
                    AddTarget(counts, increment.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    AddTarget(counts, argument.Value);
                    break;
                case IAddressOfOperation address:
                    AddAlias(counts, address.Reference);
                    break;
            }
        }
    }

    /// <summary>Counts the writes that may come after a function is made: behind it, in the loops around it, and in any function beside it.</summary>
    public static Dictionary<ISymbol, int> Later(IOperation function)
    {
        var counts = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        IOperation outermost = function;
        for (IOperation part = function; part.Parent is { } whole; part = whole)
        {
            outermost = whole;
            if (whole is ILoopOperation)
            {
                Count(whole, counts);
            }
            else if (whole is IBlockOperation block)
            {
                foreach (IOperation statement in block.Operations)
                {
                    if (statement.Syntax.SpanStart >= part.Syntax.SpanStart)
                    {
                        Count(statement, counts);
                    }
                }
            }
        }

        foreach (IOperation other in outermost.Descendants())
        {
            if (other is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                Count(other, counts);
            }
        }

        return counts;
    }

    /// <summary>Whether something else may write the variable, too: a pointer or a reference to it.</summary>
    public static bool IsAliased(Dictionary<ISymbol, int> counts, ISymbol variable) => counts.TryGetValue(variable, out int count) && count >= Aliased;

    /// <summary>The names of members of other objects that may be written, or whose memory may be.</summary>
    public static HashSet<string> MembersOf(IOperation root)
    {
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is IMemberReferenceOperation { Instance: not null and not IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } reference && IsWritten(reference))
            {
                names.Add(reference.Member.Name);
            }
            else if (Missing.MemberOf(operation) is var (name, _) && IsWritten(operation))
            {
                names.Add(name);
            }
        }

        return names;
    }

    // n.Out = …, n.Out[i] = …, F(n.Out)
    private static bool IsWritten(IOperation reference)
    {
        IOperation part = reference;
        while (part.Parent is IConversionOperation || (part.Parent is { } whole && Indexing.Of(whole) is var (array, _) && ReferenceEquals(array, part)))
        {
            part = part.Parent;
        }

        return part.Parent is IAssignmentOperation { Target: var target } && ReferenceEquals(target, part)
            || part.Parent is IIncrementOrDecrementOperation
            || (part.Parent is IArgumentOperation && Memory.IsWritable(part.Type))
            || (part.Parent is IInvocationOperation { Instance: var instance } && ReferenceEquals(instance, part) && Memory.IsWritable(part.Type));
    }

    /// <summary>The variables whose memory may be written: roots of element stores, arguments of calls.</summary>
    /// <param name="root">What may write.</param>
    /// <param name="isOnlyRead">Whether a method is known to leave an argument as it is.</param>
    public static HashSet<ISymbol> MemoryOf(IOperation root, Func<IMethodSymbol, IArgumentOperation, bool>? isOnlyRead = null)
    {
        var symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            IOperation? target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation increment => increment.Target,
                IArgumentOperation { Parent: var taker } argument when Memory.IsWritable(argument.Value.Type)
                    && !(taker is IInvocationOperation { TargetMethod: var method }
                        && (Memory.LeavesAll(method) || isOnlyRead?.Invoke(method, argument) is true)) => argument.Value,
                IInvocationOperation { Instance: { } instance } call when Memory.IsWritable(instance.Type) && !Memory.LeavesAll(call.TargetMethod) => instance,
                _ => null,
            };
            if (RootOf(target) is { } variable)
            {
                symbols.Add(variable);
            }
            else if (operation.Parent is IExpressionStatementOperation && Missing.Is(operation) && WrittenCall.Of(operation) is { IsCreation: false } call)
            {
                AddWritable(symbols, call.On);
                foreach (WrittenArgument argument in call.Arguments)
                {
                    AddWritable(symbols, argument.Value);
                }
            }
        }

        return symbols;
    }

    /// <summary>
    /// Whether an array is named by one index only, which is written the same wherever it stands: x[i + 5] = Math.Exp(x[i + 5]).
    /// </summary>
    public static bool IsAtOnePlace(IOperation loop, ISymbol array)
    {
        IOperation? place = null;
        foreach (IOperation operation in loop.Descendants())
        {
            if (!SymbolEqualityComparer.Default.Equals(VariableOf(operation), array) || operation is IConversionOperation or IParenthesizedOperation)
            {
                continue;
            }

            if (Indexing.Of(operation.Parent!) is not var (named, indices) || !ReferenceEquals(named, operation) || indices is not [var index]
                || (place is not null && !SyntaxFactory.AreEquivalent(place.Syntax, index.Syntax)))
            {
                // Its length is no place.
                if (operation.Parent is IPropertyReferenceOperation { Property.Name: "Length" or "Count" })
                {
                    continue;
                }

                return false;
            }

            place = index;
        }

        return place is not null && place.DescendantsAndSelf().All(part =>
            part is ILiteralOperation or IConversionOperation or IParenthesizedOperation or IFieldReferenceOperation or IBinaryOperation
                or IParameterReferenceOperation || (part is ILocalReferenceOperation { Local: var counter } && IsOnlyCounted(loop, counter)));
    }

    // Nothing but the heads of loops moves it on.
    private static bool IsOnlyCounted(IOperation loop, ILocalSymbol counter) => loop.Descendants().All(operation =>
        !SymbolEqualityComparer.Default.Equals(
            counter, VariableOf((operation as IAssignmentOperation)?.Target ?? (operation as IIncrementOrDecrementOperation)?.Target))
        || operation.Parent is IExpressionStatementOperation { Parent: IForLoopOperation });

    /// <summary>The variable that an expression denotes.</summary>
    public static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.Length: 0 } property => property.Property,
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        IParenthesizedOperation parenthesized => VariableOf(parenthesized.Operand),
        IConversionOperation conversion => VariableOf(conversion.Operand),
        _ => null,
    };

    private static ISymbol? RootOf(IOperation? operation)
    {
        while (operation is not null)
        {
            if (VariableOf(operation) is { } variable)
            {
                return variable;
            }

            operation = Indexing.Of(operation) is var (array, _) ? array : operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { Arguments.Length: > 0 } call => call.Arguments[0].Value,
                _ => null,
            };
        }

        return null;
    }

    private static void AddWritable(HashSet<ISymbol> symbols, IOperation? operation)
    {
        if (VariableOf(operation) is { } variable && Memory.IsWritable(Memory.TypeOf(variable)))
        {
            symbols.Add(variable);
        }
    }

    private static void AddTarget(Dictionary<ISymbol, int> counts, IOperation target)
    {
        if (target is ITupleOperation tuple)
        {
            foreach (IOperation element in tuple.Elements)
            {
                AddTarget(counts, element);
            }
        }
        else if (target is IDeclarationExpressionOperation { Expression: ITupleOperation inner })
        {
            AddTarget(counts, inner);
        }
        else if (VariableOf(target) is { } variable)
        {
            Add(counts, variable);
        }
    }

    private static void AddAlias(Dictionary<ISymbol, int> counts, IOperation? target)
    {
        if (RootOf(target) is { } variable)
        {
            counts[variable] = Aliased;
        }
    }

    private static void Add(Dictionary<ISymbol, int> counts, ISymbol symbol) =>
        counts[symbol] = counts.TryGetValue(symbol, out int count) ? count + 1 : 1;
}
