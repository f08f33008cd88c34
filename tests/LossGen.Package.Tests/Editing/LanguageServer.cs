using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LossGen.ProcessTesting;

namespace LossGen.Package.Tests.Editing;

/// <summary>csharp-ls in a process of its own, and an editor's side of the Language Server Protocol, as much of it as the tests need.</summary>
internal sealed class LanguageServer : IDisposable
{
    // Loading a project runs MSBuild, and the first answer compiles all analyzers.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> waiting = new();
    private readonly StringBuilder errors = new();
    private readonly Process process;
    private readonly Stream input;
    private readonly Stream output;
    private int lastId;

    private LanguageServer(Process process)
    {
        this.process = process;
        input = process.StandardInput.BaseStream;
        output = process.StandardOutput.BaseStream;
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        _ = Task.Factory.StartNew(Read, TaskCreationOptions.LongRunning);
    }

    /// <summary>Starts it in a folder that holds a project, and says what an editor says at first.</summary>
    public static LanguageServer Open(string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = Dotnet.Start(LanguageServerFactAttribute.Program, folder, environment);
        if (Path.GetDirectoryName(Dotnet.Host) is { Length: > 0 } root)
        {
            start.Environment["DOTNET_ROOT"] = root;
        }

        var server = new LanguageServer(Process.Start(start) ?? throw new CommandFailedException("csharp-ls did not start"));
        string uri = Uri(folder);
        server.Request("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = uri,
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = uri, ["name"] = "tests" }),
            ["capabilities"] = new JsonObject
            {
                ["workspace"] = new JsonObject { ["configuration"] = true, ["workspaceFolders"] = true },
                ["textDocument"] = new JsonObject
                {
                    ["diagnostic"] = new JsonObject(),
                    ["hover"] = new JsonObject { ["contentFormat"] = new JsonArray("markdown") },
                },
            },
        });
        server.Notify("initialized", []);
        return server;
    }

    public static string Uri(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Sends a question and waits for its answer.</summary>
    public JsonNode? Request(string method, JsonObject parameters)
    {
        int id = ++lastId;
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return answer.Task.Wait(Patience)
            ? answer.Task.Result
            : throw new CommandFailedException($"csharp-ls did not answer {method} within {Patience}\n{errors}");
    }

    public void Notify(string method, JsonObject parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Send(JsonObject message)
    {
        byte[] body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (input)
        {
            input.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            input.Write(body);
            input.Flush();
        }
    }

    private void Read()
    {
        try
        {
            while (Message() is { } message)
            {
                Receive(message);
            }

            Fail(new CommandFailedException($"csharp-ls ended\n{errors}"));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ObjectDisposedException)
        {
            Fail(e);
        }
    }

    private void Receive(JsonObject message)
    {
        int? id = message["id"]?.GetValue<int>();
        if (id is null)
        {
            return;
        }

        if (message["method"]?.GetValue<string>() is { } method)
        {
            // The server asks for the user's settings; its analyzers are off unless they say otherwise.
            var settings = new JsonArray(new JsonObject { ["analyzersEnabled"] = true });
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = method == "workspace/configuration" ? settings : null });
        }
        else if (waiting.TryRemove(id.Value, out var answer))
        {
            if (message["error"] is { } error)
            {
                answer.SetException(new CommandFailedException($"csharp-ls: {error.ToJsonString()}"));
            }
            else
            {
                answer.SetResult(message["result"]?.DeepClone());
            }
        }
    }

    private void Fail(Exception reason)
    {
        foreach (var answer in waiting.Values)
        {
            answer.TrySetException(reason);
        }
    }

    private JsonObject? Message()
    {
        int length = -1;
        while (Line() is { } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line.AsSpan("Content-Length:".Length), System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (line.Length == 0)
            {
                byte[] body = new byte[length];
                output.ReadExactly(body);
                return JsonNode.Parse(body)!.AsObject();
            }
        }

        return null;
    }

    private string? Line()
    {
        var line = new StringBuilder();
        for (int next = output.ReadByte(); next >= 0; next = output.ReadByte())
        {
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)next);
        }

        return null;
    }
}
