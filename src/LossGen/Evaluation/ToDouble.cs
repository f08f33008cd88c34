namespace LossGen;

/// <summary>Reads a number as double; a structure, so that the call is compiled away.</summary>
internal interface IToDouble<in T>
{
    double Of(T value);
}

internal readonly struct FloatToDouble : IToDouble<float>
{
    public double Of(float value) => value;
}

internal readonly struct DoubleToDouble : IToDouble<double>
{
    public double Of(double value) => value;
}
