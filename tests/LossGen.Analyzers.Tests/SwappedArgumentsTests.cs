using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SwappedArgumentsTests
{
    [Theory]
    [InlineData("var output = x; var labels = y; return {|LG2208:F.binary_cross_entropy(labels, output)|};")]
    [InlineData("Tensor target = y, predicted = x; return {|LG2208:nn.CrossEntropyLoss().call(target, predicted)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var output = x; var labels = y; return {|LG2208:F.binary_cross_entropy(labels, output)|};", "var output = x; var labels = y; return F.binary_cross_entropy(output, labels);")]
    [InlineData("Tensor target = y, predicted = x; return {|LG2208:nn.CrossEntropyLoss().call(target, predicted)|};", "Tensor target = y, predicted = x; return nn.CrossEntropyLoss().call(predicted, target);")]
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.SwappedArguments).Fixes(TorchBody(before), TorchBody(after));

    [Fact]
    public Task Logits_are_no_labels() => Torch.Reports(TorchBody("var logits = x; var labels = y; return {|LG2208:nn.CrossEntropyLoss().call(labels, logits)|};"));

    [Theory]
    [InlineData("double CrossEntropy(double[] predicted, double[] expected) { double s = 0; for (int i = 0; i < predicted.Length; i++) s -= predicted[i] * {|LG2208:Math.Log(expected[i])|}; return s; }")]
    [InlineData("double Loss(double[] yHat, double[] target) => -yHat.Zip(target, (p, t) => (p, t)).Select(pair => pair.p).First() * 0 - yHat[0] * {|LG2208:Math.Log(target[0])|};")]
    public Task The_logarithm_of_a_target_is_reported(string method) => Net.Reports(Class("static " + method));

    // The right way round, with both terms, a divergence, and a loss that takes the other logarithm on purpose.
    [Theory]
    [InlineData("double CrossEntropy(double[] predicted, double[] expected) { double s = 0; for (int i = 0; i < predicted.Length; i++) s -= expected[i] * Math.Log(Math.Max(predicted[i], 1e-9)); return s; }")]
    [InlineData("double Loss(double[] predicted, double[] expected) { double s = 0; for (int i = 0; i < predicted.Length; i++) { double p = Math.Max(predicted[i], 1e-9); s -= expected[i] * Math.Log(p) + predicted[i] * Math.Log(expected[i] + 1e-4); } return s; }")]
    [InlineData("double ReverseCrossEntropyLoss(double[] predicted, double[] expected) { double s = 0; for (int i = 0; i < predicted.Length; i++) s -= predicted[i] * Math.Log(expected[i]); return s; }")]
    [InlineData("double KullbackLeiblerLoss(double[] predicted, double[] expected) { double s = 0; for (int i = 0; i < predicted.Length; i++) s -= predicted[i] * Math.Log(expected[i]); return s; }")]
    [InlineData("double LogScale(double[] predicted, double[] expected) { double s = 0; for (int i = 0; i < predicted.Length; i++) s -= predicted[i] * Math.Log(expected[i]); return s; }")]
    public Task Logarithms_of_the_right_one_or_on_purpose_are_not(string method) => Net.Reports(Class("static " + method));

    [Theory]
    [InlineData("var output = x; var labels = y; return F.binary_cross_entropy(output, labels);")]
    [InlineData("var logits = x; var labels = y; return F.cross_entropy(logits, labels);")]
    [InlineData("return F.cross_entropy(x, y);")]
    [InlineData("return F.cross_entropy(y, x);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("Tensor teacher, Tensor student", "return {|LG2208:F.kl_div(F.log_softmax(teacher, 1), F.log_softmax(student, 1))|};")]
    [InlineData("Tensor teacherLogits, Tensor studentLogits", "var p = (teacherLogits / 2.0).log_softmax(1); var q = studentLogits.view(-1, 10).log_softmax(1); return {|LG2208:F.kl_div(p, q)|};")]
    public Task A_divergence_of_the_teacher_from_the_student_is_reported(string parameters, string statements) => Torch.Reports(Names(parameters, statements));

    [Theory]
    [InlineData("Tensor teacher, Tensor student", "return F.kl_div(F.log_softmax(student, 1), F.log_softmax(teacher, 1));")]
    [InlineData("Tensor before, Tensor after", "return F.kl_div(F.log_softmax(before, 1), F.log_softmax(after, 1));")]
    [InlineData("Tensor teacher, Tensor mean", "return F.kl_div(F.log_softmax(teacher, 1), F.log_softmax(mean, 1));")]
    [InlineData("Tensor studentOfTeacher, Tensor student", "return F.kl_div(F.log_softmax(studentOfTeacher, 1), F.log_softmax(student, 1));")]
    public Task Other_divergences_are_not(string parameters, string statements) => Torch.Reports(Names(parameters, statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("var output = x; var labels = y; return F.binary_cross_entropy(labels, "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor, Tensor> f = (output, labels) => {|LG2208:F.cross_entropy(labels, output)|}; return f(x, y);"));

    private static string Names(string parameters, string statements) =>
        "using TorchSharp; using static TorchSharp.torch; using F = TorchSharp.torch.nn.functional; class C { Tensor M(" + parameters + ") { " + statements + " } }";
}
