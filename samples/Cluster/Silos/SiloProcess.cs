using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Cluster.Silos;

/// <summary>A silo in a child process of this very program.</summary>
internal sealed class SiloProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private SiloProcess(int number, int gateway, Process process)
    {
        Number = number;
        Gateway = gateway;
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Its place among the silos, from 1 on; the first keeps the list of members.</summary>
    public int Number { get; }

    /// <summary>The port on which it talks to clients.</summary>
    public int Gateway { get; }

    public int Id => process.Id;

    public static SiloProcess Start(int number, int port, int gateway, int primary)
    {
        string program = Environment.ProcessPath ?? throw new ClusterException("The program does not know its own path.");
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        var arguments = new[] { port, gateway, primary }.Select(value => value.ToString(CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo(program, [.. host, SiloCommand.Name, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new SiloProcess(number, gateway, Process.Start(start) ?? throw new ClusterException($"{program} did not start."));
    }

    /// <summary>Returns when the silo is a member of the cluster.</summary>
    public async Task IsReady()
    {
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line == SiloCommand.Ready)
            {
                return;
            }
        }

        string text = await errors.ConfigureAwait(false);
        throw new ClusterException($"Silo {Number} did not start: {text.Split('\n')[0].Trim()}");
    }

    /// <summary>As a crash does: the process gets no chance to say goodbye.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }
}
