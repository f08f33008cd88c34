using System;
using System.Linq;
using System.Threading.Tasks;
using LossGen.DocumentTesting;
using LossGen.Generators.Tests.Definitions;
using LossGen.Generators.Tests.Docs;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Views;

/// <summary>Matrices and tensors as parameters: the same bits as spans over the same memory, and errors that name both numbers.</summary>
[Collection(nameof(ConsoleOutput))]
public sealed class ViewTests
{
    private static readonly DocumentTarget Target = DocumentTarget.Net([References.Named("System.Numerics.Tensors")]);

    private const string Kernels = """
        static partial class Kernels
        {
            [CrossEntropy(5)]
            public static partial float Spans(
                ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<bool> mask, Span<float> gradient, Span<float> losses);

            [CrossEntropy(5)]
            public static partial float Matrices(
                float[,] logits, float[,] targets, bool[,] mask, float[,] gradient, Span<float> losses);

            [CrossEntropy(5)]
            public static partial float Tensors(
                ReadOnlyTensorSpan<float> logits, ReadOnlyTensorSpan<float> targets, ReadOnlyTensorSpan<bool> mask,
                TensorSpan<float> gradient, Span<float> losses);

            [CrossEntropy]
            public static partial double Counted(
                int classes, double[,] logits, ReadOnlySpan<int> targets, double[,]? gradient = null, TensorSpan<double> probabilities = default);

            [BinaryCrossEntropy(2)]
            public static partial float Labels(float[,] logits, bool[,] targets);
        }
        """;

    [Fact]
    public void Matrices_and_tensors_have_the_bits_of_spans() => Prints("""
        var random = new Random(1);
        float[] logits = [.. Enumerable.Range(0, 35).Select(_ => 9 * random.NextSingle())], targets = new float[35], gradient = new float[35], losses = new float[7];
        bool[] mask = [.. Enumerable.Range(0, 35).Select(i => i % 5 != 4)];
        for (int row = 0; row < 7; row++)
        {
            targets[5 * row + row % 4] = 1;
        }

        float expected = Kernels.Spans(logits, targets, mask, gradient, losses);

        float[,] gradientMatrix = new float[7, 5];
        float[] matrixLosses = new float[7];
        float matrices = Kernels.Matrices(Matrix(logits), Matrix(targets), Matrix(mask), gradientMatrix, matrixLosses);
        Console.WriteLine(matrices == expected && gradientMatrix.Cast<float>().SequenceEqual(gradient) && matrixLosses.SequenceEqual(losses));

        // Three dimensions and an offset: the last dimension is the classes.
        var gradientTensor = Tensor.CreateFromShape<float>([1, 7, 5]);
        float tensors = Kernels.Tensors(
            Tensor.Create(logits, [1, 7, 5]), Tensor.Create(targets, [1, 7, 5]), Tensor.Create(mask, [7, 5]), gradientTensor, matrixLosses);
        Console.WriteLine(tensors == expected && gradientTensor.SequenceEqual(gradient) && matrixLosses.SequenceEqual(losses));
        Console.WriteLine(Kernels.Labels(new float[,] { { 1, -1 } }, new[,] { { true, false } }) == (float)StableMath.Softplus(-1));

        static T[,] Matrix<T>(T[] elements)
        {
            var matrix = new T[7, 5];
            for (int i = 0; i < 35; i++)
            {
                matrix[i / 5, i % 5] = elements[i];
            }

            return matrix;
        }
        """, "True\nTrue\nTrue\n");

    [Fact]
    public void What_is_absent_or_empty_has_no_rows() => Prints("""
        double[,] logits = { { 1, 2, 3 } }, gradient = new double[1, 3];
        double alone = Kernels.Counted(3, logits, [2]);
        Console.WriteLine(Kernels.Counted(3, logits, [2], gradient) == alone && gradient[0, 2] < 0);
        Console.WriteLine(Kernels.Counted(3, logits, [2], null, new double[3].AsTensorSpan([1, 3])) == alone);
        Console.WriteLine(Kernels.Counted(3, new double[0, 3], []));
        Console.WriteLine(Kernels.Counted(3, new double[0, 0], []));
        """, "True\nTrue\nNaN\nNaN\n");

    [Fact]
    public void Errors_name_both_numbers() => Prints("""
        var ok = new float[2, 5];
        var tensor = Tensor.CreateFromShape<float>([2, 6]);
        Says(() => Kernels.Matrices(new float[2, 6], ok, new bool[2, 5], ok, new float[2]));
        Says(() => Kernels.Matrices(ok, ok, new bool[2, 4], ok, new float[2]));
        Says(() => Kernels.Matrices(ok, ok, new bool[3, 5], ok, new float[2]));
        Says(() => Kernels.Matrices(null!, ok, new bool[3, 5], ok, new float[2]));
        Says(() => Kernels.Tensors(tensor, tensor, default, tensor, new float[2]));
        Says(() => Kernels.Tensors(tensor.AsTensorSpan(0..2, 0..5), tensor, default, tensor, new float[2]));
        Says(() => Kernels.Counted(4, new double[1, 3], [0]));

        static void Says(Action call)
        {
            try
            {
                call();
            }
            catch (ArgumentException problem)
            {
                Console.WriteLine(problem.Message);
            }
        }
        """, """
        'logits' has 6 columns, but a row has 5 classes. (Parameter 'logits')
        'mask' has 4 columns, but a row has 5 classes. (Parameter 'mask')
        'mask' has 15 elements; 10 are needed, as many as 'logits' has. (Parameter 'mask')
        Value cannot be null. (Parameter 'logits')
        The last dimension of 'logits' has 6 elements, but a row has 5 classes. (Parameter 'logits')
        'logits' has gaps between its 2 × 5 elements: they are part of a larger tensor, or transposed; pass ToDenseTensor(). (Parameter 'logits')
        'logits' has 3 columns, but a row has 4 classes. (Parameter 'logits')

        """);

    [Fact]
    public async Task Only_what_has_rows_of_classes_can_be_a_matrix()
    {
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(float[,] logits, {|LG0007:int[,]|} targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(float[,] logits, ReadOnlySpan<int> targets, {|LG0007:float[,]|} sampleWeights);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss({|LG0007:float[,,]|} logits, ReadOnlySpan<int> targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss({|LG0007:float[][]|} logits, ReadOnlySpan<int> targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(float[,] logits, ReadOnlySpan<int> targets, {|LG0008:double[,]|} gradient);");
        await Declared.IsRefused(
            "[CrossEntropy(3, Layout = Layout.ClassStride)] public static partial float Loss(float[,] {|LG0010:logits|}, ReadOnlySpan<int> targets, int inner);");
    }

    [Fact]
    public async Task A_matrix_with_a_wrong_name_is_guessed_like_a_span() =>
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(float[,] {|LG0005:scores|}, ReadOnlySpan<int> targets);");

    private static void Prints(string statements, string expected)
    {
        string code = "using System.Numerics.Tensors;\n" + statements + "\n" + Kernels;
        (var compilation, string problems) = DocumentProgram.Of(new DocumentBlock("test", 1, code, null, null), Target);
        problems.ShouldBeEmpty();
        DocumentProgram.Run(compilation, Target).ShouldBe(expected);
    }
}
