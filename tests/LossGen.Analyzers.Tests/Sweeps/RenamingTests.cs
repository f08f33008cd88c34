using System;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Sweeps;

/// <summary>A variable that is called after the softmax it held may be renamed along with the fix that makes it hold logarithms.</summary>
public class RenamingTests
{
    [Theory]
    [InlineData(
        "var softmax = new double[xs.Length];\nStableMath.Softmax(xs, softmax);\nUse(-Math.Log(softmax[k]));",
        "var logSoftmax = new double[xs.Length];\nStableMath.LogSoftmax(xs, logSoftmax);\nUse(-logSoftmax[k]);")]
    [InlineData(
        "var _probs = new double[xs.Length];\nStableMath.Softmax(xs, _probs);\nUse(-Math.Log(_probs[k]));",
        "var _logProbs = new double[xs.Length];\nStableMath.LogSoftmax(xs, _logProbs);\nUse(-_logProbs[k]);")]
    public async Task A_variable_called_softmax_can_be_renamed(string before, string after)
    {
        string[] sources = (await FixSites.Net.Offered(Test.Body(before), FixSites.Fixes)).Select(offer => offer.Source).ToArray();
        sources.Length.ShouldBe(2, "the plain fix comes first");
        sources[1].ShouldBe(Test.Body(after));
    }

    [Fact]
    public async Task A_tensor_called_softmax_can_be_renamed_too()
    {
        (string title, string source) = (await FixSites.Torch.Offered(Test.TorchBody("var softmax = torch.log(F.softmax(x, 1));\nreturn softmax;"), FixSites.Fixes))[1];
        title.ShouldBe("LG1001 Call log_softmax and rename 'softmax' to 'logSoftmax'");
        source.ShouldBe(Test.TorchBody("var logSoftmax = F.log_softmax(x, 1);\nreturn logSoftmax;"));
    }

    [Theory]
    [InlineData("var logSoftmax = 0; var softmax = new double[xs.Length];\nStableMath.Softmax(xs, softmax);\nUse(logSoftmax - Math.Log(softmax[k]));")]
    [InlineData("var row = new double[xs.Length];\nStableMath.Softmax(xs, row);\nUse(-Math.Log(row[k]));")]
    [InlineData("var logProbs = new double[xs.Length];\nStableMath.Softmax(xs, logProbs);\nUse(-Math.Log(logProbs[k]));")]
    public async Task No_other_name_is_touched(string statements)
    {
        (await FixSites.Net.Offered(Test.Body(statements), FixSites.Fixes)).ShouldHaveSingleItem().Title
            .Contains("rename", StringComparison.Ordinal).ShouldBeFalse();
    }
}
