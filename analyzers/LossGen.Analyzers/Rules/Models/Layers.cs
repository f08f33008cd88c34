using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Rules.Models;

/// <summary>Looks into a model that is made of modules in a row.</summary>
internal static class Layers
{
    /// <summary>The modules' types, without those that only pass on; null where the value is no such model.</summary>
    public static ImmutableArray<string>? Of(Value model)
    {
        if (!model.Is(Op.Instance) || TypeOf(model) != "Sequential" || !model.Arg(0).Is(Op.Tuple))
        {
            return null;
        }

        return Seen(model).Select(layer => layer.Name).ToImmutableArray();
    }

    /// <summary>Where each of <see cref="Of(Value)"/> stands among all modules.</summary>
    public static ImmutableArray<int> PlacesOf(Value model) => Seen(model).Select(layer => layer.Place).ToImmutableArray();

    /// <summary>The code that makes the model without one of its modules; null where they are not the call's own arguments, one by one.</summary>
    public static string? TextWithout(IOperation model, int place) =>
        model.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call && place < arguments.Count && arguments.All(argument => argument.NameColon is null)
            ? call.WithArgumentList(call.ArgumentList.WithArguments(arguments.RemoveAt(place))).ToString()
            : null;

    private static IEnumerable<(string Name, int Place)> Seen(Value model)
    {
        for (int place = 0; place < model.Args[0].Args.Length; place++)
        {
            string name = TypeOf(Module(model.Args[0].Args[place])) ?? string.Empty;
            if (name is not ("Dropout" or "Flatten" or "Identity"))
            {
                yield return (name, place);
            }
        }
    }

    /// <summary>The outputs of the last linear layer before the end, where they are a constant.</summary>
    public static double? OutputsOf(Value model)
    {
        double? outputs = null;
        foreach (Value part in model.Arg(0).Args)
        {
            Value module = Module(part);
            if (TypeOf(module) == "Linear")
            {
                outputs = module.Arg(1).Is(Op.Const) ? module.Arg(1).Number : null;
            }
        }

        return outputs;
    }

    private static string? TypeOf(Value module) => module.Type?.Name ?? module.MadeAs;

    private static Value Module(Value part) => part.Is(Op.Tuple) && part.Args.Length == 2 ? part.Args[1] : part;
}
