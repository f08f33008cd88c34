using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value Instantiate(Template template, CallFrame frame)
    {
        switch (template.Kind)
        {
            case TemplateKind.Number:
                return Value.Const(template.Number);
            case TemplateKind.Argument:
                return template.Ordinal < frame.Args.Length ? frame.Args[template.Ordinal] : Value.Unknown;
            case TemplateKind.AllArguments:
                return AllOf(frame.Args);
            case TemplateKind.NamedArgument:
                return frame.Named(template.Name!);
            case TemplateKind.Receiver:
                return frame.Receiver ?? Value.Unknown;
            case TemplateKind.ReceiverArgument:
                return frame.Receiver?.Is(Op.Instance) == true ? frame.Receiver.Arg(template.Ordinal) : Value.Unknown;
            default:
                return Operation(template, frame);
        }
    }

    // A params array is all of them already, and so may be an array or a list that is given instead.
    private static Value AllOf(ImmutableArray<Value> args) => args.Length == 1 && !args[0].Is(Op.Instance) ? args[0] : Value.Of(Op.Tuple, args);

    private Value Operation(Template template, CallFrame frame)
    {
        var parts = ImmutableArray.CreateBuilder<Value>(template.Parts.Length);
        foreach (Template part in template.Parts)
        {
            Value value = IsLeftOut(part, template, frame) ? Value.Const(part.Number) : Instantiate(part, frame);
            bool raw = parts.Count == 0 && template.Op is Op.View;
            parts.Add(raw ? value : Read(value));
        }

        return template.Op switch
        {
            Op.Sequence => Sequence(parts[0], parts[1]),
            Op.Map => Map(parts[parts.Count - 1], parts.ToImmutable().RemoveAt(parts.Count - 1)),
            Op.Fold => Fold(parts[0], parts.Count == 3 ? parts[1] : Value.Leaf(new object()), parts[parts.Count - 1]),
            _ => Canonical.Build(template.Op, parts.ToImmutable()),
        };
    }

    // An argument with a name that has a default here, and that nobody passes.
    private static bool IsLeftOut(Template part, Template whole, CallFrame frame) =>
        part.Kind == TemplateKind.NamedArgument && !double.IsNaN(part.Number) && frame.LeavesOut(part.Name!, positional: whole.Parts.Count(other => other.Kind == TemplateKind.Argument));

    // A function of one element, on all of them at once.
    private Value Map(Value function, ImmutableArray<Value> sources)
    {
        if (ApplyFunction(function, sources) is not { } mapped)
        {
            return Value.Leaf(new object());
        }

        // (v, i) => (v, i) makes pairs, and v => new[] { v, 0 } rows.
        mapped = mapped.Is(Op.Tuple) ? Value.Of(Op.Pairs, ImmutableArray.CreateRange(mapped.Args, part => Read(part))) : Read(mapped);
        if (function is { Key: IMethodSymbol method, Origin: { } group } && session.Knowledge.Find(method) is { } known)
        {
            Emit(group, mapped, known);
        }

        return mapped;
    }

    // Sequential(Linear(…), ReLU(), Softmax(1)): one module after the other; a module that nobody knows makes something new. One that is made
    // empty gets its modules later.
    private Value Sequence(Value modules, Value input)
    {
        if (!modules.Is(Op.Tuple) || modules.Args.IsEmpty)
        {
            return Value.Leaf(new object());
        }

        Value value = input;
        foreach (Value part in modules.Args)
        {
            Value module = part.Is(Op.Tuple) && part.Args.Length == 2 ? part.Args[1] : part;
            value = Forward(module, value) ?? Value.Leaf(new object(), name: null, value.Type);
        }

        return value;
    }

    private Value? Forward(Value module, Value input)
    {
        foreach (ISymbol member in Members.Of(module.Type, "forward"))
        {
            if (member is IMethodSymbol { Parameters.Length: 1 } forward)
            {
                ImmutableArray<Value> args = ImmutableArray.Create(input);
                return session.Knowledge.Find(forward, module.Type) is { } known
                    ? Instantiate(known.Result, CallFrame.Of(args, module))
                    : Summarised(forward, args);
            }
        }

        return module.MadeAs is { } name && session.Knowledge.FindUnbound(name, "forward", arguments: 1) is { } unbound
            ? Instantiate(unbound.Result, CallFrame.Of(ImmutableArray.Create(input), module))
            : null;
    }

    // (sum, x) => sum + Math.Exp(x) is one pass of a loop.
    private Value Fold(Value source, Value seed, Value function)
    {
        Value running = Value.Keyed(Op.LoopVariable, new object());
        return ApplyFunction(function, ImmutableArray.Create(running, source)) is { } pass
            ? new LoopReduction(value => value, value => Shape.Contains(value, running)).Of(running, seed, pass, depth: 0) ?? Value.Leaf(new object())
            : Value.Leaf(new object());
    }
}
