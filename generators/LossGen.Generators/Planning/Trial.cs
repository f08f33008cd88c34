namespace LossGen.Generators.Planning;

/// <summary>What tests and benchmarks ask of the planner.</summary>
/// <param name="Schedule">The schedule to take where it can be; none to choose.</param>
/// <param name="Bits">The only width of vectors to write beside the scalar body, 0 for none; not given to write all.</param>
internal readonly record struct Trial(Schedule? Schedule, int? Bits);
