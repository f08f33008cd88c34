using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Rows;

/// <summary>Turns formulas into steps. <see cref="SoftmaxSteps"/> and <see cref="LabelSteps"/> know the stable form of each primitive.</summary>
internal sealed partial class Lowering(Transform transform)
{
    private readonly StepList steps = new();

    public IReadOnlyList<Statement> Statements => steps.Statements;

    private LogitTransform Logits => new(transform, steps);

    private LabelSteps Label => new(transform, Logits, steps);

    public void Store(OutputKind output, Expr formula) => steps.Store(output, Lower(Resolve(formula)));

    /// <summary>Stores a gradient; where the logits were transformed, times the transform's slope at the target and elsewhere.</summary>
    public void StoreGradient(Expr formula)
    {
        var value = Lower(Resolve(formula));
        if (transform.HasSlope)
        {
            value = value is Choose choice && InputNames.IsOf(choice.Condition, InputKind.IsTarget)
                ? new Choose(choice.Condition, Sloped(choice.Then, ofTarget: true), Sloped(choice.Otherwise, ofTarget: false))
                : Sloped(value, ofTarget: false);
        }

        steps.Store(OutputKind.Gradient, value);
    }

    public Expr Condition(Expr formula) => Lower(formula);

    /// <summary>The first class with the largest logit, as a number; −1 for a row with NaN.</summary>
    public Expr Prediction()
    {
        var main = Softmax(LogitSource.Main);
        return steps.Defined("prediction", new Choose(HasNaN(main.Logit), -1.0, First("firstMax", main.Logit, main.Max)));
    }

    /// <summary>The condition that a row has NaN, which maxima and minima may lose.</summary>
    private Expr HasNaN(Expr logit) =>
        new Compare(CompareOp.Equal, steps.Reduced("hasNaN", ReduceOp.Max, new Choose(new IsNaN(logit), Expr.One, Expr.Zero)), Expr.One);

    /// <summary>The first class whose value is the maximum, as a number.</summary>
    private Expr First(string name, Expr value, Expr max) =>
        steps.Reduced(name, ReduceOp.Min, new Choose(new Compare(CompareOp.Equal, value, max), steps.Load(InputKind.ClassIndex), double.PositiveInfinity));

    /// <summary>Names a formula's value, so that it is computed once.</summary>
    public Expr Name(string name, Expr formula) => Lower(Resolve(formula)) is var value && value is Name ? value : steps.Defined(name, value);

    /// <summary>A factor over the sum of the exponentials, computed once per row.</summary>
    internal Expr OverTotal(Expr factor, LogitSource source) => steps.Shared("overSum", factor / TotalOf(source), StepRole.OverSum);

    /// <summary>The sum of a softmax's exponentials.</summary>
    internal Expr TotalOf(LogitSource source) => source == LogitSource.Binary ? Label.Total : Softmax(source).Total;

    internal Expr Shared(string hint, Expr value) => steps.Shared(hint, value);

    private Expr Sloped(Expr value, bool ofTarget) => Logits.Slope(ofTarget) is var slope && slope == Expr.One ? value : value * slope;

    private SoftmaxSteps Softmax(LogitSource source) =>
        new(transform, Logits, source.Penalty is null ? source : source with { Penalty = Lower(source.Penalty) }, steps);

    /// <summary>Sums of something that does not depend on the class are products.</summary>
    private Expr Resolve(Expr expr) => Simplifier.Simplify(expr.MapOperands(Resolve)) switch
    {
        ClassSum { Body: { Shape: Shape.Row } body } => Simplifier.Simplify(CountOfClasses.Of(transform.Classes) * body),
        var other => other,
    };

