using System;
using System.Linq;
using System.Text;
using Digits.Input;
using LossGen;
using LossGen.Models;
using Microsoft.ML.OnnxRuntime;
using OnnxEvaluation;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// A model of the sample's own. Yours is: new InferenceSession("model.onnx")
var (training, test) = DigitFile.Load(null).Split();
var fitted = SoftmaxRegression.Fit(training.Pixels, DigitSet.Features, training.Labels, new SoftmaxRegressionOptions { L2 = 1e-5 });
byte[] model = LinearModel.Write(
    [.. fitted.Coefficients.ToArray().Select(w => (float)w)], [.. fitted.Intercepts.ToArray().Select(b => (float)b)]);
using var session = new InferenceSession(model);
Console.WriteLine($"model               {model.Length} bytes, {DigitSet.Features} features, {fitted.Classes} classes");
Console.WriteLine($"images              {test.Rows}");

float[] images = Array.ConvertAll(test.Pixels, pixel => (float)pixel);
using var input = OrtValue.CreateTensorValueFromMemory(images, [test.Rows, DigitSet.Features]);
using var options = new RunOptions();
using var outputs = session.Run(options, ["features"], [input], ["logits"]);
float[] probabilities = new float[test.Rows * fitted.Classes], losses = new float[test.Rows];

// The evaluation.
ReadOnlySpan<float> logits = outputs[0].GetTensorDataAsSpan<float>();
double loss = Evaluation.Loss(logits, test.Labels, probabilities, losses, out int correct);
Console.WriteLine($"loss                {loss:f5}");
Console.WriteLine($"accuracy            {correct / (double)test.Rows:f5}");
Console.WriteLine($"calibration error   {Metrics.ExpectedCalibrationError(probabilities, test.Labels, fitted.Classes):f5}");

// What the logarithm of a probability makes of the same rows.
#pragma warning disable LG1001 // On purpose: this is what the warning is about.
float[] byHand = [.. test.Labels.Select((label, row) => -MathF.Log(probabilities[(row * fitted.Classes) + label]))];
#pragma warning restore LG1001
Console.WriteLine($"least loss          {losses.Min():g4}, by hand {byHand.Min()}");
Console.WriteLine($"losses of 0         {losses.Count(value => value == 0)}, by hand {byHand.Count(value => value == 0)}");
Console.WriteLine($"best temperature    {Calibration.FitTemperature(logits, test.Labels, fitted.Classes):f4}");
