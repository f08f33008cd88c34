using System;
using System.Linq;
using System.Text;
using LossGen;
using Segmentation;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
const int Learned = 8, Tested = 4, Steps = 100;

Scene[] learned = [.. Enumerable.Range(1, Learned).Select(Scene.Of)], tested = [.. Enumerable.Range(101, Tested).Select(Scene.Of)];
float[][] images = [.. learned.Select(Features.Of)];
byte[] labels = [.. learned.SelectMany(scene => scene.Labels)];
int[] counts = [.. Enumerable.Range(0, Scene.Classes).Select(k => labels.Count(label => label == k))];
Console.WriteLine($"images          {Learned} to learn from, {Tested} to test, {Scene.Width} × {Scene.Height} pixels");
Console.WriteLine($"pixels          {string.Join(", ", Scene.Names.Zip(counts, (name, count) => $"{name} {count}"))}");
Console.WriteLine($"left out        {labels.Count(label => label == Scene.Unlabelled)} pixels at borders");

// A road has few pixels: weights give every class the same share of the loss.
float[] weights = Array.ConvertAll(ClassWeights.Balanced(counts), weight => (float)weight);
var layer = new PointwiseLayer();
float[] gradient = new float[Learned * Scene.Classes * Scene.Pixels];
int[] predictions = new int[Learned * Scene.Pixels];
for (int step = 0; step <= Steps; step++)
{
    float loss = PixelLoss.Loss(layer.Logits(images), labels, Scene.Pixels, weights, gradient, predictions);
    if (step % 20 == 0)
    {
        Console.WriteLine($"step {step,4}       loss {loss:f5}");
    }

    layer.Step(images, gradient, rate: 2, momentum: 0.9f);
}

// The test images: their classes are predicted by the same kernel.
byte[] truth = [.. tested.SelectMany(scene => scene.Labels)];
int[] predicted = new int[Tested * Scene.Pixels];
float[] unused = new float[Tested * Scene.Classes * Scene.Pixels];
float testLoss = PixelLoss.Loss(layer.Logits([.. tested.Select(Features.Of)]), truth, Scene.Pixels, weights, unused, predicted);
var matrix = Metrics.ConfusionMatrix(predicted, Array.ConvertAll(truth, label => (int)label), Scene.Classes, Scene.Unlabelled);
Console.WriteLine($"test loss       {testLoss:f5}");
Console.WriteLine($"test accuracy   {matrix.Accuracy:f4}");
Console.WriteLine($"mean IoU        {matrix.MeanIoU:f4}");
for (int k = 0; k < Scene.Classes; k++)
{
    Console.WriteLine($"IoU of {Scene.Names[k],-9}{matrix.IoU(k):f4}");
}

Console.WriteLine();
Console.WriteLine(Picture.Of(tested[0].Labels, predicted.AsSpan(0, Scene.Pixels)));
