using System;
using LossGen.Analyzers.Evidence;

namespace LossGen.Analyzers.Rules;

/// <summary>
/// What names say about a loss. They are asked only about an expression that already has the shape of a loss, and what is asked for is
/// always two or three of them together: a target, a prediction, a place where a loss is computed.
/// </summary>
internal static class LossNames
{
    private static readonly string[] Targets = { "target*", "label*", "expected", "truth", "true", "desired", "ideal", "hot", "correct", "gold", "gt", "teacher", "y", "ys", "t", "eo", "actual*" };
    private static readonly string[] Contents = { "values", "data", "items", "array", "elements", "buffer" };
    private static readonly string[] Entropies = { "entropy" };
    private static readonly string[] Predictions = { "pred*", "output*", "out", "outs", "prob*", "yhat", "hat", "p", "ps", "a", "o", "h", "hyp*", "softmax*", "sigmoid*", "confid*", "activation*", "actual*", "po", "forward", "result*", "q" };
    private static readonly string[] Probabilities = { "prob*", "p", "ps", "q", "softmax*", "sigmoid*", "pred*", "confid*", "distribution", "dist", "policy" };
    private static readonly string[] NeverProbabilities =
    {
        "eps*", "count*", "total", "sum", "det", "var", "variance", "sigma", "std", "scale", "log*", "rate", "price", "clip*", "clamp*", "safe*",
        "smooth*", "power", "energy", "amplitude", "distance", "weight*", "freq*",
    };
    private static readonly string[] Losses = { "loss", "cost", "entrop", "likelihood", "likelyhood", "nll", "bce", "objective", "error", "criterion" };
    private static readonly string[] Teachers = { "teacher*" };
    private static readonly string[] Students = { "student*" };
    private static readonly string[] Returns = { "advantage*", "reward*", "return*" };
    private static readonly string[] Divergences = { "kullback", "leibler", "divergence", "jensenshannon", "jensen_shannon", "relativeentropy", "relative_entropy" };
    private static readonly string[] ShortDivergences = { "kl", "kld", "jsd" };
    private static readonly string[] Policies = { "action*", "policy", "move*" };
    private static readonly string[] Small = { "eps*", "delta", "tiny", "small", "rate*", "interest", "yield", "growth", "drift" };
    private static readonly string[] Quantities = { "t", "time*", "dt", "tau", "dist*", "age", "duration*", "elapsed*", "rate*", "lambda", "wavelength", "depth", "radius", "r", "energy", "frequency", "count*" };
    private static readonly string[] OnScreen = { "camera*", "zoom*", "scroll*", "ease*", "easing*", "tween*", "slider*", "cursor*", "viewport*", "animat*", "mouse*", "pinch*" };
    private static readonly string[] Densities = { "pmf", "pdf", "logpmf", "logpdf", "lnpmf", "lnpdf", "density", "logdensity", "densityln", "probabilityln", "logprobability", "lnprobability", "logprob" };
    private static readonly string[] ShortLosses = { "ce", "cce", "ll" };
    private static readonly string[] SureTargets = { "target*", "label*", "expected", "truth", "true", "desired", "hot", "y" };
    private static readonly string[] Labels = { "target*", "label*", "expected", "truth", "gold" };
    private static readonly string[] SurePredictions = { "pred*", "prob*", "yhat", "hat", "softmax*", "output*" };
    private static readonly string[] Estimates = { "pred*", "prob*", "yhat", "hat" };
    private static readonly string[] Scores = { "logit*", "score*" };
    private static readonly string[] Reversals = { "revers", "symmetric", "rce", "noise" };
    private static readonly string[] Likelihoods = { "loss", "entrop", "likelihood", "likelyhood", "nll", "bce", "objective" };
    private static readonly string[] CrossEntropies = { "crossentrop", "cross_entrop", "nll", "logloss", "log_loss", "negativelog", "bce" };
    private static readonly string[] OtherLosses = { "poisson", "gamma", "tweedie", "deviance", "rmsle", "msle", "bayes", "idf", "gini", "informationgain", "information_gain", "mutual" };
    private static readonly string[] Attentions = { "attn", "attention" };
    private static readonly string[] Gradients = { "grad", "deriv", "delta", "backward", "backprop", "prime", "dloss", "dcost", "dx", "dout", "dy" };

