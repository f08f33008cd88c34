using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generators.Reading;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generators.Formulas;

/// <summary>
/// Reads the method that a custom loss names: what the compiler bound becomes an expression over the row, in stable form. Bodies and
/// statements are here; <see cref="ExpressionReader"/> reads what stands in them.
/// </summary>
internal sealed class FormulaReader
{
    // A formula is a line or ten; more nesting than this is a program.
    private const int MostBranches = 64;

    private readonly Compilation compilation;
    private readonly CancellationToken token;
    private readonly Stack<IMethodSymbol> reading = new();
    private int branches;

    private FormulaReader(Compilation compilation, ClassCount classes, bool hasLabelNumbers, CancellationToken token)
    {
        this.compilation = compilation;
        this.token = token;
        Classes = classes;
        HasLabelNumbers = hasLabelNumbers;
    }

    public ClassCount Classes { get; }

    /// <summary>Whether the target is a probability per class, and not a class index.</summary>
    public bool HasLabelNumbers { get; }

    public bool UsesTarget { get; set; }

    public bool UsesLabel { get; set; }

    /// <summary>The loss of a kernel, or the problem in its formula.</summary>
    public static CustomLoss? Read(
        IMethodSymbol kernel,
        string name,
        bool isBinary,
        ClassCount classes,
        bool hasLabelNumbers,
        Compilation compilation,
        Location place,
        List<Problem> problems,
        CancellationToken token
    )
    {
        try
        {
            var formula = FormulaFinder.Find(kernel, name, isBinary, place);
            var given = new KernelInputs(kernel);
            var reader = new FormulaReader(compilation, classes, hasLabelNumbers, token);
            var values = ImmutableDictionary<ISymbol, FormulaValue>
                .Empty.WithComparers(SymbolEqualityComparer.Default)
                .Add(formula.Parameters[0], FormulaValue.Row);
            foreach (var parameter in formula.Parameters.Skip(1))
            {
                values = values.Add(parameter, given.Of(parameter, parameter.DeclaringSyntaxReferences[0].GetSyntax(token)));
            }

            var loss = reader.Body(formula, values, place);
            if (!isBinary && loss.Shape != Shape.Row)
            {
                throw new FormulaProblem(
                    new Problem(
                        RuleIds.FormulaConstruct,
                        place,
                        "A value per class",
                        "a loss is one number per row, such as a sum over the classes"
                    )
                );
            }

            var targets =
                isBinary ? TargetKinds.Labels
                : reader.UsesTarget ? TargetKinds.Indices
                : reader.UsesLabel ? TargetKinds.Indices | TargetKinds.Numbers
                : TargetKinds.None;
            return new CustomLoss(name, Simplifier.Simplify(loss), targets, given.Parameters.ToEquatableArray());
        }
        catch (FormulaProblem found)
        {
            problems.Add(found.Problem);
            return null;
        }
    }

    /// <summary>The value of another formula that is called, with its arguments in the place of its parameters.</summary>
    public Expr Call(IMethodSymbol formula, IEnumerable<FormulaValue> arguments, SyntaxNode place)
    {
        var values = ImmutableDictionary<ISymbol, FormulaValue>.Empty.WithComparers(SymbolEqualityComparer.Default);
        foreach (var (parameter, value) in formula.Parameters.Zip(arguments, (parameter, value) => (parameter, value)))
        {
            values = values.Add(parameter, value);
        }

        return Body(formula, values, place.GetLocation());
    }

    private Expr Body(IMethodSymbol formula, ImmutableDictionary<ISymbol, FormulaValue> values, Location place)
    {
        if (reading.Contains(formula, SymbolEqualityComparer.Default))
        {
            throw new FormulaProblem(new Problem(RuleIds.FormulaRecursion, place, formula.Name));
        }

        token.ThrowIfCancellationRequested();
        reading.Push(formula);
        var syntax = formula.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token);
#pragma warning disable RS1030 // The formula may stand in another file than the kernel.
        var operation =
            syntax is MethodDeclarationSyntax && compilation.ContainsSyntaxTree(syntax.SyntaxTree)
                ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, token)
                : null;
#pragma warning restore RS1030
        var value =
            operation is IMethodBodyOperation body && (body.BlockBody ?? body.ExpressionBody) is { } block
                ? Run(block.Operations, values)
                : throw new FormulaProblem(new Problem(RuleIds.FormulaNotFound, place, formula.Name, "has no body in this project"));
        reading.Pop();
        return value;
    }

    /// <summary>The value that statements return.</summary>
    private Expr Run(ImmutableArray<IOperation> statements, ImmutableDictionary<ISymbol, FormulaValue> values)
    {
        for (int i = 0; i < statements.Length; i++)
        {
            var read = new ExpressionReader(this, values, isInLoop: false);
            switch (statements[i])
            {
                case IReturnOperation { ReturnedValue: { } returned }:
                    return read.Number(returned);
                case IBlockOperation block:
                    return Run(block.Operations.AddRange(statements.Skip(i + 1)), values);
                case IVariableDeclarationGroupOperation group:
                    foreach (
                        var declarator in group.Declarations.SelectMany(declaration =>
                            declaration.Declarators.Select(declarator =>
                                (declarator, Initial: declarator.Initializer ?? declaration.Initializer)
                            )
                        )
                    )
                    {
                        values = declarator.Initial is { } initial
                            ? values.SetItem(
                                declarator.declarator.Symbol,
                                FormulaValue.Of(new ExpressionReader(this, values, isInLoop: false).Number(initial.Value))
                            )
                            : values;
                    }

                    break;
                case IExpressionStatementOperation
                {
                    Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment
                }:
                    values = values.SetItem(local.Local, FormulaValue.Of(read.Number(assignment.Value)));
                    break;
                case IExpressionStatementOperation
                {
                    Operation: ICompoundAssignmentOperation { Target: ILocalReferenceOperation local } assignment
                }:
                    values = values.SetItem(
                        local.Local,
                        FormulaValue.Of(
                            read.Combined(
                                assignment.OperatorKind,
                                read.Number(assignment.Target),
                                read.Number(assignment.Value),
                                assignment.Syntax
                            )
                        )
                    );
                    break;
                case IConditionalOperation condition:
                    if (++branches > MostBranches)
                    {
                        throw FormulaProblem.Unsupported(condition.Syntax, "So many branches", "split the formula");
                    }

                    var rest = statements.Skip(i + 1).ToImmutableArray();
                    var then = Run(Statements(condition.WhenTrue).AddRange(rest), values);
                    var otherwise = Run(Statements(condition.WhenFalse).AddRange(rest), values);
                    return read.Choose(condition.Condition, then, otherwise);
                case ILocalFunctionOperation or IEmptyOperation:
                    break;
                case ILoopOperation loop:
                    throw FormulaProblem.Unsupported(
                        loop.Syntax,
                        "A loop",
                        "write sums over the classes as 'row.Sum(k => …)', and the largest value as 'row.Max(k => …)'"
                    );
                case var other:
                    throw FormulaProblem.Unsupported(
                        other.Syntax,
                        "This statement",
                        "a formula has locals, 'if' and 'return', and no side effects"
                    );
            }
        }

        throw new FormulaProblem(
            new Problem(RuleIds.FormulaConstruct, Location.None, "A path without a value", "return one on every path")
        );
    }

    private static ImmutableArray<IOperation> Statements(IOperation? branch) =>
        branch switch
        {
            null => ImmutableArray<IOperation>.Empty,
            IBlockOperation block => block.Operations,
            _ => ImmutableArray.Create(branch),
        };
}
