using System;
using System.Linq;
using Orleans;

namespace Cluster.Data;

/// <summary>Input that cannot be used. The message is one line that says what and where; it travels from a silo to the client.</summary>
[GenerateSerializer]
public sealed class BadInputException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public BadInputException(string message)
        : base(string.Concat(message.Select(character => char.IsControl(character) ? '\ufffd' : character)))
    {
    }
}
