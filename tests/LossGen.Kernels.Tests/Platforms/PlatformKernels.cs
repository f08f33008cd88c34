using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness.Losses;

namespace LossGen.Kernels.Tests.Platforms;

/// <summary>
/// The kernels of a loss as the program of <c>tests/LossGen.Platforms</c> declares them. It runs where no compiler does, so its kernels are source text
/// in the checkout.
/// </summary>
internal static class PlatformKernels
{
    /// <summary>With vectors of four lanes these counts take each schedule. Further uses of a loss, which differ in the formula and not in the loops, have the first only.</summary>
    private static readonly Form[] Schedules = [new("float", LossForm.Rows, 5), new("float", LossForm.Rows, 40), new("float", LossForm.Rows, 300)];

    /// <summary>Of these a loss has two, in turn: any two kinds of kernels meet in some loss, and the program is compiled in a minute.</summary>
    private static readonly Form[] Others =
        [new("float", LossForm.Strided, 5), new("double", LossForm.Rows, 5), new("Half", LossForm.Rows, 5), new("BFloat16", LossForm.Rows, 40)];

    private static readonly Form AtRunTime = new("float", LossForm.AtRunTime, 0);

    /// <summary>The file of a loss's kernels.</summary>
    /// <param name="turn">Which of the losses it is.</param>
    public static string Text(Type tests, int turn, IReadOnlyList<LossCase> uses)
    {
        string name = tests.Name[..^"Tests".Length];
        var entries = new StringBuilder();
        var methods = new StringBuilder();
        for (int use = 0; use < uses.Count; use++)
        {
            foreach (var (element, form, declared) in use == 0 ? OfFirst(turn, uses[0]) : Schedules[..1])
            {
                string method = string.Create(CultureInfo.InvariantCulture, $"{element}{form}{use}Of{declared}").Replace("Of0", "OfAny", StringComparison.Ordinal);
                method = char.ToUpperInvariant(method[0]) + method[1..];
                var signature = LossSignature.Of(uses[use], declared, element, LossOutputs.All, form);
                foreach (int count in form == LossForm.AtRunTime ? (int[])[7, 140] : [declared])
                {
                    entries.Append(CultureInfo.InvariantCulture, $$"""
                                    { {{use}}, {{count}}, LossForm.{{form}}, (LossArguments<{{element}}> a) => {{method}}(
                                        {{signature.Arguments}}) },

                        """);
                }

                methods.Append($$"""

                        [{{signature.Attribute}}]
                        private static partial void {{method}}(
                            {{signature.Parameters}});

                    """);
            }
        }

        return $$"""
            // Written by PlatformKernelsTests from {{tests.Name}}.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
            using System;
            using LossGen.Kernels.Tests.Harness.Losses;
            using LossGen.Kernels.Tests.Losses;
            using LossGen.Numerics;

            namespace LossGen.Platforms.Losses;

            internal static partial class {{name}}Kernels
            {
                public static LossSet Set =>
                    new(new {{tests.Name}}(Silent.Output).Uses)
                    {
            {{entries}}        };
            {{methods}}}

            """.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static IEnumerable<Form> OfFirst(int turn, LossCase use) =>
        [.. Schedules, Others[turn % Others.Length], Others[(turn + 1 + (turn / Others.Length % 3)) % Others.Length], .. MayBeOfAnyLength(use) ? (Form[])[AtRunTime] : []];

    // Some losses only: their attributes have a constructor without the number of classes.
    private static bool MayBeOfAnyLength(LossCase use) =>
        typeof(CrossEntropyAttribute).Assembly.GetType($"LossGen.{use.Attribute}Attribute", throwOnError: true)!.GetConstructor([]) is not null;

    /// <summary>The file that lists the others.</summary>
    public static string List(IEnumerable<Type> tests) => $$"""
        // Written by PlatformKernelsTests; LOSSGEN_WRITE_DOCS=1 writes it anew.
        using System.Collections.Generic;

        namespace LossGen.Platforms.Losses;

        internal static class AllLosses
        {
            public static IEnumerable<LossSet> Sets
            {
                get
                {
        {{string.Concat(tests.Select(type => $"            yield return {type.Name[..^"Tests".Length]}Kernels.Set;\n"))}}        }
            }
        }

        """.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <param name="Element">The type of the numbers.</param>
    /// <param name="Layout">How they lie.</param>
    /// <param name="Classes">How many classes are declared; 0 where they are an argument.</param>
    private sealed record Form(string Element, LossForm Layout, int Classes);
}
