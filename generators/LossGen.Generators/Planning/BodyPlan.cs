using System.Collections.Generic;
using System.Globalization;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Planning;

/// <summary>One body of a kernel: how it goes through rows and classes, with which vectors, and for which calls it is chosen.</summary>
/// <param name="Schedule">How rows and classes map to lanes and loops.</param>
/// <param name="Bits">The vectors' width; 0 for the body without vectors.</param>
/// <param name="Element">What it computes in.</param>
internal sealed record BodyPlan(Schedule Schedule, int Bits, ElementType Element)
{
    /// <summary>The fewest classes it can take, where their number is known at run time only.</summary>
    public int? FromClasses { get; init; }

    /// <summary>The most classes it is chosen for, likewise.</summary>
    public int? UpToClasses { get; init; }

    /// <summary>The fewest rows it is chosen for.</summary>
    public int? FromRows { get; init; }

    /// <summary>The most rows it is chosen for.</summary>
    public int? UpToRows { get; init; }

    /// <summary>How many numbers a vector holds.</summary>
    public int Lanes => Bits == 0 ? 1 : Bits / (Element == ElementType.Float ? 32 : 64);

    /// <summary>The method's name.</summary>
    public string Name => Prefix + (Bits == 0 ? "Scalar" : Bits.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Whether exponentials may come from a table in a register: not where rows lie across lanes, which have the same bits with vectors of all
    /// widths.
    /// </summary>
    public bool TakesTables => Schedule is Schedule.RowBlock or Schedule.RowAlone or Schedule.RowStream;

    private string Prefix => Schedule switch
    {
        Schedule.RowAlone => "Few",
        Schedule.OneLane => "One",
        Schedule.RowPlanes => "Planes",

        // Where the number of classes is known at run time only, a stream has that name.
        Schedule.RowBlock when FromClasses is not null => "Blocks",
        _ => "Rows",
    };

    /// <summary>One line of the plan.</summary>
    public override string ToString()
    {
        List<string> calls = [];
        Add("classes", FromClasses, UpToClasses);
        Add("rows", FromRows, UpToRows);
        string width = Bits == 0 ? "without vectors" : $"{Bits.ToString(CultureInfo.InvariantCulture)} bits";
        return $"{Name}: {Schedule}, {width}{(calls.Count > 0 ? ", " + string.Join(" and ", calls) : string.Empty)}";

        void Add(string what, int? from, int? upTo)
        {
            if (from is not null || upTo is not null)
            {
                calls.Add(from == upTo ? $"{what} = {Number(from!.Value)}"
                    : upTo is null ? $"{what} ≥ {Number(from!.Value)}"
                    : (from is null ? string.Empty : Number(from.Value) + " ≤ ") + $"{what} ≤ {Number(upTo.Value)}");
            }
        }

        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
