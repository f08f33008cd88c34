namespace LossGen.Generators.Planning;

/// <summary>How rows and classes map to lanes and loops.</summary>
internal enum Schedule
{
    /// <summary>Rows across lanes: a block of rows is transposed in registers, and a vector holds one class of all of them.</summary>
    LanePerRow,

    /// <summary>Classes across lanes: a block of rows at a time, whose own numbers are computed together.</summary>
    RowBlock,

    /// <summary>Classes across lanes: one row at a time, in as many passes as its reductions need.</summary>
    RowStream,

    /// <summary>Positions across lanes, as they lie in memory: the only one for the layout N × classes × inner.</summary>
    PositionPerLane,

    /// <summary>Classes across lanes, one row at a time with the bits of <see cref="RowBlock"/>: for calls with a few rows.</summary>
    RowAlone,

    /// <summary>One row, a class per vector and one lane of it in use, with the bits of <see cref="LanePerRow"/>: for calls with one row.</summary>
    OneLane,

    /// <summary>Rows across lanes: a block of rows is transposed in memory, for a few classes whose number is known at run time only.</summary>
    RowPlanes,
}
