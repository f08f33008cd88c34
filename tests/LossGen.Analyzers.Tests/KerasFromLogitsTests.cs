using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class KerasFromLogitsTests
{
    [Theory]
    [InlineData("var o = layers.Dense(10).Apply(x); var m = keras.Model(x, o); m.compile(optimizer, {|LG2014:keras.losses.SparseCategoricalCrossentropy()|});")]
    [InlineData("var m = keras.Sequential(new List<ILayer> { layers.Flatten(), layers.Dense(128, activation: \"relu\"), layers.Dense(10, activation: \"softmax\") }); m.compile(optimizer, {|LG2014:keras.losses.CategoricalCrossentropy(from_logits: true)|}, new[] { \"acc\" });")]
    [InlineData("var o = layers.Dense(10, keras.activations.Softmax).Apply(x); keras.Model(x, o).compile(optimizer, {|LG2014:keras.losses.SparseCategoricalCrossentropy(from_logits: true)|});")]
    [InlineData("var o = layers.Dense(1, keras.activations.Sigmoid).Apply(x); keras.Model(x, o).compile(optimizer, {|LG2014:keras.losses.BinaryCrossentropy(true)|});")]
    [InlineData("var o = layers.Softmax().Apply(layers.Dense(10).Apply(x)); keras.Model(x, o).compile(optimizer, {|LG2014:keras.losses.SparseCategoricalCrossentropy()|});")]
    public Task A_model_that_does_not_fit_its_loss_is_reported(string statements) => Tf.Reports(TfBody(statements));

    [Theory]
    [InlineData("var o = layers.Dense(10).Apply(x); var m = keras.Model(x, o); m.compile(optimizer, {|LG2014:keras.losses.SparseCategoricalCrossentropy()|});", "var o = layers.Dense(10).Apply(x); var m = keras.Model(x, o); m.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits: true));")]
    [InlineData("var o = layers.Dense(10, keras.activations.Softmax).Apply(x); keras.Model(x, o).compile(optimizer, {|LG2014:keras.losses.SparseCategoricalCrossentropy(from_logits: true)|});", "var o = layers.Dense(10, keras.activations.Softmax).Apply(x); keras.Model(x, o).compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits: false));")]
    [InlineData("var o = layers.Dense(1, keras.activations.Sigmoid).Apply(x); keras.Model(x, o).compile(optimizer, {|LG2014:keras.losses.BinaryCrossentropy(true)|});", "var o = layers.Dense(1, keras.activations.Sigmoid).Apply(x); keras.Model(x, o).compile(optimizer, keras.losses.BinaryCrossentropy(false));")]
    public Task It_is_fixed(string before, string after) => Tf.Cures(RuleIds.KerasFromLogits).Fixes(TfBody(before), TfBody(after));

    [Theory]
    [InlineData("var o = layers.Softmax().Apply(layers.Dense(10).Apply(x)); keras.Model(x, o).compile(optimizer, {|LG2014:keras.losses.SparseCategoricalCrossentropy()|});")]
    public Task Without_a_fix(string statements) => Tf.Cures(RuleIds.KerasFromLogits).OffersNoFix(TfBody(statements));

    [Theory]
    [InlineData("var o = layers.Dense(10).Apply(x); keras.Model(x, o).compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits: true));")]
    [InlineData("var o = layers.Dense(10, activation: \"softmax\").Apply(x); keras.Model(x, o).compile(optimizer, keras.losses.CategoricalCrossentropy());")]
    [InlineData("var o = layers.Dense(1, activation: \"sigmoid\").Apply(x); keras.Model(x, o).compile(optimizer, keras.losses.BinaryCrossentropy());")]
    [InlineData("keras.Model(x, y).compile(optimizer, keras.losses.SparseCategoricalCrossentropy());")]
    [InlineData("var o = layers.Dense(10).Apply(x); var m = keras.Model(x, o); m.compile(optimizer, keras.losses.CategoricalCrossentropy()); keras.Model(x, y).compile(optimizer, keras.losses.CategoricalCrossentropy());")]
    [InlineData("var o = layers.Dense(10).Apply(x); keras.Model(x, o).compile(\"adam\", \"mse\", new string[0]);")]
    public Task A_model_that_fits_is_not(string statements) => Tf.Reports(TfBody(statements));

    [Theory]
    [InlineData("Use({|LG1001:tf.log(tf.nn.softmax(x))|});")]
    [InlineData("var p = tf.nn.softmax(x); Use(-tf.reduce_sum(y * {|LG1001:tf.log(p + 1e-8)|}));")]
    [InlineData("Use(tf.nn.softmax_cross_entropy_with_logits(y, {|LG2001:tf.nn.softmax(x)|}));")]
    [InlineData("Use(tf.nn.sigmoid_cross_entropy_with_logits(labels: y, logits: {|LG2001:tf.sigmoid(x)|}));")]
    [InlineData("Use({|LG1003:tf.log(tf.reduce_sum(tf.exp(x)))|});")]
    [InlineData("Use({|LG1004:tf.math.log(1.0 + tf.exp(x))|});")]
    [InlineData("var e = tf.exp(x); Use({|LG1101:e / tf.reduce_sum(e, -1, keepdims: true)|});")]
    public Task The_functions_of_TensorFlow_are_known(string statements) => Tf.Reports(TfBody(statements));

    [Theory]
    [InlineData("Use(tf.nn.softmax_cross_entropy_with_logits(tf.nn.softmax(x), y));")]
    [InlineData("var e = tf.exp(x - tf.reduce_max(x, -1, keepdims: true)); Use(e / tf.reduce_sum(e, -1, keepdims: true));")]
    [InlineData("Use(tf.reduce_logsumexp(x)); Use(tf.nn.softmax(x)); Use(tf.log(tf.clip_by_value(x, 1e-7, 1.0)));")]
    public Task Good_uses_of_them_are_not(string statements) => Tf.Reports(TfBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Tf with { MayBeBroken = true }).Reports(TfBody("keras.Model(x, layers.Dense(10).Apply(x)).compile(optimizer, keras.losses.;"));
}
