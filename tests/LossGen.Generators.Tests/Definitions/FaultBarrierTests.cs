using System;
using System.Collections.Generic;
using LossGen.Generators.Specs;
using LossGen.GeneratorTesting;
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
    public void A_fault_of_the_reader_is_a_problem_of_its_declaration_and_its_kernel_throws()
    {
        var compilation = GeneratorHost.Compilation(
            """
            using System;
            static partial class C { public static partial float Loss(ReadOnlySpan<float> logits); }
            """);
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("Loss")[0];
        var reading = FaultBarrier.Read(() => throw new InvalidOperationException("No roles."), method, default);
        reading.Spec.ShouldBeNull();
        var problem = reading.Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("LG0018");
        problem.Place.ShouldBe(method.Locations[0]);
        KernelModel.Of(reading).Reason.ShouldContain("could not generate 'Loss'");
        KernelModel.Of(reading).Reason.ShouldContain("InvalidOperationException, No roles.");
        KernelModel.Of(reading).Method!.Name.ShouldBe("Loss");
    }

    [Fact]
    public void A_cancelled_reading_stays_cancelled() =>
        Should.Throw<OperationCanceledException>(() => FaultBarrier.Read(() => throw new OperationCanceledException(), null!, default));

    [Fact]
    public void A_cancelled_run_stays_cancelled() =>
        Should.Throw<OperationCanceledException>(() => FaultBarrier.Write(() => throw new OperationCanceledException(), Method, _ => { }));
}
