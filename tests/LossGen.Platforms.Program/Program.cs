using System;
using System.Linq;
using LossGen.Platforms;

// --quick: fewer rows and values, for a machine that interprets.
return Checks.Run(Console.Out, isQuick: args.Contains("--quick")) ? 0 : 1;
