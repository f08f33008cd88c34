using System;
using System.Linq;
using System.Text;
using Digits.Input;
using LossGen;
using MultiLabel;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
const int Steps = 400;

var (training, test) = DigitFile.Load(null).Split();
float[] images = Array.ConvertAll(training.Pixels, pixel => (float)pixel);
ulong[] targets = Labels.Of(training.Labels);
Console.WriteLine($"images          {training.Rows} to learn from, {test.Rows} to test");

// A yes to a rare question weighs as much as all its noes together.
float[] posWeights =
[
    .. Enumerable.Range(0, LabelLoss.Count)
        .Select(label => Labels.Answers(targets, label).Count(isYes => isYes))
        .Select(yes => (float)(training.Rows - yes) / yes),
];
Console.WriteLine($"weight of a yes {string.Join(", ", Labels.Names.Zip(posWeights, (name, weight) => $"{name} {weight:f3}"))}");

var layer = new Layer(DigitSet.Features);
for (int step = 0; step <= Steps; step++)
{
    float loss = layer.Step(images, targets, posWeights, rate: 2, momentum: 0.9f);
    if (step % 100 == 0)
    {
        Console.WriteLine($"step {step,4}       loss {loss:f5}");
    }
}

// The test images. Probabilities lie image by image, so every fifth number is of one question.
ulong[] truth = Labels.Of(test.Labels);
float[] probabilities = new float[test.Rows * LabelLoss.Count];
float testLoss = LabelLoss.Evaluate(
    Array.ConvertAll(test.Pixels, pixel => (float)pixel), layer.Weights, layer.Bias, truth, probabilities);
Console.WriteLine($"test loss       {testLoss:f4}");
Console.WriteLine($"{"question",-16}{"yes",5}{"precision",11}{"recall",9}{"F1",9}{"AUROC",9}{"AP",9}{"Brier",9}");
bool[] allRight = [.. Enumerable.Repeat(true, test.Rows)];
for (int label = 0; label < LabelLoss.Count; label++)
{
    bool[] answers = Labels.Answers(truth, label);
    float[] p = [.. probabilities.Where((_, i) => i % LabelLoss.Count == label)];
    bool[] predicted = Array.ConvertAll(p, x => x > 0.5f);
    allRight = [.. allRight.Select((right, row) => right && predicted[row] == answers[row])];
    var matrix = Metrics.ConfusionMatrix(predicted, answers);
    Console.WriteLine(
        $"{Labels.Names[label],-16}{matrix.Support(1),5}{matrix.Precision(1),11:f4}{matrix.Recall(1),9:f4}{matrix.F1(1),9:f4}"
        + $"{Metrics.Auroc(p, answers),9:f4}{Metrics.AveragePrecision(p, answers),9:f4}{Metrics.Brier(p, answers),9:f4}");
}

Console.WriteLine($"all five right  {allRight.Count(right => right) / (double)test.Rows:f4}");
