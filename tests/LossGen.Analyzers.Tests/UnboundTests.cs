using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Files that are looked at without one of their libraries, or with another version of it.</summary>
public class UnboundTests
{
    private static readonly CodeTest WithoutTensors = Net with { References = References.Framework };

    [Theory]
    [InlineData("var h = x.newest_member(3); return F.cross_entropy({|LG2001:h.softmax(1)|}, y);")]
    [InlineData("var h = x.newest_member(3); return {|LG1001:h.softmax(1).log()|};")]
    [InlineData("var h = x.newest_member(3); return {|LG1001:torch.log(F.softmax(h, 1) + 1e-8)|};")]
    [InlineData("var h = {|LG1001:torch.log(F.softmax(NewestFunction(x), 1))|}; return h;")]
    [InlineData("return F.cross_entropy({|LG2001:x.newest_member(3).softmax(dim: -1)|}, y, newest_option: true);")]
    [InlineData("var model = nn.Sequential(NewestLayer(10, 10), nn.Softmax(1)); return F.cross_entropy({|LG2001:model.forward(x)|}, y);")]
    [InlineData("var model = nn.Sequential((\"a\", NewestLayer(10, 10)), (\"b\", nn.Softmax(1))); var loss = nn.CrossEntropyLoss(newest_option: 1); return loss.forward({|LG2001:model.forward(x)|}, y);")]
    [InlineData("return {|LG2005:F.kl_div(x.log_softmax(1), y.newest_member().softmax(1))|};")]
    public Task A_member_that_this_version_lacks_hides_nothing(string statements) => (Torch with { MayBeBroken = true }).Reports(TorchBody(statements));

    [Theory]
    [InlineData("var h = x.newest_member(3); return F.cross_entropy(h, y);")]
    [InlineData("var h = x.newest_member(3); return h.log_softmax(1);")]
    [InlineData("var h = x.newest_member(3).softmax(1); return h.newest_member(0).log();")]
    [InlineData("return F.cross_entropy(x.softmax(1).newest_member(2), y);")]
    [InlineData("var model = nn.Sequential(NewestLayer(10, 10), nn.Softmax(1), NewestLayer(10, 10)); return F.cross_entropy(model.forward(x), y);")]
    [InlineData("return F.cross_entropy(x.softmax(1));")]
    [InlineData("return y.newest_member().log(y.softmax(1));")]
    public Task Nothing_is_read_into_what_is_not_known(string statements) => (Torch with { MayBeBroken = true }).Reports(TorchBody(statements));

