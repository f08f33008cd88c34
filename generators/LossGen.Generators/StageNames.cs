namespace LossGen.Generators;

/// <summary>The pipeline's steps, by which tests ask what ran again.</summary>
internal static class StageNames
{
    public const string Read = "LossGen.Read";
    public const string Facts = "LossGen.Facts";
    public const string Plan = "LossGen.Plan";
}
