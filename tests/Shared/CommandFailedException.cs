using System;

namespace LossGen.ProcessTesting;

/// <summary>A child process that failed, or did not end in time.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
