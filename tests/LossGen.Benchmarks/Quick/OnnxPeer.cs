using System;
using Microsoft.ML.OnnxRuntime;

namespace LossGen.Benchmarks.Quick;

/// <summary>ONNX Runtime's log-softmax on one thread, in this process, from and to memory that is there already.</summary>
internal sealed class OnnxPeer : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly OrtValue input;
    private readonly OrtValue output;
    private readonly float[] logProbabilities;

    public OnnxPeer(float[] logits, int classes)
    {
        using var settings = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
        session = new InferenceSession(OnnxModel.Of("LogSoftmax"), settings);
        logProbabilities = new float[logits.Length];
        long[] shape = [logits.Length / classes, classes];
        input = OrtValue.CreateTensorValueFromMemory(logits, shape);
        output = OrtValue.CreateTensorValueFromMemory(logProbabilities, shape);
    }

    public float LogSoftmax()
    {
        session.Run(options, ["x"], [input], ["y"], [output]);
        return logProbabilities[0];
    }

    public void Dispose()
    {
        output.Dispose();
        input.Dispose();
        options.Dispose();
        session.Dispose();
    }
}
