using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>Reads the class count: the attribute's one positional argument, or none where the method takes the count.</summary>
internal static class ClassCountReader
{
    public static ClassCount Read(AttributeData attribute, List<Problem> problems, CancellationToken token)
    {
        if (attribute.ConstructorArguments.FirstOrDefault(argument => argument is { Kind: TypedConstantKind.Primitive, Value: int }) is { Value: int classes })
        {
            if (classes < 1)
            {
                problems.Add(new Problem(RuleIds.ClassCount, AttributePlaces.Option(attribute, null, token), classes));
            }

            return classes;
        }

        // Without the number the count comes at run time.
        if (attribute.AttributeConstructor is { } constructor && constructor.Parameters.All(parameter => parameter.Type.SpecialType != SpecialType.System_Int32))
        {
            return ClassCount.AtRunTime;
        }

        problems.Add(Problem.OfCompiler(AttributePlaces.Whole(attribute, token)));
        return 1;
    }
}
