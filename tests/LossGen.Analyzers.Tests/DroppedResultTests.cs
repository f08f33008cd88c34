using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class DroppedResultTests
{
    private static readonly RoslynTesting.CodeTest Only = Net with { Ids = [RuleIds.DroppedResult] };

    private static readonly RoslynTesting.CodeTest OnlyTorch = RealTorch with { Ids = [RuleIds.DroppedResult] };

    [Theory]
    [InlineData("{|LG1206:Math.Clamp(x, 1e-7, 1)|}; Use(-Math.Log(x));", "x = Math.Clamp(x, 1e-7, 1); Use(-Math.Log(x));")]
    [InlineData("{|LG1206:MathF.Max(f, 1e-7f)|}; Use(f);", "f = MathF.Max(f, 1e-7f); Use(f);")]
    public Task It_is_reported_and_fixed(string before, string after) => Only.Cures(RuleIds.DroppedResult).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("{|LG1206:x.clamp(1e-7, 1)|}; return torch.log(x);", "x = x.clamp(1e-7, 1); return torch.log(x);")]
    [InlineData("{|LG1206:torch.clamp(x, 1e-7, 1)|}; return torch.log(x);", "x = torch.clamp(x, 1e-7, 1); return torch.log(x);")]
    [InlineData("{|LG1206:F.softmax(x, 1)|}; return x;", "x = F.softmax(x, 1); return x;")]
    public Task Of_tensors_it_is_reported_and_fixed(string before, string after) => OnlyTorch.Cures(RuleIds.DroppedResult).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("x = Math.Clamp(x, 1e-7, 1); Use(-Math.Log(x));")]
    [InlineData("_ = Math.Max(x, 1);")]
    [InlineData("Use(Math.Min(x, 1));")]
    [InlineData("Action a = () => Math.Clamp(x, 1, 0); a();")]
    [InlineData("xs.Max();")]
    [InlineData("Math.Exp(x);")]
    [InlineData("double Clamp(double v, double a, double b) => v; Clamp(x, 0, 1);")]
    public Task Look_alikes_are_silent(string statements) => Only.Reports(Body(statements));

    [Theory]
    [InlineData("x.clamp_(1e-7, 1); return torch.log(x);")]
    [InlineData("x = x.clamp(1e-7, 1); return x;")]
    [InlineData("x.sigmoid_(); return x;")]
    public Task Look_alikes_of_tensors_are_silent(string statements) => OnlyTorch.Reports(TorchBody(statements));
}
