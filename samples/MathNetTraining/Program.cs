using System;
using System.Linq;
using System.Text;
using Digits.Input;
using LossGen;
using MathNet.Numerics.LinearAlgebra;
using MathNetTraining;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
const int Hidden = 32, Classes = 10, BatchSize = 64, Epochs = 12;

var (training, test) = DigitFile.Load(null).Split();
Matrix<float> images = ImagesOf(training), testImages = ImagesOf(test);
var network = new Network(DigitSet.Features, Hidden, Classes, seed: 1);
Console.WriteLine($"images          {training.Rows} to learn from, {test.Rows} to test");
Console.WriteLine($"network         {DigitSet.Features} pixels, {Hidden} hidden, {Classes} classes");

int[] order = [.. Enumerable.Range(0, training.Rows)];
var random = new Random(1);
for (int epoch = 1; epoch <= Epochs; epoch++)
{
    random.Shuffle(order);
    double total = 0;
    foreach (int[] rows in order.Chunk(BatchSize))
    {
        Matrix<float> batch = Matrix<float>.Build.DenseOfRowVectors(rows.Select(row => images.Row(row)));
        total += rows.Length * network.Step(batch, [.. rows.Select(row => training.Labels[row])], rate: 0.05f, momentum: 0.9f);
    }

    if (epoch is 1 || epoch % 3 == 0)
    {
        Console.WriteLine($"epoch {epoch,2}        loss {total / training.Rows:f4}");
    }
}

Matrix<float> logits = network.Logits(testImages);
float loss = Losses.Evaluate(logits.AsColumnMajorArray(), test.Labels, inner: test.Rows, out int correct);
Console.WriteLine($"test            loss {loss:f4}, accuracy {correct / (double)test.Rows:f4}");

static Matrix<float> ImagesOf(DigitSet set) =>
    Matrix<float>.Build.Dense(set.Rows, DigitSet.Features, (row, column) => (float)set.Pixels[(row * DigitSet.Features) + column]);
