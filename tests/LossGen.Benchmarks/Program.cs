using System;
using BenchmarkDotNet.Running;
using LossGen.Benchmarks.Accuracy;
using LossGen.Benchmarks.Quick;

if (Array.IndexOf(args, "--quick") >= 0)
{
    return Array.IndexOf(args, "--forms") >= 0 ? FormsTable.Run()
        : Array.IndexOf(args, "--losses") >= 0 ? LossTable.Run()
        : Array.IndexOf(args, "--masks") >= 0 ? MaskTable.Run()
        : Array.IndexOf(args, "--custom") >= 0 ? CustomTable.Run()
        : Array.IndexOf(args, "--linear") >= 0 ? LinearTable.Run()
        : Array.IndexOf(args, "--regression") >= 0 ? RegressionTable.Run(args)
        : Array.IndexOf(args, "--rows") >= 0 ? RowsTable.Run()
        : Array.IndexOf(args, "--spread") >= 0 ? SpreadTable.Run()
        : Array.IndexOf(args, "--bandwidth") >= 0 ? BandwidthTable.Run()
        : Array.IndexOf(args, "--storage") >= 0 ? StorageTable.Run()
        : QuickTable.Run(args);
}

if (Array.IndexOf(args, "--accuracy") >= 0)
{
    return AccuracyTable.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(QuickTable).Assembly).Run(args);
return 0;
