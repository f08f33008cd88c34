using LossGen.Site;

namespace LossGen.Playground.Documents;

/// <summary>Pages behind the app's own address: any server of files will do. Dead links are found where the site is written.</summary>
internal sealed class AppLinks : LinkScheme
{
    public static string To(string source) => "?page=" + source;

    public override string ToPage(Page from, Page to) => To(to.Source);

    public override string ToPicture(Page from, string path) => path;

    public override bool HasFile(string path) => System.IO.Path.HasExtension(path);

    public override bool HasFolder(string path) => !HasFile(path);

    public override bool HasAnchor(Page to, string anchor) => true;
}
