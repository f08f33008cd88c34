namespace LossGen.Generators.Specs;

/// <summary>In what a user's method gets the elements of a parameter; the kernel itself gets a span over them.</summary>
internal enum BufferView
{
    Span,

    /// <summary><c>T[,]</c>: rows × classes.</summary>
    Matrix,

    /// <summary><c>ReadOnlyTensorSpan&lt;T&gt;</c> or <c>TensorSpan&lt;T&gt;</c>: the last dimension is the classes.</summary>
    Tensor,
}
