using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>Checks what options and parameters say together.</summary>
internal static class CombinationReader
{
    /// <summary>The most classes whose pairs can be counted by an int.</summary>
    private const int MostPairedClasses = 46340;

    /// <summary>The outputs besides the returned value and the Hessian that <c>scale</c> multiplies.</summary>
    private static readonly KernelRole[] WithScale =
        [KernelRole.Gradient, KernelRole.WeightsGradient, KernelRole.BiasGradient, KernelRole.FeaturesGradient];

    public static void Check(AttributeData attribute, LossDeclaration loss, ClassCount classes, KernelOptions options, IReadOnlyList<KernelParameter> parameters, ReturnKind returns, List<Problem> problems, CancellationToken token)
    {
        var targets = Find(KernelRole.Targets);
        bool hasIndices = loss.Targets.HasFlag(TargetKinds.Indices) && (targets is null || !Storage.IsNumber(targets.Item));
        if (!hasIndices)
        {
            string instead = targets is null ? "there are none" : $"'{targets.Name}' holds {(loss.Targets == TargetKinds.Labels ? "labels" : "probabilities")}";
            Refuse("IgnoreIndex", options.IgnoreIndex is not null, $"'IgnoreIndex' needs class indices, and {instead}");
            Refuse("InvalidTarget", options.InvalidTarget != InvalidTarget.Throw, $"'InvalidTarget' needs class indices, and {instead}");
            Refuse(null, Find(KernelRole.Correct) is not null, $"'correct' counts right class indices, and {instead}");
        }
        else if (targets is not null && options.IgnoreIndex is { } index)
        {
            CheckIgnoreIndex(targets, index);
        }

        foreach (var pairs in parameters.Where(parameter => RoleTable.Of(parameter.Role).Extent == BufferExtent.ClassPairs))
        {
            Refuse(null, classes is { Constant: > MostPairedClasses }, $"'{pairs.Name}' would need more elements than a span can have; use at most {MostPairedClasses} classes");
        }

        foreach (var constants in options.Constants)
        {
            string option = constants.Role.ToString();
            string parameter = RoleTable.Of(constants.Role).Name;
            Refuse(option, Find(constants.Role) is not null, $"'{option}' gives constants for the parameter '{parameter}'; choose one");
            Refuse(option, !classes.IsConstant, $"Constants for each class need a constant number of classes; use a parameter '{parameter}'");
            Refuse(option, !loss.Has(constants.Role), $"'{option}' has no meaning for {loss.Name}");
        }

        Refuse(null, classes.IsConstant && Find(KernelRole.Classes) is not null, $"The attribute fixes the number of classes at {classes}, and there is a parameter 'classes'; choose one");
        Refuse(null, options.Layout != Layout.ClassStride && Find(KernelRole.Inner) is not null, "'inner' has a meaning with 'Layout = Layout.ClassStride' only");
        bool isLinear = Find(KernelRole.Features) is not null;
        Refuse("Layout", isLinear && options.Layout == Layout.ClassStride, "A linear layer's logits lie row by row; leave out 'Layout'");
        if (Find(KernelRole.RowStride) is { } stride)
        {
            Refuse(null, isLinear, $"'{stride.Name}' is the distance of rows of logits that are read, and a linear layer computes them");
            Refuse("Layout", options.Layout == Layout.ClassStride,
                $"'{stride.Name}' is the distance of rows, and Layout.ClassStride has the classes of a row apart; leave out one of them");
            foreach (var view in parameters.Where(parameter => parameter.Role is KernelRole.Logits or KernelRole.Gradient))
            {
                string type = view.View.ToString().ToLowerInvariant();
                Refuse(null, view.View != BufferView.Span,
                    $"'{view.Name}' is a {type}, whose rows are as far apart as its type says; pass a span beside '{stride.Name}'");
            }
        }

        bool hasHessian = Find(KernelRole.HessianDiagonal) is not null;
        Refuse("Hessian", options.Hessian != HessianConvention.Exact && !hasHessian, "'Hessian' has no effect without a parameter 'hessianDiagonal'");
        Refuse("Softcap", options.Softcap > 0 && hasHessian, "The Hessian of capped logits is not available; leave out 'Softcap' or 'hessianDiagonal'");
        Refuse("Hessian", options.Hessian == HessianConvention.LightGBM && classes is { Constant: < 2 } && loss.Targets != TargetKinds.Labels, "LightGBM's Hessian K/(K − 1)·p·q needs two classes or more");
        bool scales = returns != ReturnKind.Void || hasHessian || parameters.Any(parameter => WithScale.Contains(parameter.Role));
        Refuse(null, Find(KernelRole.Scale) is not null && !scales, "'scale' multiplies the returned loss and the gradient, and there is neither");

        KernelParameter? Find(KernelRole role) => parameters.FirstOrDefault(parameter => parameter.Role == role);

        void Refuse(string? option, bool isWrong, string message)
        {
            if (isWrong)
            {
                var place = option is null ? AttributePlaces.Whole(attribute, token) : AttributePlaces.Option(attribute, option, token);
                problems.Add(new Problem(RuleIds.ImpossibleCombination, place, message));
            }
        }

        void CheckIgnoreIndex(KernelParameter holder, long ignored)
        {
            (long low, long high) = IndexRange.Of(holder.Item);
            if (ignored < low || ignored > high)
            {
                string value = ignored.ToString(System.Globalization.CultureInfo.InvariantCulture);
                problems.Add(new Problem(RuleIds.OptionRange, AttributePlaces.Option(attribute, "IgnoreIndex", token), "IgnoreIndex", value, $"can never occur: '{holder.Name}' holds {holder.Item}, and indices are compared as int"));
            }
        }
    }
}
