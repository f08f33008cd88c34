using System;
using System.CommandLine;
using System.Text;
using Cluster;
using Cluster.Data;
using Cluster.Silos;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var silos = new Option<int>("--silos") { Description = "Processes that hold shards.", HelpName = "COUNT", DefaultValueFactory = _ => 3 };
var data = new Option<string[]>("--data")
{
    Description = "CSV files, compressed with gzip or not: numbers, and the class from 0 on as the last column. One file is cut into shards, several are "
        + "a shard each. Default: the first 1500 images of samples/Digits.",
    HelpName = "FILE",
    AllowMultipleArgumentsPerToken = true,
};
var shards = new Option<int?>("--shards") { Description = "Into how many shards one file is cut. Default: 6.", HelpName = "COUNT" };
var kill = new Option<int?>("--kill") { Description = "Kill a silo that holds shards after this iteration, to see that nothing is lost.", HelpName = "ITERATION" };
var check = new Option<bool>("--check") { Description = "Read all shards here as well, and fit them once more without a cluster." };
var command = new RootCommand("Fits softmax regression to shards of rows that Microsoft Orleans spreads over processes.") { silos, data, shards, kill, check };
command.Subcommands.Add(SiloCommand.Create());
command.SetAction(arguments => Demonstration.Run(new Settings(
    arguments.GetValue(silos),
    arguments.GetValue(data) ?? [],
    arguments.GetValue(shards),
    arguments.GetValue(kill),
    arguments.GetValue(check))));

var parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(parsed.Errors[0].Message);
    return 2;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (BadInputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (ClusterException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