    [Theory]
    [InlineData("using NumSharp; class C { NDArray P(NDArray x) { var e = np.exp(x); return {|LG1101:e / np.sum(e, axis: 1)|}; } }")]
    [InlineData("using Numpy; class C { NDarray P(NDarray x) => {|LG1101:np.exp(x) / np.exp(x).sum()|}; }")]
    [InlineData("using NumpyDotNet; class C { ndarray P(ndarray x, ndarray y) { var p = 1 / (1 + np.exp(-x)); return {|LG1002:np.log(p)|} * y; } }")]
    [InlineData("using TorchSharp; using F = TorchSharp.torch.nn.functional; class C { object L(torch.Tensor x, torch.Tensor y) => F.cross_entropy({|LG2001:torch.softmax(x, 1)|}, y); }")]
    [InlineData("using static TorchSharp.torch; class C { object L(Tensor x) { var p = softmax(x, 1); return -{|LG1001:p.log()|}.mean(); } }")]
    [InlineData("using static TorchSharp.torch.nn; class C { object L(Tensor x, Tensor y) { var model = Sequential((\"a\", Linear(3, 4)), (\"b\", Sigmoid())); var loss = BCEWithLogitsLoss(); return loss.forward({|LG2001:model.forward(x)|}, y); } }")]
    [InlineData("using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; class C { private readonly CrossEntropyLoss loss = nn.CrossEntropyLoss(); private readonly Sequential model = nn.Sequential(nn.Linear(3, 4), nn.Softmax(1)); object L(Tensor x, Tensor y) => loss.call({|LG2001:model.call(x)|}, y); }")]
    [InlineData("using TorchSharp; using static TorchSharp.torch; class C { object L(Tensor x, Tensor y) { var loss = nn.NLLLoss(); return loss.forward({|LG2003:nn.functional.softmax(x, 1)|}, y); } }")]
    [InlineData("using static TorchSharp.torch.nn; class C { private Module<Tensor, Tensor>? model; private Loss<Tensor, Tensor, Tensor>? loss; void Make(int n) { model = Sequential((\"a\", Linear(n, 4)), (\"b\", Sigmoid())); loss = BCEWithLogitsLoss(); } object L(Tensor x, Tensor y) => loss!.forward({|LG2001:model!.forward(x)|}, y); }")]
    [InlineData("using TorchSharp; using F = TorchSharp.torch.nn.functional; class C { object L(torch.Tensor x, torch.Tensor t) => {|LG2005:F.kl_div(F.log_softmax(x, 1), F.softmax(t, 1))|}; }")]
    [InlineData("using TorchSharp; using static TorchSharp.torch; class C { object L(Tensor x, Tensor t) { var kl = nn.KLDivLoss(); return {|LG2005:kl.call(x.log_softmax(1), t.softmax(1))|}; } }")]
    [InlineData("using TorchSharp; using F = TorchSharp.torch.nn.functional; class C { object L(torch.Tensor x, torch.Tensor t) => {|LG2207:F.cross_entropy(x, t).mean()|}; }")]
    [InlineData("using CNTK; class C { object L(Function z, Variable y) { var p = CNTKLib.Softmax(z); return CNTKLib.CrossEntropyWithSoftmax({|LG2001:new Variable(p)|}, y); } }")]
    [InlineData("using Tensorflow; using static Tensorflow.Binding; class C { object L(Tensor x, Tensor y) { var p = tf.nn.softmax(x); return -tf.reduce_sum(y * {|LG1001:tf.math.log(p)|}); } }")]
    [InlineData("using Tensorflow; using static Tensorflow.Binding; class C { object L(Tensor x, Tensor y) => tf.nn.softmax_cross_entropy_with_logits(labels: y, logits: {|LG2001:tf.nn.softmax(x)|}); }")]
    [InlineData("using Tensorflow; using static Tensorflow.KerasApi; class C { void M() { var layers = keras.layers; var x = layers.Dense(3, activation: \"softmax\").Apply(null); var model = keras.Model(x, x); model.compile(keras.optimizers.Adam(), {|LG2014:keras.losses.CategoricalCrossentropy(from_logits: true)|}, new[] { \"acc\" }); } }")]
    [InlineData("using Tensorflow; using static Tensorflow.KerasApi; class C { void M() { var x = keras.layers.Dense(3).Apply(null); var loss = keras.losses.SparseCategoricalCrossentropy(); var model = keras.Model(x, x); model.compile(optimizer: keras.optimizers.Adam(), loss: loss); } }", "LG2014:keras.losses.SparseCategoricalCrossentropy()")]
    [InlineData("using System; using Foreign; class C { double L(double y, double z) => {|LG1004:Special.Log1p(Math.Exp(-y * z))|}; }")]
    [InlineData("using System; using System.Numerics.Tensors; class C { void M(float[] x, Span<float> p) => {|LG3001:TensorPrimitives.SoftMax(x, p)|}; }")]
    [InlineData("using System; using System.Numerics.Tensors; class C { void M(double[] x, Foreign p) { {|LG3001:TensorPrimitives.SoftMax(x, p)|}; } }")]
    public Task A_library_that_is_missing_is_known_by_its_names(string source, string? marked = null) =>
        (WithoutTensors with { MayBeBroken = true }).Reports(marked is null ? source : source.Replace(marked[7..], "{|" + marked + "|}", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("F.kl_div(F.log_softmax(x, 1), F.softmax(t, 1), false)")]
    [InlineData("F.kl_div(F.log_softmax(x, 1), F.softmax(t, 1), log_target: false)")]
    [InlineData("F.kl_div(F.log_softmax(x, 1), F.softmax(t, 1), reduction: Reduction.Sum, log_target: Options.Log)")]
    [InlineData("F.cross_entropy(x, t, reduction: Reduction.None).mean()")]
    [InlineData("F.cross_entropy(x, t, null, -100, Reduction.None).mean()")]
    public Task What_is_passed_to_a_library_that_is_missing_is_no_default(string expression) => (Net with { MayBeBroken = true }).Reports(
        "using TorchSharp; using F = TorchSharp.torch.nn.functional; class C { object L(torch.Tensor x, torch.Tensor t) => " + expression + "; }");

    [Theory]
    [InlineData("using NumSharp; class C { NDArray P(NDArray x) { var e = np.exp(x - np.amax(x, 1, keepdims: true)); return e / np.sum(e, axis: 1); } }")]
    [InlineData("using Numpy; class C { NDarray S(NDarray x) => 1.0 / (1 + (-x).exp()); }")]
    [InlineData("using Numpy; class C { object E(NDarray counts) => np.log(counts / counts.sum() + 1); }")]
    [InlineData("class C { object P(Foreign x) => np.exp(x) / np.sum(np.exp(x)); }")]
    [InlineData("using Other; class C { object L(Tensor x, Tensor y) => F.cross_entropy(F.softmax(x, 1), y); }")]
    [InlineData("using Tensorflow; using static Tensorflow.Binding; class C { object L(Tensor x, Tensor y) => -tf.reduce_sum(y * tf.math.log(tf.maximum(x, 1e-7f))); }")]
    [InlineData("using Tensorflow; using static Tensorflow.Binding; class C { object L(Tensor x, Tensor y) => tf.nn.softmax_cross_entropy_with_logits(labels: tf.nn.softmax(y), logits: x); }")]
    [InlineData("using Other; class C { object L(Tensor x, Tensor y) => tf.nn.softmax_cross_entropy_with_logits(labels: y, logits: tf.nn.softmax(x)); }")]
    [InlineData("using static TorchSharp.torch.nn; class C { object L(Tensor x, Tensor y) { var model = Sequential((\"a\", Sigmoid()), (\"b\", Linear(3, 4))); var loss = BCEWithLogitsLoss(); return loss.forward(model.forward(x), y); } }")]
    [InlineData("using static TorchSharp.torch.nn; class C { object L(Tensor x, Tensor y) { var model = Sequential(Linear(3, 4), LogSoftmax(1)); var loss = NLLLoss(); return loss.forward(model.forward(x), y); } }")]
    [InlineData("using static TorchSharp.torch.nn; class C { object L(Tensor x, Tensor y, Layer[] rest) { var model = Sequential(rest); var loss = CrossEntropyLoss(); return loss.forward(model.forward(x), y); } }")]
    [InlineData("using CNTK; class C { object L(Function z, Variable y) => CNTKLib.CrossEntropyWithSoftmax(new Variable(z), y); }")]
    [InlineData("using Tensorflow; using static Tensorflow.KerasApi; class C { void M() { var x = keras.layers.Dense(3).Apply(null); var model = keras.Model(x, x); model.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(from_logits: true), new[] { \"acc\" }); } }")]
    [InlineData("using System; using Foreign; class C { double L(double z) => Special.Log1p(Math.Exp(-Math.Abs(z))); }")]
    [InlineData("using System; using Foreign; class C { double L(double z) => Account.Log1p(Math.Exp(z)); }")]
    [InlineData("using System.Numerics.Tensors; class C { void M(float[] x, float[] p) { var top = TensorPrimitives.Max(x); TensorPrimitives.Subtract(x, top, p); TensorPrimitives.SoftMax(p, p); } }")]
    [InlineData("class C { void M(float[] x, float[] p) => TensorPrimitives.SoftMax(x, p); class TensorPrimitives { public static void SoftMax(float[] x, float[] p) { } } }")]
    public Task Code_without_its_library_is_not_suspect_for_that(string source) => (WithoutTensors with { MayBeBroken = true }).Reports(source);

    [Theory]
    [InlineData("MathF.Exp((float)z)", "88.7")]
    [InlineData("Math.Exp(z)", "709.8")]
    public async Task The_exponential_says_where_it_overflows(string exp, string limit) =>
        (await (Net with { MayBeBroken = true }).Found("using System; class C { object L(double z) => Special.Log1p(" + exp + "); }"))
            .ShouldHaveSingleItem().GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(limit);

    [Theory]
    [InlineData("object P(Session session) { var scores = session.Run().Values(); var all = scores.Sum(s => Math.Exp(s)); return scores.Select(s => {|LG1101:Math.Exp(s) / all|}).ToArray(); }")]
    [InlineData("object P(Session session) { var raised = session.Run().Values().Select(s => MathF.Exp(s)).ToArray(); var all = raised.Sum(); return raised.Select(r => {|LG1101:r / all|}); }")]
    [InlineData("object P(Session session, string[] names) { var raised = session.Run().Select(s => Math.Exp(s)); var all = raised.Sum(); return names.Zip(raised, (n, r) => n + ({|LG1101:r / all|})); }")]
    public Task Linq_is_known_on_values_of_unknown_types(string member) => (Net with { MayBeBroken = true }).Reports("using System; using System.Linq; class C { " + member + " }");

    [Theory]
    [InlineData("object P(Session session) { var scores = session.Run().Values(); var top = scores.Max(); var all = scores.Sum(s => Math.Exp(s - top)); return scores.Select(s => Math.Exp(s - top) / all).ToArray(); }")]
    [InlineData("object P(Session session) { var scores = session.Run().Values(); var all = scores.Sum(1); return scores.Select(s => Math.Exp(s) / all).ToArray(); }")]
    [InlineData("object P(Session session) { var raised = session.Run().Select(Math.Exp, 1); var all = raised.Sum(); return raised.Divide(all); }")]
    public Task Other_functions_of_such_values_are_not(string member) => (Net with { MayBeBroken = true }).Reports("using System; using System.Linq; class C { " + member + " }");
}
