using System.Collections.Generic;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private void ForgetWritten(IEnumerable<ISymbol> variables)
    {
        foreach (ISymbol variable in variables)
        {
            if (env.Variables.ContainsKey(variable) || variable is IParameterSymbol)
            {
                env = env.Set(variable, Value.Leaf(new object(), variable.Name));
            }
        }
    }

    // Control may come to a label from anywhere.
    private void ForgetEverything()
    {
        ForgetWritten(writes.Keys);
        foreach (object key in env.Contents.Keys)
        {
            env = env.SetContent(key, Value.Leaf(new object()));
        }

        env = env with { Dead = false, Facts = Facts.None };
    }

    private void ForgetMemory(IOperation written)
    {
        foreach (ISymbol variable in WriteSet.MemoryOf(written))
        {
            if (MemoryOf(variable) is { } key)
            {
                env = env.SetContent(key, Value.Leaf(new object(), variable.Name));
            }
        }
    }

    // A store through a pointer or something stranger: whatever it reaches is unknown now.
    private void ForgetParts(IOperation target)
    {
        foreach (IOperation child in target.ChildOperations)
        {
            Value part = Evaluate(child);
            Write(part, Value.Leaf(new object(), part.Name));
        }
    }
}
