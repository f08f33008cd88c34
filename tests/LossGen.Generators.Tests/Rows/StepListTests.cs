using System;
using LossGen.Generators.Rows;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Rows;

public sealed class StepListTests
{
    private readonly StepList steps = new();

    [Fact]
    public void A_name_may_be_asked_for_again_and_is_one_step()
    {
        steps.Defined("power", Expr.One).ShouldBe(steps.Defined("power", Expr.One));
        steps.Reduced("sum", ReduceOp.Sum, Expr.One).ShouldBe(steps.Reduced("sum", ReduceOp.Sum, Expr.One));
        steps.Statements.Count.ShouldBe(2);
    }

    [Fact]
    public void A_name_for_another_value_is_a_fault_and_no_silent_mistake()
    {
        steps.Defined("power", Expr.One);
        Should.Throw<InvalidOperationException>(() => steps.Defined("power", Expr.Zero)).Message.ShouldContain("'power'");
        Should.Throw<InvalidOperationException>(() => steps.Reduced("power", ReduceOp.Sum, Expr.One));
    }

    [Fact]
    public void Values_that_share_a_hint_get_names_of_their_own() =>
        steps.Shared("power", Expr.One).ShouldNotBe(steps.Shared("power", Expr.Zero));
}
