namespace Digits.Training;

/// <summary>Where a function was evaluated, and what it gave.</summary>
internal sealed record Point(double[] X, double Value, double[] Gradient)
{
    public static Point Evaluate(Function function, double[] x)
    {
        var gradient = new double[x.Length];
        return new Point(x, function(x, gradient), gradient);
    }
}
