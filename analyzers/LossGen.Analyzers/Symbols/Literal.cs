using System;
using System.Globalization;

namespace LossGen.Analyzers.Symbols;

/// <summary>Compile-time constants as numbers.</summary>
internal static class Literal
{
    public static double? NumberOf(object constant) => constant switch
    {
        double d => d,
        float f => f,
        int i => i,
        long l => l,
        uint u => u,
        ulong u => u,
        short s => s,
        ushort u => u,
        byte b => b,
        sbyte s => s,
        bool b => b ? 1 : 0,
        decimal m => Convert.ToDouble(m, CultureInfo.InvariantCulture),
        _ => null,
    };
}
