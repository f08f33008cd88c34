using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>A network that is a list of layers: what it ends in is what the last of them does.</summary>
public class ChainsTests
{
    private const string Layers = """
        interface ILayer { double[] Forward(double[] x); }
        class Dense : ILayer { public double[] Forward(double[] x) => x.Select(v => v * 2).ToArray(); }
        class SoftmaxLayer : ILayer
        {
            public double[] Forward(double[] x)
            {
                double m = x.Max();
                var e = x.Select(v => Math.Exp(v - m)).ToArray();
                double s = e.Sum();
                return e.Select(v => v / s).ToArray();
            }
        }

        """;

    private const string Each = " double[] Run(double[] x) { foreach (var layer in layers) x = layer.Forward(x); return x; }";
    private const string Counted = " double[] Run(double[] x) { var o = x; for (int i = 0; i < layers.Length; i++) { o = layers[i].Forward(o); } return o; }";
    private const string Loss = " double Nll(double[] x, int y) => -Math.Log(Run(x)[y]); }";

    [Theory]
    [InlineData("class Net { readonly List<ILayer> layers = new List<ILayer> { new Dense(), new SoftmaxLayer() };" + Each)]
    [InlineData("class Net { readonly List<ILayer> layers = [new Dense(), new SoftmaxLayer()];" + Each)]
    [InlineData("class Net { private ILayer[] layers = { new Dense(), new SoftmaxLayer() };" + Counted)]
    [InlineData("class Net { private ILayer[] layers; Net() { layers = new ILayer[] { new Dense(), new SoftmaxLayer() }; }" + Counted)]
    [InlineData("class Net { readonly List<ILayer> layers = new List<ILayer>(); Net(int depth) { for (int i = 0; i < depth; i++) layers.Add(new Dense()); layers.Add(new SoftmaxLayer()); }" + Each)]
    [InlineData("class Net { double[] Run(double[] x) { var layers = new List<ILayer> { new Dense(), new SoftmaxLayer() }; foreach (var layer in layers) { x = layer.Forward(x); } return x; }")]
    public async Task A_list_that_ends_in_a_softmax_is_one(string net) => (await Found(net + Loss)).ShouldBe(["LG1001"]);

    // It ends in something else, others may add to it, or the loop runs the other way.
    [Theory]
    [InlineData("class Net { readonly List<ILayer> layers = new List<ILayer> { new SoftmaxLayer(), new Dense() };" + Each)]
    [InlineData("class Net { readonly List<ILayer> layers = new List<ILayer> { new Dense(), new SoftmaxLayer() }; public void Add(ILayer layer) { layers.Add(layer); }" + Each)]
    [InlineData("class Net { readonly List<ILayer> layers = new List<ILayer>(); Net(bool ends) { layers.Add(new Dense()); if (ends) layers.Add(new SoftmaxLayer()); }" + Each)]
    [InlineData("class Net { readonly List<ILayer> layers = new List<ILayer>(); Net(ILayer last) { layers.Add(new SoftmaxLayer()); layers.Add(last); }" + Each)]
    [InlineData("class Net { readonly ILayer[] layers = { new Dense(), new SoftmaxLayer() }; double[] Run(double[] x) { for (int i = layers.Length - 1; i >= 0; i--) x = layers[i].Forward(x); return x; }")]
    [InlineData("class Net { readonly ILayer[] layers = { new Dense(), new SoftmaxLayer() }; double[] Run(double[] x) { double[] o = x; foreach (var layer in layers) { o = layer.Forward(o); o = o.Select(v => v + 1).ToArray(); } return o; }")]
    public async Task Others_are_silent(string net) => (await Found(net + " double Score(double[] x, int y) => Math.Log(Run(x)[y]); }")).ShouldBeEmpty();

    private static async Task<string[]> Found(string net) =>
        [.. (await Net.Found("using System;\nusing System.Collections.Generic;\nusing System.Linq;\n" + Layers + net)).Select(diagnostic => diagnostic.Id)];
}
