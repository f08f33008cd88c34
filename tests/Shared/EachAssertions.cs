using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;

// Where every test looks for its assertions.
#pragma warning disable IDE0130
namespace Shouldly;

/// <summary>Assertions on all elements that fail where there are none: a statement about nothing is always true.</summary>
internal static class EachAssertions
{
    public static void ShouldEach<T>(this IEnumerable<T> items, Expression<Func<T, bool>> holds, string? what = null)
    {
        var list = items.ToList();
        list.ShouldNotBeEmpty("There is nothing to check. " + what);
        list.ShouldAllBe(holds, what);
    }

    /// <summary>For two lists of the same length: <c>Zip</c> leaves out what one of them lacks.</summary>
    public static void ShouldPair<T, TOther>(this IEnumerable<T> items, IEnumerable<TOther> others, Expression<Func<(T First, TOther Second), bool>> holds, string? what = null)
    {
        var (list, other) = (items.ToList(), others.ToList());
        list.Count.ShouldBe(other.Count, "The lists have different lengths. " + what);
        list.Zip(other).ShouldEach(holds, what);
    }
}
