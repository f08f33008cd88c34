using System;
using System.Collections.Generic;

namespace LossGen.Site;

/// <summary>Links that lead nowhere, one a line: the page, the line and the link.</summary>
public sealed class DeadLinkException(IEnumerable<string> links) : Exception(string.Join("\n", links));
