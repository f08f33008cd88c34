using System;
using System.Globalization;
using System.Linq;

// Formulas as a textbook prints them, each at a place where it fails. What each gives is printed, one line a formula.
Print("loss", Formulas.Loss([0, 1000], 0));
Print("log sigmoid", Formulas.LogSigmoid(-800));
Print("log-sum-exp", Formulas.LogSumExp([1000, 1000]));
Print("softplus", Formulas.Softplus(800));
Print("log(1 - exp)", Formulas.LogOneMinusExp(-1e-20));
Print("sigmoid", Formulas.Sigmoid(800));
Print("tanh", Formulas.Tanh(800));
Print("log cosh", Formulas.LogCosh(800));
Print("log(1 + x)", Formulas.LogOnePlus(1e-20));
Print("exp - 1", Formulas.ExpMinusOne(1e-20));
Print("log exp", Formulas.LogExp(-1000));
Print("1 - sigmoid", Formulas.Complement(50));
Print("softmax", Formulas.Unshifted([1000, 1000])[0]);

static void Print(string name, double value) => Console.WriteLine(name + ": " + value.ToString("g6", CultureInfo.InvariantCulture));

internal static class Formulas
{
    public static double Loss(double[] z, int label)
    {
        double[] p = Softmax(z);
        return -Math.Log(p[label]);
    }

    private static double[] Softmax(double[] z)
    {
        double max = z.Max();
        double[] e = z.Select(x => Math.Exp(x - max)).ToArray();
        double sum = e.Sum();
        return e.Select(x => x / sum).ToArray();
    }

    public static double LogSigmoid(double x) => Math.Log(1 / (1 + Math.Exp(-x)));

    public static double LogSumExp(double[] x) => Math.Log(x.Sum(v => Math.Exp(v)));

    public static double Softplus(double x) => Math.Log(1 + Math.Exp(x));

    public static double LogOneMinusExp(double x) => Math.Log(1 - Math.Exp(x));

    public static double Sigmoid(double x) => Math.Exp(x) / (1 + Math.Exp(x));

    public static double Tanh(double x) => (Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x));

    public static double LogCosh(double x) => Math.Log(Math.Cosh(x));

    public static double LogOnePlus(double rate) => Math.Log(1 + rate);

    public static double ExpMinusOne(double x) => Math.Exp(x) - 1;

    public static double LogExp(double x) => Math.Log(Math.Exp(x));

    public static double Complement(double x) => 1 - (1 / (1 + Math.Exp(-x)));

    public static double[] Unshifted(double[] x)
    {
        double sum = x.Sum(v => Math.Exp(v));
        return x.Select(v => Math.Exp(v) / sum).ToArray();
    }
}
