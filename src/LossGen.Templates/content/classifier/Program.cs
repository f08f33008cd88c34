using System;
using System.Globalization;
using Classifier;

const float Rate = 1;
var (features, targets) = Points.Draw(rows: 300, seed: 1);
float[] weights = new float[3 * 2];
float[] bias = new float[3];
float[] weightsGradient = new float[weights.Length];
float[] biasGradient = new float[bias.Length];

for (int epoch = 0; epoch <= 200; epoch++)
{
    float loss = Head.Loss(features, weights, bias, targets, weightsGradient, biasGradient, out int correct);
    if (epoch % 50 == 0)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch,3}  loss {loss:F4}  accuracy {(double)correct / targets.Length:P0}"));
    }

    Descend(weights, weightsGradient);
    Descend(bias, biasGradient);
}

static void Descend(float[] parameters, float[] gradient)
{
    for (int i = 0; i < parameters.Length; i++)
    {
        parameters[i] -= Rate * gradient[i];
    }
}
