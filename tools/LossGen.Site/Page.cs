using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LossGen.Site;

/// <summary>A Markdown file on its way to HTML.</summary>
/// <param name="Source">Its path in the repository, with slashes.</param>
/// <param name="Parsed">Its text, parsed when somebody looks.</param>
internal sealed record Page(string Source, Lazy<MarkdownDocument> Parsed)
{
    public static MarkdownPipeline Pipeline { get; } =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePreciseSourceLocation().Build();

    public MarkdownDocument Markdown => Parsed.Value;

    /// <summary>The page's path in the site.</summary>
    public string Target => TargetOf(Source);

    /// <summary>The text of the first heading.</summary>
    public string Title =>
        Markdown.Descendants<HeadingBlock>().FirstOrDefault() is { Inline: { } heading } ? TextOf(heading) : Source;

    /// <summary>What a link may point to behind <c>#</c>.</summary>
    public IEnumerable<string> Anchors =>
        Markdown.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id).OfType<string>();

    public IEnumerable<LinkInline> Links => Markdown.Descendants<LinkInline>();

    public static Page Parse(string source, string text) =>
        new(source, new Lazy<MarkdownDocument>(() => Markdig.Markdown.Parse(text, Pipeline)));

    public static string TargetOf(string source) => source == "README.md" ? "index.html" : Path.ChangeExtension(source, ".html");

    private static string TextOf(ContainerInline inlines) => string.Concat(inlines.Descendants().Select(inline => inline switch
    {
        LiteralInline text => text.Content.ToString(),
        CodeInline code => code.Content,
        _ => string.Empty,
    }));
}
