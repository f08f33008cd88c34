using System.IO;

namespace LossGen.Site;

/// <summary>Pages as files below one folder. Their links are relative, so that the site can be opened from a disk.</summary>
/// <param name="root">The checkout.</param>
internal sealed class DiskLinks(string root) : LinkScheme
{
    public static string To(Page from, string target) =>
        Path.GetRelativePath("/" + Path.GetDirectoryName(from.Target), "/" + target).Replace('\\', '/');

    public override string ToPage(Page from, Page to) => To(from, to.Target);

    public override string ToPicture(Page from, string path) => To(from, path);

    public override bool HasFile(string path) => File.Exists(Path.Combine(root, path));

    public override bool HasFolder(string path) => Directory.Exists(Path.Combine(root, path));
}
