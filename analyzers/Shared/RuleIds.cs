namespace LossGen;

/// <summary>
/// Every diagnostic id of LossGen, and the only place that assigns one. An id that was ever used is never used again.
/// </summary>
/// <remarks>
/// LG0001… definition of a kernel; LG01xx a user's own formula; LG10xx scalar and elementwise stability; LG11xx loops and reductions; LG12xx epsilons and clamps;
/// LG20xx mixed-up domains at a library call; LG21xx models and their loss; LG22xx labels, masks, reductions;
/// LG30xx library functions that are not what they seem; LG40xx a generated kernel fits here.
/// </remarks>
internal static class RuleIds
{
    public const string KernelNotPartial = "LG0001";
    public const string KernelHasBody = "LG0002";
    public const string ClassCount = "LG0003";
    public const string FrameworkWithoutVectors = "LG0004";
    public const string UnknownRole = "LG0005";
    public const string MissingRole = "LG0006";
    public const string RoleType = "LG0007";
    public const string MixedElementTypes = "LG0008";
    public const string RoleWritability = "LG0009";
    public const string ImpossibleCombination = "LG0010";
    public const string OptionRange = "LG0011";
    public const string LanguageVersion = "LG0012";
    public const string ContainingTypeNotPartial = "LG0013";
    public const string MethodShape = "LG0014";
    public const string RepeatedRole = "LG0015";
    public const string NarrowTargets = "LG0016";
    public const string RepeatedKernel = "LG0017";
    public const string GeneratorFault = "LG0018";

    public const string FormulaNotFound = "LG0101";
    public const string FormulaSignature = "LG0102";
    public const string FormulaConstruct = "LG0103";
    public const string FormulaParameter = "LG0104";
    public const string FormulaRecursion = "LG0105";

    public const string LogOfSoftmax = "LG1001";
    public const string LogOfSigmoid = "LG1002";
    public const string LogSumExpWithoutShift = "LG1003";
    public const string NaiveSoftplus = "LG1004";
    public const string LogOneMinusExp = "LG1005";
    public const string LogOfTwoExps = "LG1006";
    public const string SigmoidAsQuotient = "LG1007";
    public const string TanhAsQuotient = "LG1008";
    public const string LogOfCosh = "LG1009";
    public const string LogOfOnePlus = "LG1010";
    public const string ExpMinusOne = "LG1011";
    public const string ExpAndLogCancel = "LG1012";
    public const string OneMinusSigmoid = "LG1013";
    public const string LogOfProbability = "LG1015";
    public const string LogOfProduct = "LG1016";
    public const string DifferenceOfLogs = "LG1017";
    public const string NaiveHypot = "LG1018";
    public const string DifferenceOfRoots = "LG1019";
    public const string PowerOfE = "LG1020";
    public const string LogByBase = "LG1021";
    public const string QuotientOfInfinities = "LG1022";

    public const string SoftmaxWithoutShift = "LG1101";
    public const string SoftmaxWithWrongShift = "LG1102";
    public const string LongFloatSum = "LG1103";
    public const string NaiveVariance = "LG1104";
    public const string GradientDividesByProbability = "LG1105";
    public const string MaskedRow = "LG1106";
    public const string ShiftOutsideExp = "LG1107";

    public const string EpsilonInCrossEntropy = "LG1201";
    public const string GuardWithoutEffect = "LG1202";
    public const string HalfConstant = "LG1203";
    public const string EpsilonInSoftmax = "LG1204";
    public const string EpsilonBehindClip = "LG1205";
    public const string DroppedResult = "LG1206";

    public const string SoftmaxBeforeCrossEntropy = "LG2001";
    public const string SigmoidBeforeBce = "LG2002";
    public const string SoftmaxBeforeNll = "LG2003";
    public const string ProbabilitiesIntoKlDiv = "LG2004";
    public const string KlDivLogTarget = "LG2005";
    public const string ExpOfLogSoftmax = "LG2006";
    public const string LogSoftmaxByHand = "LG2007";
    public const string LogitsBeforeNll = "LG2008";
    public const string KlDivOverElements = "LG2009";
    public const string SoftmaxOverRows = "LG2010";
    public const string LossOfSequences = "LG2011";
    public const string OtherAxis = "LG2012";
    public const string FocalPower = "LG2013";
    public const string KerasFromLogits = "LG2014";
    public const string DistillationScale = "LG2015";
    public const string ProbabilityOutOfRange = "LG2016";
    public const string BoundedLogits = "LG2017";
    public const string UnneededBeforeSoftmax = "LG2018";
    public const string StepBeforeLoss = "LG2019";

    public const string StackedActivations = "LG2101";
    public const string SoftmaxOfOne = "LG2102";
    public const string SoftmaxBeforeBce = "LG2103";
    public const string ThresholdOnLogits = "LG2104";
    public const string SoftmaxThatIsSigmoid = "LG2105";

    public const string OneHotTarget = "LG2201";
    public const string TargetOutOfRange = "LG2202";
    public const string SmoothingOfMasked = "LG2203";
    public const string IgnoreIndexIsClass = "LG2204";
    public const string MeanOfIgnoredRows = "LG2205";
    public const string MeanUnderAccumulation = "LG2206";
    public const string ReducedTwice = "LG2207";
    public const string SwappedArguments = "LG2208";
    public const string NegativeLabels = "LG2209";

    public const string TensorPrimitivesSoftMax = "LG3001";
    public const string NaiveLogP1 = "LG3002";
    public const string UnreadableKnowledge = "LG3003";
    public const string Explanation = "LG3004";

    public const string KernelFits = "LG4001";

    /// <summary>The page that explains a rule.</summary>
    public static string HelpLink(string id) => "https://github.com/lossgen/lossgen/blob/main/docs/rules/" + id + ".md";
}
