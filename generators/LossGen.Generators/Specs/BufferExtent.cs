namespace LossGen.Generators.Specs;

/// <summary>How many elements of a span belong to one row.</summary>
internal enum BufferExtent
{
    RowOfClasses,
    OnePerRow,

    /// <summary>The same elements for every row: one per class.</summary>
    OnePerClass,

    /// <summary>The same elements for every row: one per pair of a target's class and a class.</summary>
    ClassPairs,

    /// <summary>One bit per class of a row, in words of 64.</summary>
    WordsPerRow,

    /// <summary>The features of a row.</summary>
    RowOfFeatures,

    /// <summary>The same elements for every row: one per class and feature.</summary>
    WeightsOfClasses,

    /// <summary>Not a span: a number of the whole call.</summary>
    Number,
}
