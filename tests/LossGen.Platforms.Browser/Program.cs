using System;
using LossGen.Platforms;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

// A host without components: without one, the trimmed runtime does not start.
var host = WebAssemblyHostBuilder.CreateDefault(args).Build();

// The runtime interprets here.
Checks.Run(Console.Out, isQuick: true);
await host.RunAsync();
