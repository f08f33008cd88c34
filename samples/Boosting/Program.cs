using System;
using System.Linq;
using System.Text;
using Boosting;
using Digits.Input;
using LossGen;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
const int Rounds = 30, Depth = 3;
const double Rate = 0.3, Lambda = 1;

var (training, test) = DigitFile.Load(null).Split();
var learned = new Table(training);
var unseen = new Table(test);
int[] rows = [.. Enumerable.Range(0, learned.Rows)];
double[] logits = new double[learned.Rows * DigitSet.Classes], testLogits = new double[unseen.Rows * DigitSet.Classes];
double[] gradient = new double[logits.Length], hessian = new double[logits.Length];
double[] testGradient = new double[testLogits.Length], testHessian = new double[testLogits.Length];
Console.WriteLine($"images          {learned.Rows} to learn from, {unseen.Rows} to test");
for (int round = 0; round <= Rounds; round++)
{
    double loss = Objective.Sum(logits, learned.Labels, gradient, hessian) / learned.Rows;
    if (round % 5 == 0)
    {
        double testLoss = Objective.Sum(testLogits, unseen.Labels, testGradient, testHessian) / unseen.Rows;
        double accuracy = Metrics.TopK(testLogits, unseen.Labels, DigitSet.Classes, 1);
        Console.WriteLine($"round {round,3}       loss {loss:f5}, test loss {testLoss:f5}, test accuracy {accuracy:f4}");
    }

    // One tree per class, all from the same derivatives.
    for (int label = 0; label < DigitSet.Classes && round < Rounds; label++)
    {
        Tree tree = Tree.Grow(learned, rows, new Derivatives(gradient, hessian, label), Lambda, Depth);
        Add(tree, learned, logits, label);
        Add(tree, unseen, testLogits, label);
        if (round == 0 && label == 0)
        {
            Console.WriteLine($"first split     pixel {tree.Root.Feature} at most {tree.Root.Threshold}, gain {tree.Root.Gain:f4}");
        }
    }
}

static void Add(Tree tree, Table table, double[] logits, int label)
{
    for (int row = 0; row < table.Rows; row++)
    {
        logits[(row * DigitSet.Classes) + label] += Rate * tree.Value(table, row);
    }
}
