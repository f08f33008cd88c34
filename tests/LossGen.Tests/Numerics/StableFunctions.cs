using System;
using System.Collections.Generic;
using LossGen.Numerics;
using LossGen.Oracle;

namespace LossGen.Tests.Numerics;

/// <summary>All functions of StableMath with one argument, by name, and the oracle of each.</summary>
internal static class StableFunctions
{
    private static readonly Dictionary<string, (Func<double, double> Double, Func<float, float> Float, Func<BigFloat, BigFloat> Exact)> All = new(StringComparer.Ordinal)
    {
        ["Exp"] = (StableMath.Exp, StableMath.Exp, BigFloat.Exp),
        ["Log"] = (StableMath.Log, StableMath.Log, BigFloat.Log),
        ["Log1p"] = (StableMath.Log1p, StableMath.Log1p, BigFloat.Log1p),
        ["Expm1"] = (StableMath.Expm1, StableMath.Expm1, BigFloat.Expm1),
        ["Log2P1"] = (StableMath.Log2P1, StableMath.Log2P1, Exact.Log2P1),
        ["Log10P1"] = (StableMath.Log10P1, StableMath.Log10P1, Exact.Log10P1),
        ["Exp2M1"] = (StableMath.Exp2M1, StableMath.Exp2M1, Exact.Exp2M1),
        ["Exp10M1"] = (StableMath.Exp10M1, StableMath.Exp10M1, Exact.Exp10M1),
        ["Sigmoid"] = (StableMath.Sigmoid, StableMath.Sigmoid, Exact.Sigmoid),
        ["LogSigmoid"] = (StableMath.LogSigmoid, StableMath.LogSigmoid, Exact.LogSigmoid),
        ["Softplus"] = (StableMath.Softplus, StableMath.Softplus, Exact.Softplus),
        ["Tanh"] = (StableMath.Tanh, StableMath.Tanh, BigFloat.Tanh),
        ["LogCosh"] = (StableMath.LogCosh, StableMath.LogCosh, Exact.LogCosh),
        ["Log1mExp"] = (StableMath.Log1mExp, StableMath.Log1mExp, Exact.Log1mExp),
        ["XLogX"] = (StableMath.XLogX, StableMath.XLogX, Exact.XLogX),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static (Func<double, double> Double, Func<float, float> Float, Func<BigFloat, BigFloat> Exact) Get(string name) => All[name];
}
