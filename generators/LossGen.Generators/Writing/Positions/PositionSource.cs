using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.Positions;

/// <summary>Where a block of positions lies in memory, and how the loop over the blocks runs.</summary>
internal abstract class PositionSource(KernelSpec spec, VectorDialect v)
{
    protected KernelSpec Spec => spec;

    protected VectorDialect Vector => v;

    /// <summary>What the body does, in words.</summary>
    public abstract string Title { get; }

    /// <summary>The first row or position of a block, as C#.</summary>
    public abstract string First { get; }

    /// <summary>Whether all blocks are full ones, as C#; <c>null</c> where any block may be a partial one.</summary>
    public abstract string? IsFull { get; }

    /// <summary>Which blocks wait in memory of their own.</summary>
    public abstract string Copied { get; }

    /// <summary>Opens the loop over the blocks; <c>count</c> positions are in one, and its classes are <c>stride</c> elements apart.</summary>
    public abstract void OpenLoop(SourceWriter w);

    /// <summary>Goes on to the next block and closes the loop.</summary>
    public abstract void CloseLoop(SourceWriter w);

    /// <summary>A block's input with so many elements per position.</summary>
    /// <param name="buffer">The span.</param>
    /// <param name="perPosition">How many elements a position has, as C#.</param>
    /// <param name="part">The block's own memory.</param>
    public abstract string Read(KernelBuffer buffer, string perPosition, string part);

    /// <summary>Where a block's output goes first.</summary>
    public abstract string Write(KernelBuffer buffer, string part);

    /// <summary>Brings a block's output to its place.</summary>
    public abstract string Finish(KernelBuffer buffer, string part);
}

/// <summary>The layout N × classes × inner: positions are neighbours already, and only a block that is not full is copied.</summary>
internal sealed class StridedPositions(KernelSpec spec, VectorDialect v) : PositionSource(spec, v)
{
    public override string Title => $"{Vector.Lanes} positions at a time, one class after the other of {Spec.Classes.InWords} classes.";

    public override string First => "row";

    public override string? IsFull => null;

    public override string Copied => "the classes of a block that is not full";

    public override void OpenLoop(SourceWriter w)
    {
        w.Line("// the first row's plane and its position there");
        w.Line("int at = firstRow % inner;");
        w.Line($"nint place = ((nint)(firstRow / inner) * {Spec.Classes} * inner) + at;");
        w.Open("for (int row = firstRow; row < firstRow + rows; )");
        w.Line($"int count = Math.Min({Vector.Lanes}, Math.Min(inner - at, firstRow + rows - row));");
        w.Line($"nuint stride = count == {Vector.Lanes} ? (nuint)inner : {Vector.Lanes};");
    }

    public override void CloseLoop(SourceWriter w)
    {
        w.Blank();
        w.Line("row += count;");
        w.Line("place += count;");
        w.Line("at += count;");
        w.Open("if (at == inner)");
        w.Line("at = 0;");
        w.Line($"place += ((nint){Spec.Classes} - 1) * inner;");
        w.Close();
        w.Close();
    }

    public override string Read(KernelBuffer buffer, string perPosition, string part) =>
        $"Planes.Read(ref {Place(buffer)}, inner, {perPosition}, count, {Vector.Lanes}, ref {part})";

    public override string Write(KernelBuffer buffer, string part) => $"Planes.Write(ref {Place(buffer)}, count, {Vector.Lanes}, ref {part})";

    public override string Finish(KernelBuffer buffer, string part) =>
        $"Planes.Finish(ref {Place(buffer)}, inner, {Spec.Classes}, count, {Vector.Lanes}, ref {part});";

    private string Place(KernelBuffer buffer)
    {
        string start = buffer.Extent != BufferExtent.WordsPerRow ? "place"
            : $"((nint)(row / inner) * {MaskText.Words(Spec.Classes)} * inner) + at";
        return $"Unsafe.Add(ref {BodyMethod.First(buffer)}, {start})";
    }
}

/// <summary>Rows of neighbouring classes: every block is transposed on its way to memory of its own, and back.</summary>
internal sealed class TransposedRows(KernelSpec spec, VectorDialect v) : PositionSource(spec, v)
{
    public override string Title => $"{Vector.Lanes} rows at a time, transposed in memory: a plane holds one class of {Vector.Lanes} rows.";

    public override string First => "block";

    public override string? IsFull => $"rows % {Vector.Lanes} == 0";

    public override string Copied => "the block's planes";

    public override void OpenLoop(SourceWriter w)
    {
        w.Line($"const nuint stride = {Vector.Lanes};");
        w.Open($"for (int block = 0; block < rows; block += {Vector.Lanes})");
        w.Line($"int count = Math.Min({Vector.Lanes}, rows - block);");
    }

    public override void CloseLoop(SourceWriter w) => w.Close();

    public override string Read(KernelBuffer buffer, string perPosition, string part) =>
        $"RowPlanes.Read(ref {Place(buffer)}, {perPosition}{Step(buffer)}, count, {Vector.Lanes}, ref {part})";

    public override string Write(KernelBuffer buffer, string part) => part;

    public override string Finish(KernelBuffer buffer, string part) =>
        $"RowPlanes.Write(ref {Place(buffer)}, {Spec.Classes}{Step(buffer)}, count, {Vector.Lanes}, ref {part});";

    /// <summary>The distance of rows, where it is not that of their elements.</summary>
    private string Step(KernelBuffer buffer) => buffer.IsPadded ? ", " + buffer.Step(Spec.Classes) : string.Empty;

    private string Place(KernelBuffer buffer) => $"Unsafe.Add(ref {BodyMethod.First(buffer)}, {BodyMethod.RowStart(buffer, Spec, "block")})";
}
