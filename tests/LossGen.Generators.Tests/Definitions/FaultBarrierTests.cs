using System;
using System.Collections.Generic;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

public sealed class FaultBarrierTests
{
    private static readonly MethodShape Method =
        new("Demo", new[] { "static partial class C" }.ToEquatableArray(), "static partial float Loss", EquatableArray<string>.Empty, "Loss", "C.Loss.g.cs", HasDocumentation: false);

    [Fact]
    public void A_fault_of_the_writer_is_reported_and_its_kernel_throws()
    {
        var reported = new List<Diagnostic>();
        string text = FaultBarrier.Write(() => throw new InvalidOperationException("No lanes."), Method, reported.Add);
        reported.ShouldHaveSingleItem().Id.ShouldBe("LG0018");
        reported[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("'Loss'");
        text.ShouldContain("static partial float Loss() =>");
        text.ShouldContain("InvalidOperationException, No lanes.");
    }

    [Fact]
    public void A_cancelled_run_stays_cancelled() =>
        Should.Throw<OperationCanceledException>(() => FaultBarrier.Write(() => throw new OperationCanceledException(), Method, _ => { }));
}
