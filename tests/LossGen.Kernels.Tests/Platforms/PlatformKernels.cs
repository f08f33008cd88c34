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
    /// <summary>
    /// With vectors of four lanes these counts take each schedule; the first use of a loss has them all. Further uses differ in the formula, not in the loops.
    /// </summary>
    private static readonly (string Element, LossForm Form, int Declared, int[] Counts)[] All =
    [
        ("float", LossForm.Rows, 5, [5]),
        ("float", LossForm.Rows, 40, [40]),
        ("float", LossForm.Rows, 300, [300]),
        ("float", LossForm.AtRunTime, 0, [7, 140]),
        ("float", LossForm.Strided, 5, [5]),
        ("double", LossForm.Rows, 5, [5]),
        ("Half", LossForm.Rows, 5, [5]),
        ("BFloat16", LossForm.Rows, 40, [40]),
    ];

    /// <summary>The file of a loss's kernels.</summary>
    public static string Text(Type tests, IReadOnlyList<LossCase> uses)
    {
        string name = tests.Name[..^"Tests".Length];
        var entries = new StringBuilder();
        var methods = new StringBuilder();
        for (int use = 0; use < uses.Count; use++)
        {
            foreach (var (element, form, declared, counts) in (use == 0 ? All : All[..1]).Where(kernel => kernel.Form != LossForm.AtRunTime || MayBeOfAnyLength(uses[0])))
            {
                string method = string.Create(CultureInfo.InvariantCulture, $"{element}{form}{use}Of{declared}").Replace("Of0", "OfAny", StringComparison.Ordinal);
                method = char.ToUpperInvariant(method[0]) + method[1..];
                var signature = LossSignature.Of(uses[use], declared, element, LossOutputs.All, form);
                foreach (int count in counts)
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
}
