using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;

namespace LossGen.RoslynTesting;

/// <summary>Runs a fix's Fix All the way an editor and <c>dotnet format</c> do.</summary>
internal static class FixAllRun
{
    public static async Task<Solution> Run(CodeTest test, FixAllScope scope, Document first)
    {
        ImmutableArray<Diagnostic> found = await test.Diagnose(first);
        Diagnostic one = found.First(diagnostic => test.CanFix(diagnostic.Id));
        CodeAction action = (await test.Actions(first, one)).First();
        FixAllProvider provider = test.Fix!.GetFixAllProvider().ShouldNotBeNull();
        provider.GetSupportedFixAllScopes().ShouldContain(scope);
        var context = new FixAllContext(first, test.Fix, scope, action.EquivalenceKey, [one.Id], new Provider(test), CancellationToken.None);
        CodeAction all = (await provider.GetFixAsync(context)).ShouldNotBeNull();
        ImmutableArray<CodeActionOperation> operations = await all.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private sealed class Provider(CodeTest test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var all = new List<Diagnostic>();
            foreach (Document document in project.Documents)
            {
                all.AddRange(await test.Diagnose(document));
            }

            return all;
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await test.Diagnose(document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
