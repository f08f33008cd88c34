using System.Collections.Generic;
using LossGen.Numerics;
using LossGen.Oracle;

namespace LossGen.Tests.Numerics;

/// <summary>All functions of VectorMath by name.</summary>
internal static class VectorFunctions
{
    private static readonly Dictionary<string, VectorFunction> All = new()
    {
        ["Exp"] = new(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, StableMath.Exp, BigFloat.Exp),
        ["Log"] = new(VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, StableMath.Log, BigFloat.Log),
        ["Log1p"] = new(VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, StableMath.Log1p, BigFloat.Log1p),
        ["Expm1"] = new(VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, StableMath.Expm1, BigFloat.Expm1),
        ["Sigmoid"] = new(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, StableMath.Sigmoid, Exact.Sigmoid),
        ["Tanh"] = new(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, StableMath.Tanh, BigFloat.Tanh),
        ["Softplus"] = new(VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, StableMath.Softplus, Exact.Softplus),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static VectorFunction Get(string name) => All[name];
}
