using System;
using System.IO;
using System.Linq;
using System.Text;
using LossGen.Models;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Models;

/// <summary>Predictions, and models as files.</summary>
public sealed class SoftmaxRegressionModelTests
{
    private static readonly SoftmaxRegression Model = new([1, -2, 0.5, 1.0 / 3, 1e-300, -0.0], [0.25, -1, Math.PI]);

    [Fact]
    public void Predictions_agree_with_the_scores()
    {
        var random = new Random(1);
        const int Rows = 700;
        double[] features = [.. Enumerable.Range(0, Rows * 2).Select(_ => (float)((random.NextDouble() * 8) - 4))];
        float[] floats = [.. features.Select(x => (float)x)];
        double[] scores = new double[Rows * 3];
        double[] scoresOfFloats = new double[Rows * 3];
        double[] probabilities = new double[Rows * 3];
        int[] predictions = new int[Rows];
        int[] predictionsOfFloats = new int[Rows];
        Model.DecisionFunction(features, scores);
        Model.DecisionFunction(floats, scoresOfFloats);
        Model.PredictProbabilities(floats, probabilities);
        Model.Predict(features, predictions);
        Model.Predict(floats, predictionsOfFloats);
        scoresOfFloats.ShouldBe(scores);
        predictionsOfFloats.ShouldBe(predictions);
        for (int row = 0; row < Rows; row++)
        {
            double[] expected = [.. Enumerable.Range(0, 3).Select(k => Model.Intercepts[k] + (Model.Coefficients[2 * k] * features[2 * row]) + (Model.Coefficients[(2 * k) + 1] * features[(2 * row) + 1]))];
            scores[(3 * row)..((3 * row) + 3)].ShouldBe(expected, 1e-12);
            predictions[row].ShouldBe(Array.IndexOf(expected, expected.Max()));
            probabilities[(3 * row)..((3 * row) + 3)].Sum().ShouldBe(1, 1e-14);
            double total = expected.Sum(x => Math.Exp(x - expected.Max()));
            probabilities[3 * row].ShouldBe(Math.Exp(expected[0] - expected.Max()) / total, 1e-12);
        }
    }

    [Fact]
    public void A_row_with_NaN_has_no_class()
    {
        int[] predictions = new int[2];
        Model.Predict([double.NaN, 1, 0, 0], predictions);
        predictions.ShouldBe([-1, 2]);
    }

    [Fact]
    public void Lengths_that_do_not_fit_name_both_numbers()
    {
        Should.Throw<ArgumentException>(() => Model.Predict(new double[5], new int[2])).Message
            .ShouldStartWith("'features' has 5 elements, which is not a whole number of rows of 2 features");
        Should.Throw<ArgumentException>(() => Model.PredictProbabilities(new double[4], new double[5])).Message
            .ShouldStartWith("'probabilities' has 5 elements; 6 are needed, one per class of each row of 'features'.");
        Should.Throw<ArgumentException>(() => new SoftmaxRegression([1, 2, 3], [0, 0])).Message
            .ShouldStartWith("'coefficients' has 3 elements, which is not the same number of features for each of 2 classes.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_saved_model_reads_back_to_the_same_bits(bool json)
    {
        var read = SoftmaxRegression.Load(new MemoryStream(Saved(json)));
        read.Coefficients.ToArray().Select(BitConverter.DoubleToInt64Bits).ShouldBe(Model.Coefficients.ToArray().Select(BitConverter.DoubleToInt64Bits));
        read.Intercepts.ToArray().ShouldBe(Model.Intercepts.ToArray());
        read.Report.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_is_cut_off_anywhere_is_an_error_that_says_so(bool json)
    {
        byte[] saved = Saved(json);
        for (int length = 0; length < saved.Length - (json ? 1 : 0); length++)
        {
            var fault = Should.Throw<InvalidDataException>(() => SoftmaxRegression.Load(new MemoryStream(saved[..length])), $"{length} bytes");
            fault.Message.ShouldContain("model");
        }
    }

    [Fact]
    public void Each_damaged_byte_of_the_binary_form_is_found()
    {
        byte[] saved = Saved(json: false);
        for (int i = 0; i < saved.Length; i++)
        {
            byte[] damaged = [.. saved];
            damaged[i] ^= 0x10;
            Should.Throw<InvalidDataException>(() => SoftmaxRegression.Load(new MemoryStream(damaged)), $"byte {i}");
        }
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"kind": "LossGen.SoftmaxRegression", "version": 2, "features": 0, "intercepts": [0], "coefficients": [[]]}""")]
    [InlineData("""{"kind": "LossGen.SoftmaxRegression", "version": 1, "features": 2, "intercepts": [0], "coefficients": [[1]]}""")]
    [InlineData("""{"kind": "LossGen.SoftmaxRegression", "version": 1, "features": 1, "intercepts": [], "coefficients": []}""")]
    [InlineData("""{"kind": "LossGen.SoftmaxRegression", "version": 1, "features": 1, "intercepts": [0], "coefficients": [["x"]]}""")]
    public void Another_file_is_an_error_that_says_so(string text) =>
        Should.Throw<InvalidDataException>(() => SoftmaxRegression.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Message.ShouldContain("model");

    [Fact]
    public void Json_does_not_take_what_it_cannot_hold() =>
        Should.Throw<InvalidOperationException>(() => new SoftmaxRegression([double.NaN], [0]).SaveJson(new MemoryStream())).Message.ShouldContain("binary form");

    private static byte[] Saved(bool json)
    {
        using var stream = new MemoryStream();
        if (json)
        {
            Model.SaveJson(stream);
        }
        else
        {
            Model.Save(stream);
        }

        return stream.ToArray();
    }
}