    private Expr Lower(Expr expr) => expr switch
    {
        Input { Kind: InputKind.Logit } => OverTemperature("xScaled", Logits.OfClass),
        Input { Kind: InputKind.TargetLogit } => OverTemperature("xScaledTarget", Logits.OfTarget),
        Input { Kind: InputKind.IsTarget } when insideSum => new Compare(CompareOp.Equal, steps.Load(InputKind.ClassIndex), steps.Load(InputKind.TargetIndex)),
        Input input => steps.Load(input.Kind, input.Role),
        ClassSum sum => LowerSum(sum.Body),
        ClassMax max => LowerMax(max.Body),
        IsFirstMax first => new Compare(CompareOp.Equal, steps.Load(InputKind.ClassIndex), FirstMax(((ClassMax)first.Max).Body)),
        Binary { Op: BinaryOp.Divide } share when CountOfClasses.IsShare(share) => steps.Shared("share", share.MapOperands(Lower)),
        Primitive { Kind: PrimitiveKind.TargetP or PrimitiveKind.TargetQ } target => steps.Shared(target.Kind == PrimitiveKind.TargetP ? "pTarget" : "qTarget", Product.Of(expr, LowerFactor).ToExpr(this)),
        Binary { Op: BinaryOp.Divide, Right.Shape: Shape.Class } quotient => quotient.MapOperands(Lower),
        Primitive or Binary { Op: BinaryOp.Multiply or BinaryOp.Divide } => Product.Of(expr, LowerFactor).ToExpr(this),
        Binary { Op: BinaryOp.MultiplyOrZero } => LowerGuarded(expr),
        Unary { Op: UnaryOp.Exp, Operand: Binary { Op: BinaryOp.Multiply, Left: Number { Value: < 0 } q, Right: Primitive { Kind: PrimitiveKind.TargetNegLogP, Of: { Sharpness: 1, Penalty: null } of } } }
            when transform.IsExact => Softmax(of).TargetPower(-q.Value),
        Power { Operand: Primitive { Kind: PrimitiveKind.TargetQ, Of.Sharpness: 1, Of.Penalty: null } q, Exponent: > 1 } power =>
            steps.Shared("power", new PowerOfOthers(Softmax(q.Of).TargetExponential, Softmax(q.Of).Rest, Softmax(q.Of).RestError, power.Exponent)),
        Unary { Op: not UnaryOp.Tanh } function when !Operations.Of(function.Op).IsCheap =>
            steps.Shared(function.Op.ToString().ToLowerInvariant() + "Of", function.MapOperands(Lower), StepRole.Function),
        Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum when Combined(sum) is { } combined => combined,
        _ => NameCoefficient(expr.MapOperands(Lower)),
    };

    private Expr OverTemperature(string name, Expr logit) => transform.Temperature == 1
        ? logit
        : steps.Defined(name, logit / transform.Temperature, StepRole.TemperedLogit);

    /// <summary>A product whose left factor is looked at and multiplied: one of a sum of exponentials is divided by that sum afterwards.</summary>
    private Expr LowerGuarded(Expr expr)
    {
        var (value, over) = LowerFactor(expr);
        return over is null ? value : value * OverTotal(Expr.One, over);
    }

    private Expr? Combined(Binary sum) => HasPrimitive(sum.Left) && HasPrimitive(sum.Right)
        ? Product.Combine(sum.Op, Product.Of(sum.Left, LowerFactor), Product.Of(sum.Right, LowerFactor), this)
        : null;

    /// <summary>Whether an expression is a product with a primitive in it.</summary>
    private static bool HasPrimitive(Expr expr) => expr switch
    {
        Primitive => true,
        Unary { Op: UnaryOp.Negate } negation => HasPrimitive(negation.Operand),
        Binary { Op: BinaryOp.Multiply or BinaryOp.Divide } product => HasPrimitive(product.Left) || HasPrimitive(product.Right),
        _ => false,
    };

