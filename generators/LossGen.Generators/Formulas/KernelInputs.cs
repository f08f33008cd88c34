using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Reading;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Formulas;

/// <summary>What a formula's further parameters mean: parameters of the kernel, by name, or constants of the type.</summary>
internal sealed class KernelInputs(IMethodSymbol kernel)
{
    private readonly List<CustomParameter> found = [];

    public IReadOnlyList<CustomParameter> Parameters => found;

    /// <summary>The meaning of a formula's parameter: a number, or the role of one number per class.</summary>
    public FormulaValue Of(IParameterSymbol parameter, SyntaxNode place)
    {
        if (kernel.Parameters.Any(own => own.Name == parameter.Name))
        {
            bool isFunction = parameter.Type.TypeKind == TypeKind.Delegate;
            bool isOfRow = parameter
                .GetAttributes()
                .Any(data =>
                    data.AttributeClass
                        is {
                            Name: "PerRowAttribute",
                            ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true }
                        }
                );
            int index = found.Count;
            var role =
                isFunction ? CustomRoles.OfClass(index)
                : isOfRow ? CustomRoles.OfRow(index)
                : CustomRoles.Number(index);
            if (found.FirstOrDefault(earlier => earlier.Name == parameter.Name) is { } known)
            {
                role = known.Role;
            }
            else
            {
                found.Add(new CustomParameter(parameter.Name, role));
            }

            return isFunction ? FormulaValue.OfFunction(role) : FormulaValue.Of(isOfRow ? Inputs.OfRow(role) : Inputs.OfCall(role));
        }

        for (var type = kernel.ContainingType; type is not null; type = type.ContainingType)
        {
            if (
                type.GetMembers(parameter.Name).OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue) is
                { ConstantValue: { } constant }
            )
            {
                return FormulaValue.Of(System.Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: double standard })
        {
            return FormulaValue.Of(standard);
        }

        throw new FormulaProblem(new Problem(RuleIds.FormulaParameter, place.GetLocation(), parameter.Name, kernel.Name));
    }
}