    /// <summary>Whether a member is what its owner holds, so that the owner's name says more: output.Values.</summary>
    public static bool IsContent(string name) => Words.HasAny(name, Contents) && !Words.HasAny(name, Targets) && !Words.HasAny(name, Predictions);

    /// <summary>Whether an entropy is computed here.</summary>
    public static bool IsEntropy(string context) => Mentions(context, Entropies) && !Mentions(context, OtherLosses);

    public static bool IsTarget(string? name) => Words.HasAny(name, Targets);

    /// <summary>Whether a name can only be that of what the right answer is, as an index into what was predicted.</summary>
    public static bool IsLabel(string? name) => Words.HasAny(name, Labels);

    /// <summary>Whether a name can only be that of a model's answer.</summary>
    public static bool IsEstimate(string? name) => Words.HasAny(name, Estimates) && !IsLabel(name);

    /// <summary>Whether a name is of a model's answer before a softmax.</summary>
    public static bool AreScores(string? name) => Words.HasAny(name, Scores);

    /// <summary>Whether a loss takes the logarithm of the targets on purpose.</summary>
    public static bool IsReversed(string context) => Mentions(context, Reversals);

    public static bool IsPrediction(string? name) => Words.HasAny(name, Predictions) && !Words.HasAny(name, NeverProbabilities);

    /// <summary>Whether the two are named so that nothing else is needed.</summary>
    public static bool ArePair(string? target, string? prediction) =>
        Words.HasAny(target, SureTargets) && Words.HasAny(prediction, SurePredictions) && (Words.HasAny(prediction, Estimates) || !Words.HasAny(prediction, SureTargets)) && !Words.HasAny(prediction, NeverProbabilities);

    public static bool IsProbability(string? name) => Words.HasAny(name, Probabilities) && !Words.HasAny(name, NeverProbabilities);

    public static bool MayBeProbability(string? name) => name is not null && !Words.HasAny(name, NeverProbabilities);

    public static bool IsTeacher(string? name) => Words.HasAny(name, Teachers);

    public static bool IsStudent(string? name) => Words.HasAny(name, Students);

    public static bool IsDivergence(string context) => Mentions(context, Divergences) || Words.HasAny(context, ShortDivergences);

    /// <summary>What the logarithm of an action's probability is weighted with in a policy's gradient.</summary>
    public static bool IsReturn(string? name) => Words.HasAny(name, Returns);

    /// <summary>Whether a name is of what a policy says about its actions.</summary>
    public static bool IsOfPolicy(string? name) => Words.HasAny(name, Policies);

    public static bool IsSmall(string? name) => Words.HasAny(name, Small);

    /// <summary>Whether a name is of a quantity, such as a time or a distance, of which an exponential does not overflow.</summary>
    public static bool IsPhysical(string? name) => Words.HasAny(name, Quantities);

    /// <summary>Whether names are of what is shown to somebody, who sees no seventh digit.</summary>
    public static bool IsOnScreen(string context) => Words.HasAny(context, OnScreen);

    /// <summary>Whether a name is of a distribution's density, whose parameters come from no logits and are right to give 0.</summary>
    public static bool IsDensity(string context) => Mentions(context, Densities) && !IsLikelihood(context);

    public static bool IsLoss(string context) => (Mentions(context, Losses) || Words.HasAny(context, ShortLosses)) && !Mentions(context, OtherLosses);

    /// <summary>As <see cref="IsLoss"/>, without costs and errors: the cost of a path may be −log of a probability, and ∞ where there is none.</summary>
    public static bool IsLikelihood(string context) => (Mentions(context, Likelihoods) || Words.HasAny(context, ShortLosses)) && !Mentions(context, OtherLosses);

    public static bool IsCrossEntropy(string context) => Mentions(context, CrossEntropies) && !Mentions(context, OtherLosses);

    public static bool IsOtherLoss(string context) => Mentions(context, OtherLosses);

    /// <summary>Whether a softmax weights positions here, and not classes.</summary>
    public static bool IsAttention(string context) => Mentions(context, Attentions);

    public static bool IsGradient(string context) => Mentions(context, Gradients) && !Mentions(context, OtherLosses);

    private static bool Mentions(string context, string[] parts)
    {
        foreach (string part in parts)
        {
            if (context.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
