using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Functions over one type, whose body says nothing, mean what they are called.</summary>
public class ConventionsTests
{
    private const string Operations = """
        interface INumericOperations<T>
        {
            T Log(T a); T Exp(T a); T Add(T a, T b); T Subtract(T a, T b); T Multiply(T a, T b); T Divide(T a, T b); T Negate(T a);
            T FromDouble(double v); T One { get; } T Zero { get; }
        }

        abstract class Ops<T> { public abstract T Ln(T a); public abstract T Log(T a); public abstract T Exp(T a); public abstract T Add(T a, T b); public abstract T Mul(T a, T b); public abstract T Constant(double v); }

        class Node { }

        class Graph
        {
            private object queue;
            private Node Record(string op, params Node[] of) { lock (queue) { throw new NotImplementedException(); } }
            public Node Log(Node x) => Record("log", x);
            public Node Mul(Node x, Node y) => Record("mul", x, y);
            public Node Softmax(Node x) => Record("softmax", x);
            public Node Sigmoid(Node x) => Record("sigmoid", x);
        }

        class ND
        {
            static void Run(ND x, ND into, int op) { Native(x, into, op); }
            [System.Runtime.InteropServices.DllImport("x")] static extern void Native(ND x, ND into, int op);
            public static ND Log(ND x) { var r = new ND(); Run(x, r, 2); return r; }
            public static ND Exp(ND x) { var r = new ND(); Run(x, r, 1); return r; }
            public static ND Softmax(ND x) { var r = new ND(); Run(x, r, 3); return r; }
            public static ND operator +(ND a, double b) { var r = new ND(); Run(a, r, 4); return r; }
        }

        """;

    [Theory]
    [InlineData("class L<T> { INumericOperations<T> N; T Loss(T p, T y) => N.Negate(N.Multiply(y, {|#:N.Log(N.Add(p, N.FromDouble(1e-10)))|})); }")]
    [InlineData("class L<T> { INumericOperations<T> num; T Loss(T x) => {|#:num.Log(num.Add(num.One, num.Exp(x)))|}; }")]
    [InlineData("class L<T> { Ops<T> ops; T Loss(T x) { T e = ops.Exp(x); return {|#:ops.Log(ops.Add(ops.Constant(1), e))|}; } }")]
    [InlineData("class L { static Node Loss(Graph g, Node target, Node x) => g.Mul(target, {|#:g.Log(g.Softmax(x))|}); }")]
    [InlineData("class L { static Node Loss(Graph g, Node target, Node x) { var p = g.Softmax(x); var l = {|#:g.Log(p)|}; return g.Mul(target, l); } }")]
    [InlineData("class L { static Node Loss(Graph g, Node x) => {|#:g.Log(g.Sigmoid(x))|}; }")]
    [InlineData("class L { static ND Loss(ND x) => {|#:ND.Log(ND.Exp(x) + 1)|}; }")]
    [InlineData("class L { static ND Loss(ND x) => {|#:ND.Log(ND.Softmax(x))|}; }")]
    public async Task They_speak(string member)
    {
        int at = member.IndexOf("{|#:", System.StringComparison.Ordinal);
        string source = Class(Operations + member.Remove(at, 4).Remove(member.IndexOf("|}", System.StringComparison.Ordinal) - 4, 2));
        Assert.NotEmpty(await Net.Found(source));
    }

    // Where the body is understood it wins; a logger, a set and a vector of another type are no numbers.
    [Theory]
    [InlineData("class Logger { public string Log(string text) => text; public string Exp(string text) => Console.ReadLine(); string M(string x) => Log(Exp(x) + 1); }")]
    [InlineData("class N { public static double Log(double x) => x * 2; static double M(double x) => Log(Math.Exp(x) + 1); }")]
    [InlineData("class Set { public virtual Set Add(Set a, Set b) => a; public virtual Set Log(Set a) => a; Set M(Set x) => Log(Add(x, x)); }")]
    [InlineData("class Shop { public Order Log(Order o) { Console.WriteLine(o); return o; } Order M(Order o) => Log(o); } class Order { }")]
    [InlineData("class L<T> { INumericOperations<T> N; T Loss(T x) => N.Log(N.Add(x, x)); }")]
    [InlineData("class L { static Node M(Graph g, Node x, Node y) => g.Log(g.Mul(x, y)); }")]
    public Task Look_alikes_are_silent(string member) => Net.Reports(Class(Operations + member));
}
