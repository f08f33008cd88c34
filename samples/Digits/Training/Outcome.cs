using System;
using Digits.Model;

namespace Digits.Training;

/// <summary>What training came to.</summary>
internal sealed record Outcome(
    Step Last,
    double DataTerm,
    Evaluation Training,
    Evaluation? Test,
    TimeSpan Time,
    double KernelRowsPerSecond);
