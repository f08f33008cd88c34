using System;

namespace Cluster;

/// <summary>A cluster that does not start or does not answer. The message is one line.</summary>
internal sealed class ClusterException(string message, Exception? inner = null) : Exception(message, inner);