    /// <summary>A coefficient of the class that takes more than a load, such as a smoothed target, is computed once.</summary>
    private Expr NameCoefficient(Expr expr) => expr is Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Shape: Shape.Class } && RowProgram.NamesIn(expr).All(IsLoaded)
        ? steps.Shared("c", expr)
        : expr;

    private bool IsLoaded(Name name) => name.Of == Shape.Class && Statements.OfType<Load>().Any(load => load.Name == name.Id);

    /// <summary>A leaf of a product: its value, or its numerator and the sum of exponentials that it is divided by.</summary>
    private Factor LowerFactor(Expr leaf) => leaf switch
    {
        Primitive primitive => LowerPrimitive(primitive),
        Binary { Op: BinaryOp.MultiplyOrZero, Left: Primitive { Kind: PrimitiveKind.P } p } guarded when OfOwnLogarithm(p, guarded.Right) is { } numerator => new(numerator, p.Of),
        Binary { Op: BinaryOp.MultiplyOrZero, Left: Primitive { Kind: PrimitiveKind.P } p } guarded =>
            LowerPrimitive(p) is var (numerator, over) ? new(Expr.MultiplyOrZero(numerator, Lower(guarded.Right)), over) : default,
        Binary { Op: BinaryOp.MultiplyOrZero } guarded => new(Expr.MultiplyOrZero(Named(Lower(guarded.Left)), Lower(guarded.Right))),
        _ => new(Lower(leaf)),
    };

    /// <summary>The numerator of p·n or p·(n − r), where n is this p's own −log p and r a number of the row: finite where p is 0 and n is not.</summary>
    private Expr? OfOwnLogarithm(Primitive p, Expr other)
    {
        var softmax = Softmax(p.Of);
        if (!softmax.HasWeightedDrop || (other is Binary { Op: BinaryOp.Subtract, Right.Shape: Shape.Row } difference ? difference.Left : other) != p.As(PrimitiveKind.NegLogP))
        {
            return null;
        }

        var row = other is Binary { Right: var right } ? Cancelled(softmax.LogTotal, Lower(right)) : softmax.LogTotal;
        return softmax.Exponential * row - softmax.WeightedDrop;
    }

    /// <summary>A difference of numbers of the row, without what both add in the end, such as the logarithm in n_k − Σ p n.</summary>
    private Expr Cancelled(Expr left, Expr right) => right is Binary { Op: BinaryOp.Add } sum && sum.Right == left
        ? steps.Shared("minusMean", Simplifier.Simplify(-sum.Left))
        : steps.Shared("rest", left - right);

    /// <summary>What is written twice gets a name.</summary>
    private Expr Named(Expr value) => value is Number or Name { } ? value : steps.Shared("c", value);

    private Factor LowerPrimitive(Primitive primitive) => primitive.Kind switch
    {
        PrimitiveKind.P => new(Softmax(primitive.Of).Exponential, primitive.Of),
        PrimitiveKind.Q => new(Softmax(primitive.Of).Others, primitive.Of),
        PrimitiveKind.TargetP => new(Softmax(primitive.Of).TargetExponential, primitive.Of),
        PrimitiveKind.TargetQ => new(Softmax(primitive.Of).TargetOthers, primitive.Of),
        PrimitiveKind.NegLogP => new(Softmax(primitive.Of).Gap + Softmax(primitive.Of).LogTotal),
        PrimitiveKind.TargetNegLogP => new(Softmax(primitive.Of).TargetNegLogP),
        PrimitiveKind.TargetExcess => new(steps.Defined("excess", new Unary(UnaryOp.Excess, Softmax(primitive.Of).TargetNegLogP))),
        PrimitiveKind.LogSumExp => new(Softmax(primitive.Of).LogSumExp),
        PrimitiveKind.LogSum => new(Softmax(primitive.Of).LogTotal),
        PrimitiveKind.Distance => new(Softmax(primitive.Of).Distance),
        PrimitiveKind.LabelNegLogP => new(Label.NegLogP),
        PrimitiveKind.LabelNegLogQ => new(Label.NegLogQ),
        PrimitiveKind.LabelP => new(Label.Yes, LogitSource.Binary),
        PrimitiveKind.LabelQ => new(Label.No, LogitSource.Binary),
        _ => throw new System.NotSupportedException($"{primitive.Kind} is lowered nowhere."),
    };
}
