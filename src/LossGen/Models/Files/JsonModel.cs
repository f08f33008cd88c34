using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace LossGen.Models.Files;

/// <summary>The readable form: one array of coefficients per class.</summary>
internal static class JsonModel
{
    private const string Kind = "LossGen.SoftmaxRegression";
    private const int Version = 1;

    public static void Write(Stream stream, double[] coefficients, double[] intercepts)
    {
        if (coefficients.Concat(intercepts).Any(value => !double.IsFinite(value)))
        {
            throw new InvalidOperationException("A coefficient is NaN or ∞, which JSON cannot hold; use the binary form.");
        }

        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteNumber("version", Version);
        json.WriteNumber("features", coefficients.Length / intercepts.Length);
        WriteArray(json, "intercepts", intercepts);
        json.WriteStartArray("coefficients");
        int length = coefficients.Length / intercepts.Length;
        for (int k = 0; k < intercepts.Length; k++)
        {
            json.WriteStartArray();
            foreach (double value in coefficients.AsSpan(k * length, length))
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static (double[] Coefficients, double[] Intercepts) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String || !kind.ValueEquals(Kind))
            {
                throw new InvalidDataException($"This is no model: it does not say \"kind\": \"{Kind}\".");
            }

            int version = root.GetProperty("version").GetInt32();
            if (version != Version)
            {
                throw new InvalidDataException(FormattableString.Invariant($"The model has the format version {version}; this library reads version {Version}."));
            }

            int features = root.GetProperty("features").GetInt32();
            double[] intercepts = Numbers(root.GetProperty("intercepts"));
            double[][] rows = [.. root.GetProperty("coefficients").EnumerateArray().Select(Numbers)];
            if (intercepts.Length == 0 || rows.Length != intercepts.Length || rows.Any(row => row.Length != features))
            {
                throw new InvalidDataException(
                    FormattableString.Invariant($"The model does not fit together: it has {features} features, {intercepts.Length} intercepts and {rows.Length} rows of coefficients."));
            }

            return ([.. rows.SelectMany(row => row)], intercepts);
        }
        catch (Exception fault) when (fault is JsonException or System.Collections.Generic.KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("This is no model, or a damaged one: " + fault.Message, fault);
        }
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static void WriteArray(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
