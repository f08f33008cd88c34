using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Passes;

/// <content>The steps of a pass: their loops, what is computed elementwise, what is stored.</content>
internal abstract partial class PassWriter
{
    private void WriteGroups()
    {
        if (loop.IsOneGroup)
        {
            WriteGroup(a => Literals.Integer(a * loop.Step));
            return;
        }

        if (!Flushes)
        {
            w.Open($"for (nuint i = 0; i < {loop.GroupsEnd}; i += {loop.Stride})");
            WriteGroup(InLoop);
            w.Close();
            return;
        }

        int chunk = GroupsPerFlush * loop.Stride;
        w.Open($"for (nuint start = 0; start < {loop.GroupsEnd}; start += {chunk})");
        DeclareSums();
        w.Line($"nuint end = Math.Min(start + {chunk}, {loop.GroupsEnd});");
        w.Open($"for (nuint i = start; i < end; i += {loop.Stride})");
        WritePrefetch();
        WriteGroup(InLoop);
        w.Close();
        foreach (var reduce in reductions.Where(reduce => !Lasts(reduce)))
        {
            AddToSecondLevel(reduce, Tree(reduce));
        }

        w.Close();

        string InLoop(int a) => a == 0 ? "i" : $"i + {a * loop.Step}";
    }

    /// <summary>Asks for the next row's logits, a cache line after the other.</summary>
    private void WritePrefetch()
    {
        if (Ahead is null)
        {
            return;
        }

        int perLine = Storage.PerCacheLine(memory.LogitItem);
        w.Open($"if ({Ahead} != 0)");
        for (int offset = 0; offset < loop.Stride; offset += perLine)
        {
            w.Line($"Lanes.Prefetch(ref logits, i + {Ahead}{(offset > 0 ? " + " + Literals.Integer(offset) : string.Empty)});");
        }

        w.Close();
    }

    private void WriteLeftovers()
    {
        if (loop.LeftoversAreCounted)
        {
            for (int step = 0; step < loop.Leftovers; step++)
            {
                WriteLeftover("Last" + Literals.Integer(step), loop.LeftoverStart(step));
            }

            return;
        }

        w.Open($"for (nuint i = {loop.GroupsEnd}; i < {loop.StepsEnd}; i += {loop.Step})");
        WriteLeftover("Last", "i");
        w.Close();
    }

    private void WriteLeftover(string name, string offset)
    {
        Compute(name, offset);
        Accumulate(name, 0, flushed: Flushes);
        Store(name, offset);
    }

    private void WriteGroup(System.Func<int, string> offset)
    {
        // One step after the other keeps few values alive; but in a loop a processor would rather not have its loads and stores mixed.
        bool apart = !isStraight && stores.Count + spilled.Count > 0;
        for (int a = 0; a < loop.Accumulators; a++)
        {
            Compute(Literals.Integer(a), offset(a));
            if (!apart)
            {
                Finish(a);
            }
        }

        for (int a = 0; apart && a < loop.Accumulators; a++)
        {
            Finish(a);
        }

        void Finish(int a)
        {
            Accumulate(Literals.Integer(a), a, flushed: false);
            Store(Literals.Integer(a), offset(a));
        }
    }

    /// <summary>The elementwise steps for one step over the classes.</summary>
    private void Compute(string suffix, string offset)
    {
        foreach (var statement in steps)
        {
            string value = statement switch
            {
                _ when waiting.FirstOrDefault(spill => spill.Value == statement) is { } spill => memory.Unspill(spill, offset),
                Let let => Print(let.Value, suffix),
                Load { Kind: InputKind.OfElement } load => memory.LoadElement(load.Role, offset),
                Load { Kind: InputKind.OfClass } load => memory.LoadShared(RoleTable.Of(load.Role).Name, offset),
                Load { Kind: InputKind.OfPair } load => memory.LoadPair(load.Role, offset),
                Load { Kind: InputKind.ClassIndex } => memory.ClassIndex(offset),
                Load { Kind: InputKind.IsTarget } => memory.IsTarget(offset),
                _ => memory.LoadLogits(offset),
            };
            w.Line($"{d.Type} {RowProgram.NameOf(statement)}{suffix} = {value};");
        }
    }

    private void Store(string suffix, string offset)
    {
        foreach (var spill in spilled)
        {
            w.Line(memory.Spill(spill, spill.Name + suffix, offset));
        }

        foreach (var store in stores)
        {
            string value = Print(store.Value, suffix);
            value = Mask is not null && Outputs.DependsOnTarget(store.Output) ? Mask + " & " + Parenthesized(value) : value;
            w.Line(memory.Store(Parenthesized(value), OutputNames.Buffer(store.Output), offset));
        }
    }
}
