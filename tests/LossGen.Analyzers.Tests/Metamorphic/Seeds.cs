using System.Collections.Generic;
using System.Linq;

namespace LossGen.Analyzers.Tests.Metamorphic;

/// <summary>A small program with one method, and the rule that has to speak about it; null where none may.</summary>
internal sealed record Seed(string Name, string? Id, string Members)
{
    public static IReadOnlyList<Seed> All { get; } =
    [
        new("log of a softmax by loops", "LG1001", """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                double[] e = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    e[i] = Math.Exp(z[i] - max);
                    sum += e[i];
                }

                double p = e[y] / sum;
                return -Math.Log(p);
            }
            """),
        new("log-softmax by loops", null, """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    sum += Math.Exp(z[i] - max);
                }

                double score = z[y] - max;
                return Math.Log(sum) - score;
            }
            """),
        new("softmax without a shift", "LG1101", """
            static double Loss(double[] z, int y)
            {
                double sum = 0;
                double[] e = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    e[i] = Math.Exp(z[i]);
                    sum += e[i];
                }

                double p = e[y] / sum;
                return 1 - p;
            }
            """),
        new("softmax with a shift", null, """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                double[] e = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    e[i] = Math.Exp(z[i] - max);
                    sum += e[i];
                }

                double p = e[y] / sum;
                return 1 - p;
            }
            """),
        new("log-sum-exp without a shift", "LG1003", """
            static double Loss(double[] z, int y)
            {
                double sum = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    sum += Math.Exp(z[i]);
                }

                return Math.Log(sum) - z[y];
            }
            """),
        new("softplus", "LG1004", """
            static double Loss(double[] z, int y)
            {
                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double x = z[i];
                    total += Math.Log(1 + Math.Exp(x));
                }

                return total / z.Length;
            }
            """),
        new("softplus with a branch", null, """
            static double Loss(double[] z, int y)
            {
                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double x = z[i];
                    total += Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
                }

                return total / z.Length;
            }
            """),
        new("log of a sigmoid", "LG1002", """
            static double Loss(double[] z, int y)
            {
                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double s = 1 / (1 + Math.Exp(-z[i]));
                    total -= Math.Log(s);
                }

                return total;
            }
            """),
        new("logarithm of a distance", null, """
            static double Loss(double[] z, int y)
            {
                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double s = 1 + Math.Abs(z[i]);
                    total -= Math.Log(s);
                }

                return total;
            }
            """),
        new("quotient of infinities", "LG1022", """
            static double Loss(double[] z, int y)
            {
                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double e = Math.Exp(z[i]);
                    total += e * z[i] / (3 + e);
                }

                return total;
            }
            """),
        new("quotient of bounded exponentials", null, """
            static double Loss(double[] z, int y)
            {
                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double e = Math.Exp(-Math.Abs(z[i]));
                    total += e * z[i] / (3 + e);
                }

                return total;
            }
            """),
        new("derivative of a softmax over the softmax", "LG1105", """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                double[] p = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    p[i] = Math.Exp(z[i] - max);
                    sum += p[i];
                }

                for (int i = 0; i < z.Length; i++)
                {
                    p[i] /= sum;
                }

                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    total += p[y] * (1 - p[y]) * i / p[y];
                }

                return total;
            }
            """),
        new("derivative of a softmax", null, """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                double[] p = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    p[i] = Math.Exp(z[i] - max);
                    sum += p[i];
                }

                for (int i = 0; i < z.Length; i++)
                {
                    p[i] /= sum;
                }

                double total = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    total += p[y] * (1 - p[y]) * i / 3;
                }

                return total;
            }
            """),
        new("entropy of a softmax", "LG1001", """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                double[] p = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    p[i] = Math.Exp(z[i] - max);
                    sum += p[i];
                }

                for (int i = 0; i < z.Length; i++)
                {
                    p[i] /= sum;
                }

                double entropy = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    entropy -= p[i] * Math.Log(p[i]);
                }

                return entropy;
            }
            """),
        new("entropy of a softmax with an epsilon", null, """
            static double Loss(double[] z, int y)
            {
                double max = z[0];
                for (int i = 1; i < z.Length; i++)
                {
                    max = Math.Max(max, z[i]);
                }

                double sum = 0;
                double[] p = new double[z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    p[i] = Math.Exp(z[i] - max);
                    sum += p[i];
                }

                for (int i = 0; i < z.Length; i++)
                {
                    p[i] /= sum;
                }

                double entropy = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    entropy -= p[i] * Math.Log(p[i] + 1e-12);
                }

                return entropy;
            }
            """),
    ];

    public static Seed Named(string name) => All.Single(seed => seed.Name == name);
}
