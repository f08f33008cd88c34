using System;
using LossGen.Numerics;
using Spectre.Console;

namespace SoftmaxRegressionSample.Sections;

/// <summary>
/// A neuron that is badly wrong learns slowly from the quadratic loss, whose gradient has the factor σ′, which is almost 0 there. The
/// cross-entropy's gradient is the error itself. The numbers are those of M. Nielsen, Neural Networks and Deep Learning (2015), chapter 3: input 1,
/// target 0, weight 2 and bias 2, so that the output starts at 0.98.
/// </summary>
/// <param name="Quadratic">The neuron's output before each step.</param>
/// <param name="CrossEntropy">The same with the cross-entropy.</param>
/// <param name="FirstQuadratic">The loss's first derivative with respect to the logit.</param>
/// <param name="FirstCrossEntropy">The same of the cross-entropy.</param>
internal sealed record Slowdown(double[] Quadratic, double[] CrossEntropy, double FirstQuadratic, double FirstCrossEntropy)
{
    public const int Steps = 300;
    private const int Every = 50;
    private const double Rate = 0.15;

    private delegate double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, Span<double> gradient);

    public static Slowdown Run()
    {
        var (quadratic, firstQuadratic) = Train(NeuronLosses.Quadratic);
        var (crossEntropy, firstCrossEntropy) = Train(NeuronLosses.CrossEntropy);
        return new Slowdown(quadratic, crossEntropy, firstQuadratic, firstCrossEntropy);
    }

    public void Print()
    {
        AnsiConsole.WriteLine($"Learning slowdown: the output of a neuron that should be 0, rate {Rate}");
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("    step  quadratic  cross-entropy");
        for (int step = 0; step <= Steps; step += Every)
        {
            AnsiConsole.WriteLine($"  {step,6}{Quadratic[step],11:F6}{CrossEntropy[step],15:F6}");
        }

        AnsiConsole.WriteLine($"  first gradient {FirstQuadratic:F6} against {FirstCrossEntropy:F6}, {FirstCrossEntropy / FirstQuadratic:F1} times as large");
        AnsiConsole.WriteLine();
    }

    private static (double[] Outputs, double FirstGradient) Train(Loss loss)
    {
        double weight = 2;
        double bias = 2;
        double first = 0;
        double[] outputs = new double[Steps + 1];
        double[] gradient = new double[1];
        for (int step = 0; step <= Steps; step++)
        {
            double logit = weight + bias;
            outputs[step] = StableMath.Sigmoid(logit);
            loss([logit], [false], gradient);
            first = step == 0 ? gradient[0] : first;

            // The input is 1, so that both have the logit's derivative.
            weight -= Rate * gradient[0];
            bias -= Rate * gradient[0];
        }

        return (outputs, first);
    }
}
