using System;
using System.Globalization;
using Fresh;

// Row 0: ten equal logits. Row 1: a confident one.
float[] logits = new float[20];
logits[17] = 20;
int[] targets = [3, 7];
float[] gradient = new float[20];
double[] wide = new double[1000];

Print("loss", DigitLoss.Loss(logits, targets));
Print("smoothed", DigitLoss.Smoothed(logits, targets, gradient));
Print("gradient", gradient[3]);
Print("wide", DigitLoss.Wide(wide, [999], wide));

static void Print(string name, double value) => Console.WriteLine(name + " " + value.ToString("R", CultureInfo.InvariantCulture));
