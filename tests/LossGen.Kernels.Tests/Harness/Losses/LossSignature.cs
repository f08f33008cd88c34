using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>A kernel's declaration as C#, and how it is called with the memory of <see cref="LossArguments{T}"/>, named <c>a</c>.</summary>
/// <param name="Attribute">The attribute with its options.</param>
/// <param name="Parameters">The method's parameters.</param>
/// <param name="Arguments">What is passed for them.</param>
internal sealed record LossSignature(string Attribute, string Parameters, string Arguments)
{
    public static LossSignature Of(LossCase loss, int classes, string element, LossOutputs written, LossForm form = LossForm.Rows)
    {
        var parts = Parts(loss, element, written, form).ToList();
        string[] options =
        [
            form == LossForm.AtRunTime ? string.Empty : classes.ToString(CultureInfo.InvariantCulture),
            loss.Options,
            form == LossForm.Strided ? "Layout = Layout.ClassStride" : string.Empty,
        ];
        string attribute = $"{loss.Attribute}({string.Join(", ", options.Where(option => option.Length > 0))})";
        return new(attribute, string.Join(", ", parts.Select(part => part.Parameter)), string.Join(", ", parts.Select(part => part.Argument)));
    }

    private static IEnumerable<(string Parameter, string Argument)> Parts(LossCase loss, string element, LossOutputs written, LossForm form)
    {
        yield return ($"ReadOnlySpan<{element}> logits", "a.Logits");
        if (loss.Targets != TargetsAre.None)
        {
            string item = loss.Targets == TargetsAre.Indices ? "int" : element;
            yield return ($"ReadOnlySpan<{item}> targets", $"({item}[])a.Targets");
        }

        string arithmetic = element == "double" ? "double" : "float";
        foreach (var input in loss.Inputs)
        {
            string values = $"a.Inputs[\"{input.Name}\"]";
            yield return input.Amount switch
            {
                Amount.Once => ($"{arithmetic} {input.Name}", $"({arithmetic}){values}[0]"),
                Amount.PerPair when element != arithmetic => ($"ReadOnlySpan<float> {input.Name}", $"Array.ConvertAll({values}, number => (float)number)"),
                _ => ($"ReadOnlySpan<{element}> {input.Name}", values),
            };
        }

        if (form == LossForm.AtRunTime)
        {
            yield return ("int classes", "a.Classes");
        }
        else if (form == LossForm.Strided)
        {
            yield return ("int inner", "a.Inner");
        }

        if (written.HasFlag(LossOutputs.Gradient))
        {
            yield return ($"Span<{element}> gradient", "a.Gradient");
        }

        if (written.HasFlag(LossOutputs.Losses))
        {
            yield return ($"Span<{element}> losses", "a.Losses");
        }

        if (written.HasFlag(LossOutputs.Hessian) && loss.HasHessian)
        {
            yield return ($"Span<{element}> hessianDiagonal", "a.Hessian");
        }
    }
}
