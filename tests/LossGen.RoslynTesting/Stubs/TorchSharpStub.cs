namespace TorchSharp { }
