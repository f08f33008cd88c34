using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class GuardWithoutEffectTests
{
    [Theory]
    [InlineData("f = Math.Clamp(f, 1e-8f, {|LG1202:1f - 1e-8f|}); Use(MathF.Log(1 - f));")]
    [InlineData("f = MathF.Min(f, {|LG1202:1 - 1e-10f|}); Use(MathF.Log(1 - f));")]
    [InlineData("const float eps = 1e-8f; f = Math.Clamp(f, eps, {|LG1202:1 - eps|}); Use(MathF.Log(1 - f));")]
    [InlineData("float eps = 1e-9f; f = Math.Max(eps, Math.Min({|LG1202:1f - eps|}, f)); Use(MathF.Log(1 - f));")]
    [InlineData("for (int i = 0; i < n; i++) { float p = Math.Clamp(fs[i], 1e-15f, {|LG1202:1f - 1e-15f|}); Use(MathF.Log(p) + MathF.Log(1 - p)); }")]
    [InlineData("Use({|LG1202:MathF.Log(MathF.Max(f, float.MinValue))|});")]
    [InlineData("Use({|LG1202:Math.Log(Math.Max(xs[k], double.MinValue))|});")]
    [InlineData("var p = Math.Max(fs[k], float.MinValue); Use(-{|LG1202:MathF.Log(p)|});")]
    public Task A_guard_without_effect_is_flagged(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("f = Math.Clamp(f, 1e-8f, {|LG1202:1f - 1e-8f|}); Use(MathF.Log(1 - f));", "f = Math.Clamp(f, 1e-8f, 1f - 1e-7f); Use(MathF.Log(1 - f));")]
    [InlineData("Use({|LG1202:MathF.Log(MathF.Max(f, float.MinValue))|});", "Use(MathF.Log(MathF.Max(f, 1e-30f)));")]
    [InlineData("Use({|LG1202:Math.Log(Math.Max(xs[k], double.MinValue))|});", "Use(Math.Log(Math.Max(xs[k], 1e-30)));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.GuardWithoutEffect).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("const float eps = 1e-8f; f = Math.Clamp(f, eps, {|LG1202:1 - eps|}); Use(MathF.Log(1 - f));")]
    public Task Without_a_fix(string statements) => Net.Cures(RuleIds.GuardWithoutEffect).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("f = Math.Clamp(f, 1e-7f, 1f - 1e-7f); Use(MathF.Log(1 - f));")]
    [InlineData("x = Math.Clamp(x, 1e-8, 1 - 1e-8); Use(Math.Log(1 - x));")]
    [InlineData("f = Math.Clamp(f, 1e-8f, 1f); Use(MathF.Log(f));")]
    [InlineData("f = Math.Clamp(f, 0f, 1f - 0f); Use(MathF.Log(1 - f));")]
    [InlineData("float eps = fs[0]; f = Math.Clamp(f, eps, 1f - eps); Use(MathF.Log(1 - f));")]
    [InlineData("f = Math.Clamp(f, 1e-8f, 2f - 1e-8f); Use(MathF.Log(f));")]
    [InlineData("f = MathF.Min(f, 1f - fs[0]); Use(MathF.Log(f));")]
    [InlineData("Use(Math.Log(Math.Max(x, 1e-8)));")]
    [InlineData("Use(Math.Log(Math.Max(x, 0)));")]
    [InlineData("Use(Math.Max(Math.Log(x), double.MinValue));")]
    [InlineData("Use(MathF.Log(MathF.Max(f, float.Epsilon)));")]
    public Task A_guard_that_works_is_not(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Tensor Loss(Tensor v) => {|LG1202:torch.where(v > 0, v.log(), zeros_like(v))|}.mean();")]
    [InlineData("Tensor Loss(Tensor v, Tensor t) => {|LG1202:torch.where(v <= 0, zeros_like(v), -(t * torch.log(v)))|}.mean();")]
    [InlineData("Tensor Loss(Tensor v) { var seen = v > 1e-8; var l = v.log2(); return -{|LG1202:torch.where(seen, l, zeros_like(v))|}.sum(); }")]
    public Task Where_does_not_guard_a_gradient(string member) => (Torch with { Ids = ["LG1202"] }).Reports(TorchBody("return x;", member));

    [Theory]
    [InlineData("Tensor Loss(Tensor v) { var safe = torch.where(v > 0, v, zeros_like(v) + 1); return torch.where(v > 0, safe.log(), zeros_like(v)).mean(); }")]
    [InlineData("Tensor Loss(Tensor v) => torch.where(v > 0, (v + 1e-8).log(), zeros_like(v)).mean();")]
    [InlineData("Tensor Loss(Tensor v) => torch.where(v > 0, v.clamp(1e-8).log(), zeros_like(v)).mean();")]
    [InlineData("Tensor Loss(Tensor v, Tensor mask) => torch.where(mask, v.log(), zeros_like(v)).mean();")]
    [InlineData("Tensor Loss(Tensor v) { using var _ = no_grad(); return torch.where(v > 0, v.log(), zeros_like(v)).mean(); }")]
    [InlineData("Tensor Scale(Tensor v) => torch.where(v > 0, v.log(), zeros_like(v));")]
    public Task Where_is_silent_elsewhere(string member) =>
        (Torch with { MayBeBroken = member.Contains("no_grad", System.StringComparison.Ordinal), Ids = ["LG1202"] }).Reports(TorchBody("return x;", member));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { float p; float P => {|LG1202:MathF.Log(MathF.Max(p, float.MinValue))|}; float Q { get { return MathF.Log(MathF.Max(p, ); } } }");
}
