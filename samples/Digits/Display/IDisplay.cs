using System;
using System.Collections.Generic;
using Digits.Input;
using Digits.Training;

namespace Digits.Display;

/// <summary>Where the program shows itself.</summary>
internal interface IDisplay
{
    void Start(string source, DigitSet data);

    /// <summary>Runs the training, step by step, and shows it meanwhile.</summary>
    void Train(IEnumerable<Step> steps, Action<Step> taken);

    void Finish(Outcome outcome);
}
