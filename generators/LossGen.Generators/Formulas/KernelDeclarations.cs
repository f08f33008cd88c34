using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Formulas;

/// <summary>
/// Reads any kernel's declaration: for a loss that the user wrote, its formula first. The generator and the analyzer both start here.
/// </summary>
internal static class KernelDeclarations
{
    public static KernelReading Read(
        IMethodSymbol method,
        AttributeData attribute,
        LossDeclaration loss,
        CompilationFacts facts,
        Compilation compilation,
        CancellationToken token
    )
    {
        return FaultBarrier.Read(ReadDeclaration, method, token);

        KernelReading ReadDeclaration()
        {
            if (loss is not CustomFormula { Custom: null } written || UncompletableMethods.IsNoDeclaration(method, token))
            {
                return KernelReader.Read(method, attribute, loss, facts, token);
            }

            var problems = new List<Problem>();
            string? name = attribute
                .ConstructorArguments.Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null)
                .FirstOrDefault(text => text is not null);
            var classes = ClassCountReader.Read(attribute, [], token);
            var formula = FormulaReader.Read(
                method,
                name ?? string.Empty,
                written.IsBinary,
                classes,
                ParameterReader.HasNumberTargets(method),
                compilation,
                AttributePlaces.Whole(attribute, token),
                problems,
                token
            );
            return formula is null
                ? KernelReader.Refused(method, problems, token)
                : KernelReader.Read(method, attribute, new CustomFormula(written.IsBinary, formula), facts, token);
        }
    }
}
