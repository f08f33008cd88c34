using System.Collections.Immutable;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Values;

namespace LossGen.Analyzers.Engine;

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

    private Value Operation(Template template, CallFrame frame)
    {
        var parts = ImmutableArray.CreateBuilder<Value>(template.Parts.Length);
        foreach (Template part in template.Parts)
        {
            Value value = Instantiate(part, frame);
            bool raw = parts.Count == 0 && template.Op is Op.View;
            parts.Add(raw ? value : Read(value));
        }

        if (template.Op == Op.Map && parts.Count >= 2)
        {
            Value function = parts[parts.Count - 1];
            parts.RemoveAt(parts.Count - 1);
            return ApplyFunction(function, parts.ToImmutable()) is { } mapped ? Read(mapped) : Value.Leaf(new object());
        }

        return Canonical.Build(template.Op, parts.ToImmutable());
    }
}
