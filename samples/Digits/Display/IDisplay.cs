using System;
using Digits.Input;
using Digits.Training;
using LossGen.Models;

namespace Digits.Display;

/// <summary>Where the program shows itself.</summary>
internal interface IDisplay
{
    void Start(string source, DigitSet data);

    /// <summary>Runs the training and shows its iterations meanwhile.</summary>
    SoftmaxRegression Train(Func<IProgress<FitProgress>, SoftmaxRegression> fit);

    void Finish(Outcome outcome);
}
