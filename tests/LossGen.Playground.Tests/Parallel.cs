using Xunit;

// The browser tests measure time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
