using System;
using System.Linq;

namespace LossGen.Site;

/// <summary>Where pages stand and how they link to each other: on a disk, or in an app.</summary>
internal abstract class LinkScheme
{
    /// <summary>The link from one page to another, without an anchor.</summary>
    public abstract string ToPage(Page from, Page to);

    /// <summary>The link from a page to a picture.</summary>
    /// <param name="from">The page.</param>
    /// <param name="path">The picture's path in the repository.</param>
    public abstract string ToPicture(Page from, string path);

    /// <summary>Whether the repository has a file of that path.</summary>
    public abstract bool HasFile(string path);

    /// <summary>Whether a page has a heading that a link can point to.</summary>
    public virtual bool HasAnchor(Page to, string anchor) => to.Anchors.Contains(anchor, StringComparer.Ordinal);

    /// <summary>Whether the repository has a folder of that path.</summary>
    public abstract bool HasFolder(string path);
}
