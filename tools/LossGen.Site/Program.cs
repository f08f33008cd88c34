using System;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Site;

// The documentation as plain HTML:
//   dotnet run --project tools/LossGen.Site [folder]       artifacts/site unless told
string root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(data => data.Key == "RepoRoot").Value!;
string target = args.Length > 0 ? args[0] : Path.Combine(root, "artifacts", "site");
try
{
    int pages = DocumentationSite.Write(root, target);
    Console.WriteLine($"{pages} pages; open {Path.Combine(target, "index.html")}");
    return 0;
}
catch (DeadLinkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
