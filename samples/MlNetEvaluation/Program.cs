using System;
using System.Linq;
using System.Text;
using Digits.Input;
using LossGen;
using LossGen.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetEvaluation;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
const int Classes = 10;

var (training, test) = DigitFile.Load(null).Split();
Image[] images = Image.Of(training), testImages = Image.Of(test);
Console.WriteLine($"images              {images.Length} to learn from, {testImages.Length} to test");

// ML.NET's softmax regression, on one thread so that every run gives the same.
var context = new MLContext(seed: 1);
var trainer = context.Transforms.Conversion.MapValueToKey("Label")
    .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
        new() { L1Regularization = 0, L2Regularization = 0.1f, NumberOfThreads = 1 }));
var trained = trainer.Fit(context.Data.LoadFromEnumerable(images));
IDataView scored = trained.Transform(context.Data.LoadFromEnumerable(testImages));
MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(scored);

// Its column of scores as rows of probabilities, one behind the other.
float[] probabilities = [.. scored.GetColumn<float[]>("Score").SelectMany(row => row)];
int[] labels = [.. testImages.Select(image => (int)image.Label)];
var report = ClassificationReport.Of(Array.ConvertAll(probabilities, p => (double)p), labels, Classes);
Console.WriteLine($"log loss            ML.NET {metrics.LogLoss:f5}, LossGen {report.LogLoss:f5}");
Console.WriteLine($"accuracy            ML.NET {metrics.MicroAccuracy:f5}, LossGen {report.Accuracy:f5}");
Console.WriteLine($"macro F1            {report.MacroF1:f5}");
Console.WriteLine($"calibration error   {report.CalibrationError:f5}");
Console.WriteLine($"AUROC               {Metrics.Auroc(probabilities, labels, Classes):f5}");

// The same model by LossGen, which hands out logits. A hopeless image shows the difference: every pixel 100 times as bright.
float[] features = [.. images.SelectMany(image => image.Features)];
var model = SoftmaxRegression.Fit(features, DigitSet.Features, [.. images.Select(image => (int)image.Label)]);
Image hopeless = new() { Label = 0, Features = Array.ConvertAll(testImages[^1].Features, pixel => 100 * pixel) };
double[] logits = new double[Classes];
model.DecisionFunction(hopeless.Features, logits);
var ofHopeless = context.MulticlassClassification.Evaluate(trained.Transform(context.Data.LoadFromEnumerable([hopeless])));
Console.WriteLine($"hopeless image      ML.NET {ofHopeless.LogLoss:f2}, LossGen {Losses.Loss(logits, [0]):f2}");
