using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace Cluster.Silos;

/// <summary>Ports of this machine that no one listens on.</summary>
internal static class FreePorts
{
    /// <summary>As many different ones as asked for: all are open at once before the first is given back.</summary>
    public static int[] Find(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        try
        {
            foreach (var listener in listeners)
            {
                listener.Start();
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }
}
