using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace LossGen.CodeFixes;

/// <summary>
/// Gives a variable another name after an edit: one called <c>softmax</c> that holds a log-softmax becomes <c>logSoftmax</c>.
/// </summary>
internal sealed class Renaming
{
    private readonly string oldName;
    private readonly string newName;
    private readonly int declaration;

    private Renaming(string oldName, string newName, int declaration)
    {
        this.oldName = oldName;
        this.newName = newName;
        this.declaration = declaration;
    }

    /// <summary>What follows the edit's title.</summary>
    public string Title => $" and rename '{oldName}' to '{newName}'";

    /// <summary>The renaming that an edit suggests, where the name says what is no longer true and the other is free.</summary>
    public static Renaming? Of(FixScene scene, Edit edit)
    {
        if (edit.Holder is not (ILocalSymbol or IParameterSymbol)
            || edit.Holder.DeclaringSyntaxReferences is not { Length: 1 } references
            || !Names.Say(Meaning.ProbabilityItself, edit.Holder.Name))
        {
            return null;
        }

        string from = edit.Holder.Name;
        string to = LogOf(from);
        SyntaxNode declared = references[0].GetSyntax();
        bool isTaken = edit.Holder.ContainingSymbol.DeclaringSyntaxReferences
                .Any(owner => owner.GetSyntax().DescendantTokens().Any(token => token.ValueText == to))
            || !scene.Model.LookupSymbols(declared.SpanStart, name: to).IsEmpty;
        int place = Declarations(scene.Root, from).ToList().IndexOf(declared);
        return isTaken || place < 0 ? null : new Renaming(from, to, place);
    }

    public async Task<Solution> Make(Document document, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        return Declarations(root, oldName).ElementAtOrDefault(declaration) is { } declared
            && model.GetDeclaredSymbol(declared, cancellation) is { } symbol
            ? await Renamer.RenameSymbolAsync(document.Project.Solution, symbol, default, newName, cancellation).ConfigureAwait(false)
            : document.Project.Solution;
    }

    // An edit declares no variable of that name, and removes none.
    private static IEnumerable<SyntaxNode> Declarations(SyntaxNode root, string name) => root.DescendantNodes().Where(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        _ => false,
    });

    private static string LogOf(string name)
    {
        string start = new(name.TakeWhile(character => !char.IsLetter(character)).ToArray());
        string rest = name.Substring(start.Length);
        return start + (char.IsUpper(rest[0]) ? "Log" : "log") + char.ToUpperInvariant(rest[0]) + rest.Substring(1);
    }
}
