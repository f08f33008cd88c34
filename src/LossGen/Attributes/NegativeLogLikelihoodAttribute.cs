namespace LossGen;

/// <summary>
/// The negative log-likelihood −x_y per row, where <c>logits</c> holds log-probabilities, for models that end in a log-softmax
/// (PyTorch's <c>nll_loss</c>, ONNX's NegativeLogLikelihoodLoss). Where the logits can be had, <see cref="CrossEntropyAttribute"/> is
/// one call instead of two.
/// </summary>
/// <param name="classes">Log-probabilities per row, 1 or more.</param>
/// <remarks>
/// The gradient is with respect to the log-probabilities: −w_y at the target and 0 elsewhere, times the mean's share. <c>probabilities</c>
/// are eˣ, <c>logProbabilities</c> a copy; <c>logSumExp</c>, <c>Temperature</c> and <c>Softcap</c> have no meaning. A log-probability of −∞
/// at the target gives +∞; NaN elsewhere in the row is not looked at, as in PyTorch.
/// </remarks>
public sealed class NegativeLogLikelihoodAttribute(int classes) : IndexLossAttribute(classes);
