using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>Reads the class count, the attribute's one positional argument.</summary>
internal static class ClassCountReader
{
    public static int Read(AttributeData attribute, List<Problem> problems, CancellationToken token)
    {
        if (attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: int classes }])
        {
            if (classes < 1)
            {
                problems.Add(new Problem(RuleIds.ClassCount, AttributePlaces.Option(attribute, null, token), classes));
            }

            return classes;
        }

        // Without arguments the count comes at run time. An argument that does not compile is the compiler's to report too.
        if (attribute.AttributeConstructor is { Parameters.Length: 0 })
        {
            problems.Add(new Problem(RuleIds.NotSupportedYet, AttributePlaces.Whole(attribute, token), "A class count that is known only at run time"));
        }
        else
        {
            problems.Add(new Problem(RuleIds.ClassCount, AttributePlaces.Whole(attribute, token), "?"));
        }

        return 1;
    }
}
