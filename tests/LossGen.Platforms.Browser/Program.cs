using System;
using LossGen.Platforms;

// The runtime interprets here.
Checks.Run(Console.Out, isQuick: true);
