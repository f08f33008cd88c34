using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generators.Formulas;

/// <summary>Reads an expression of a formula under the values that its variables have.</summary>
/// <param name="formula">The formula around it.</param>
/// <param name="values">What its variables hold.</param>
/// <param name="isInLoop">Whether it stands inside a sum or maximum over the classes.</param>
internal sealed class ExpressionReader(FormulaReader formula, ImmutableDictionary<ISymbol, FormulaValue> values, bool isInLoop)
{
    private static readonly Expr ClassIndex = new Input(InputKind.ClassIndex);
    private static readonly Expr TargetIndex = new Input(InputKind.TargetIndex);

    public Expr Number(IOperation operation)
    {
        if (
            operation.ConstantValue is
            {
                HasValue: true,
                Value: { } constant and (double or float or int or long or short or byte or sbyte or ushort or uint or ulong)
            }
        )
        {
            return System.Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture);
        }

        return operation switch
        {
            IParenthesizedOperation parenthesized => Number(parenthesized.Operand),
            IConversionOperation { OperatorMethod: null } conversion when IsNumber(conversion.Type) => Number(conversion.Operand),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter, operation),
            ILocalReferenceOperation local => Variable(local.Local, operation),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Stable.Negate(Number(minus.Operand)),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus => Number(plus.Operand),
            IBinaryOperation { OperatorMethod: null } binary => Combined(
                binary.OperatorKind,
                Number(binary.LeftOperand),
                Number(binary.RightOperand),
                operation.Syntax,
                binary.Type
            ),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Choose(
                choice.Condition,
                Number(choice.WhenTrue),
                Number(whenFalse)
            ),
            IPropertyReferenceOperation property => Property(property),
            IInvocationOperation call => Call(call),
            _ => throw Unsupported(
                operation,
                "This expression",
                "a formula has arithmetic, comparisons, '?:', functions of Math and StableMath, and the members of the row"
            ),
        };
    }

    public Expr Combined(BinaryOperatorKind kind, Expr left, Expr right, SyntaxNode place, ITypeSymbol? type = null) =>
        kind switch
        {
            BinaryOperatorKind.Add => Stable.Add(left, right),
            BinaryOperatorKind.Subtract => Stable.Subtract(left, right),
            BinaryOperatorKind.Multiply => Stable.Multiply(left, right),
            BinaryOperatorKind.Divide when type is null or { SpecialType: SpecialType.System_Double } => Stable.Divide(left, right),
            BinaryOperatorKind.Divide => throw FormulaProblem.Unsupported(place, "A division of integers", "make one of them a double"),
            _ => throw FormulaProblem.Unsupported(place, "This operator", "a formula has +, −, * and /; use Math.Pow for powers"),
        };

    /// <summary>One of two values.</summary>
    public Expr Choose(IOperation condition, Expr then, Expr otherwise)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool known })
        {
            return known ? then : otherwise;
        }

        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Choose(parenthesized.Operand, then, otherwise);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Choose(not.Operand, otherwise, then);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                return Choose(and.LeftOperand, Choose(and.RightOperand, then, otherwise), otherwise);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                return Choose(or.LeftOperand, then, Choose(or.RightOperand, then, otherwise));
            case IBinaryOperation { OperatorMethod: null } comparison:
                return Compared(comparison, then, otherwise);
            default:
                throw Unsupported(condition, "This condition", "compare two numbers, or a class with the target");
        }
    }

    private static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Int32;

    private static FormulaProblem Unsupported(IOperation operation, string what, string instead) =>
        FormulaProblem.Unsupported(operation.Syntax, what, instead);

    private Expr Compared(IBinaryOperation comparison, Expr then, Expr otherwise)
    {
        var (left, right) = (Number(comparison.LeftOperand), Number(comparison.RightOperand));
        bool asksForTarget = (left == ClassIndex && right == TargetIndex) || (left == TargetIndex && right == ClassIndex);
        if (asksForTarget && comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            return Simplifier.Simplify(
                comparison.OperatorKind == BinaryOperatorKind.Equals ? Expr.AtTarget(then, otherwise) : Expr.AtTarget(otherwise, then)
            );
        }

        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals => Stable.Choose(CompareOp.Equal, left, right, then, otherwise),
            BinaryOperatorKind.NotEquals => Stable.Choose(CompareOp.NotEqual, left, right, then, otherwise),
            BinaryOperatorKind.GreaterThan => Stable.Choose(CompareOp.Greater, left, right, then, otherwise),
            BinaryOperatorKind.GreaterThanOrEqual => Stable.Choose(CompareOp.GreaterOrEqual, left, right, then, otherwise),
            BinaryOperatorKind.LessThan => Stable.Choose(CompareOp.Greater, right, left, then, otherwise),
            BinaryOperatorKind.LessThanOrEqual => Stable.Choose(CompareOp.GreaterOrEqual, right, left, then, otherwise),
            _ => throw Unsupported(comparison, "This condition", "compare two numbers with ==, !=, <, <=, > or >="),
        };
    }

    private Expr Variable(ISymbol symbol, IOperation place) =>
        values.TryGetValue(symbol, out var value)
            ? value.Number ?? throw Unsupported(place, $"'{symbol.Name}' as a number", "call its members")
            : throw Unsupported(
                place,
                $"'{symbol.Name}'",
                "a formula sees its own parameters and locals; a class of an outer sum cannot be used in an inner one"
            );

    private Expr Property(IPropertyReferenceOperation property)
    {
        string owner = property.Property.ContainingType.Name;
        switch (owner, property.Property.Name)
        {
            case ("LossRow", "Classes"):
                return CountOfClasses.Of(formula.Classes);
            case ("LossRow", "Target"):
                formula.UsesTarget = true;
                return TargetIndex;
            case ("BinaryRow", "Logit"):
                return Inputs.Logit;
            case ("BinaryRow", "Label"):
                return Inputs.TargetProbability;
            case ("BinaryRow", "P"):
                return Primitives.OfLabel(PrimitiveKind.LabelP);
            case ("BinaryRow", "Q"):
                return Primitives.OfLabel(PrimitiveKind.LabelQ);
            case ("BinaryRow", "NegLogP"):
                return Primitives.OfLabel(PrimitiveKind.LabelNegLogP);
            case ("BinaryRow", "NegLogQ"):
                return Primitives.OfLabel(PrimitiveKind.LabelNegLogQ);
            default:
                throw Unsupported(
                    property,
                    $"'{property.Property.Name}'",
                    "a formula sees its parameters, constants and the members of the row"
                );
        }
    }

    private Expr Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return
                call.Instance is IParameterReferenceOperation { Parameter: var function }
                && values.TryGetValue(function, out var value)
                && value.Function is { } role
                ? OfClass(call.Arguments[0].Value, Inputs.OfClass(role))
                : throw Unsupported(call, "This call", "call a 'Func<int, double>' that the formula takes");
        }

        if (method.ContainingType.Name == "LossRow" && !method.IsStatic)
        {
            return Member(call);
        }

        if (FormulaFinder.IsFormula(method))
        {
            return formula.Call(
                method,
                call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => Argument(argument.Value)),
                call.Syntax
            );
        }

        bool isKnown =
            method.ContainingType
            is { Name: "Math", ContainingNamespace.Name: "System" }
                or { Name: "StableMath", ContainingNamespace.Name: "Numerics" };
        if (isKnown && FormulaFunctions.Call(method.Name, [.. call.Arguments.Select(argument => Number(argument.Value))]) is { } result)
        {
            return result;
        }

        throw isKnown && method.Name == "Pow"
            ? Unsupported(
                call,
                "A power with a variable exponent",
                "make the exponent a constant; for a probability p, write 'Math.Exp(-exponent * row.NegLogP(k))'"
            )
            : Unsupported(call, $"'{method.Name}'", $"a formula can call {FormulaFunctions.Names}, and other methods with [LossFormula]");
    }

    private FormulaValue Argument(IOperation argument) =>
        argument switch
        {
            IParameterReferenceOperation { Parameter: var parameter } when values.TryGetValue(parameter, out var value) => value,
            IConversionOperation { Operand: IParameterReferenceOperation { Parameter: var parameter } }
                when values.TryGetValue(parameter, out var value) && value.Number is null => value,
            _ => FormulaValue.Of(Number(argument)),
        };

    private Expr Member(IInvocationOperation call)
    {
        var argument = call.Arguments[0].Value;
        switch (call.TargetMethod.Name)
        {
            case "Logit":
                return OfClass(argument, Inputs.Logit);
            case "P":
                return OfClass(argument, Primitives.P);
            case "Q":
                return OfClass(argument, Primitives.Q);
            case "NegLogP":
                return OfClass(argument, Primitives.NegLogP);
            case "Label":
                formula.UsesLabel = true;
                return OfClass(argument, formula.HasLabelNumbers ? Inputs.TargetProbability : Expr.AtTarget(Expr.One, Expr.Zero));
            case "Sum":
                return Stable.Sum(Term(argument), formula.Classes);
            case "Max":
                var body = Term(argument);
                return body.DescendantsAndSelf().Any(part => part is Primitive)
                    ? throw Unsupported(
                        call,
                        "A maximum of probabilities",
                        "take the maximum of logits or labels, and the probability of that"
                    )
                    : Expr.Largest(body);
            default:
                throw Unsupported(
                    call,
                    $"'{call.TargetMethod.Name}'",
                    "a formula calls Logit, P, Q, NegLogP, Label, Sum and Max of its row"
                );
        }
    }

    /// <summary>A quantity of the sum's own class, or of the target.</summary>
    private Expr OfClass(IOperation index, Expr quantity)
    {
        var which = Number(index);
        return which == ClassIndex ? quantity
            : which != TargetIndex
                ? throw Unsupported(
                    index,
                    "This class",
                    "a formula knows the target, 'row.Target', and the class of a sum or maximum around it"
                )
            : quantity is Choose choice ? choice.Then
            : Primitives.AtTarget(quantity);
    }

    private Expr Term(IOperation function)
    {
        while (function is IConversionOperation or IDelegateCreationOperation)
        {
            function = function is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)function).Target;
        }

        if (
            function
            is not IAnonymousFunctionOperation
            {
                Symbol.Parameters: [var k],
                Body.Operations: [IReturnOperation { ReturnedValue: { } term }]
            }
        )
        {
            throw Unsupported(function, "This function", "write it as a lambda of one expression, such as 'k => row.P(k)'");
        }

        // What belongs to the class of an outer sum means nothing here.
        var visible = isInLoop
            ? values.RemoveRange(values.Where(pair => pair.Value.Number is { Shape: Shape.Class }).Select(pair => pair.Key))
            : values;
        return new ExpressionReader(formula, visible.SetItem(k, FormulaValue.Of(ClassIndex)), isInLoop: true).Number(term);
    }
}
