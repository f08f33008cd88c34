#!/bin/sh
# What the analyzers add to a build, all rules on: a synthetic project of 2,000 files, one partial class of 60 files with 600 methods and 300
# fields, and this solution, each built in turn with and without them.
#   tools/analyzer-cost.sh [rounds]        prints the seconds of each build, sorted, and what the compiler itself says about the analyzers' share
# Needs a Release build of analyzers/LossGen.Analyzers.
set -eu
rounds=${1:-3}
root=$(cd "$(dirname "$0")/.." && pwd)
analyzer="$root/analyzers/LossGen.Analyzers/bin/Release/netstandard2.0/LossGen.Analyzers.dll"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/synthetic" "$work/partials" "$work/solution"

# Nothing is off, and nothing stops the build.
rules="$work/rules.editorconfig"
sed 's/= error/= warning/' "$root/docs/editorconfig/strict.editorconfig" > "$rules"

cat > "$work/synthetic/Synthetic.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
  </PropertyGroup>
  <ItemGroup Condition="'\$(WithLossGen)' == 'true'">
    <Analyzer Include="$analyzer" />
    <GlobalAnalyzerConfigFiles Include="$rules" />
  </ItemGroup>
</Project>
XML
printf '<Project />' > "$work/synthetic/Directory.Build.props"
printf '<Project />' > "$work/synthetic/Directory.Packages.props"

# Every fifth file computes something the rules look at, the others are what most of a program is.
i=0
while [ $i -lt 2000 ]; do
    if [ $((i % 5)) -eq 0 ]; then
        cat > "$work/synthetic/File$i.cs" <<CS
namespace Synthetic;

public sealed class Layer$i
{
    private readonly double[] weights = new double[64];
    private double[] output = new double[10];

    public double[] Forward(double[] x)
    {
        var z = new double[output.Length];
        for (int i = 0; i < z.Length; i++) for (int j = 0; j < x.Length; j++) z[i] += weights[(i * x.Length + j) % weights.Length] * x[j];
        double max = z.Max(), sum = 0;
        for (int i = 0; i < z.Length; i++) { output[i] = Math.Exp(z[i] - max); sum += output[i]; }
        for (int i = 0; i < z.Length; i++) output[i] /= sum;
        return output;
    }

    public double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (p, q) => (p - q) * (p - q)).Sum());

    public double Decay(double t) => t > 20 ? t : Math.Log(1 + Math.Exp(t));
}
CS
    else
        cat > "$work/synthetic/File$i.cs" <<CS
namespace Synthetic;

public sealed record Order$i(int Id, string Customer, decimal Total, DateTime Placed);

public sealed class OrderService$i
{
    private readonly Dictionary<int, Order$i> orders = new();

    public void Add(Order$i order)
    {
        if (order.Total < 0) throw new ArgumentOutOfRangeException(nameof(order));
        orders[order.Id] = order;
    }

    public IReadOnlyList<Order$i> Of(string customer) => orders.Values.Where(order => order.Customer == customer).OrderBy(order => order.Placed).ToList();

    public decimal Average() => orders.Count == 0 ? 0 : orders.Values.Sum(order => order.Total) / orders.Count;

    public string Describe(int id)
    {
        var text = new System.Text.StringBuilder();
        foreach (var order in orders.Values)
        {
            if (order.Id != id) continue;
            text.Append(order.Customer).Append(": ").Append(order.Total.ToString("0.00"));
        }

        return text.ToString();
    }
}
CS
    fi
    i=$((i + 1))
done

# What reading a field costs must not grow with the size of its type.
cp "$work/synthetic/Synthetic.csproj" "$work/partials/Partials.csproj"
printf '<Project />' > "$work/partials/Directory.Build.props"
printf '<Project />' > "$work/partials/Directory.Packages.props"
part=0
while [ $part -lt 60 ]; do
    {
        printf 'namespace Partials;\n\npublic static partial class SpecialFunctions\n{\n'
        i=0
        while [ $i -lt 5 ]; do
            printf '    private static double c%d = %d.25;\n' $((part * 5 + i)) $i
            i=$((i + 1))
        done
        i=0
        while [ $i -lt 10 ]; do
            n=$((part * 10 + i))
            cat <<CS

    public static double F$n(double x, double a)
    {
        double y = x * c$((n * 7 % 300)) + a;
        if (x < c$(((n * 13 + 1) % 300))) return Math.Exp(-y * y) * c$(((n * 29 + 2) % 300)) + F$(((n + 1) % 600))(x * 0.5, a);
        double sum = 0;
        for (int k = 1; k < 20; k++) { sum += Math.Pow(y, k) / (k + c$((n * 13 % 300))); if (Math.Abs(sum) < 1e-15) break; }
        double s = Math.Log(sum + c$((n * 7 % 300))) - a;
        if (s > 3) c$((n % 300)) = s;
        return s > 20 ? s : Math.Log(1 + Math.Exp(s)) + F$(((n * 3 + 1) % 600))(y, s);
    }
CS
            i=$((i + 1))
        done
        printf '}\n'
    } > "$work/partials/Part$part.cs"
    part=$((part + 1))
done

# This solution's own projects, from a copy, with the analyzers brought in from outside.
git -C "$root" archive HEAD | tar -x -C "$work/solution"
cat > "$work/with.targets" <<XML
<Project>
  <ItemGroup>
    <Analyzer Include="$analyzer" />
    <GlobalAnalyzerConfigFiles Include="$rules" />
  </ItemGroup>
  <PropertyGroup>
    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
  </PropertyGroup>
</Project>
XML

synthetic() { project synthetic Synthetic "$1"; }

partials() { project partials Partials "$1"; }

project() {
    rm -rf "$work/$1/obj/Release" "$work/$1/bin"
    timed dotnet build "$work/$1/$2.csproj" -p:WithLossGen="$3" -p:ReportAnalyzer=true -v d
}

solution() {
    targets=
    [ "$1" = true ] && targets=-p:CustomAfterMicrosoftCommonTargets="$work/with.targets"
    timed dotnet build "$work/solution" --no-incremental $targets
}

# As users build: one compiler server for a build's projects, and a fresh one for every build.
timed() {
    dotnet build-server shutdown --vbcscompiler > /dev/null
    start=$(date +%s.%N)
    "$@" -c Release --no-restore -p:UseSharedCompilation=true -nodeReuse:false > "$work/log" 2>&1 || { tail -20 "$work/log" >&2; exit 1; }
    end=$(date +%s.%N)
    echo "$end - $start" | bc
}

# compare WHAT: in turn, after one build that is not counted
compare() {
    $1 false > /dev/null
    : > "$work/without" ; : > "$work/with"
    r=0
    while [ $r -lt "$rounds" ]; do
        $1 false >> "$work/without"
        $1 true >> "$work/with"
        r=$((r + 1))
    done
    echo "$1 without: $(sort -n "$work/without" | tr '\n' ' ')"
    echo "$1 with:    $(sort -n "$work/with" | tr '\n' ' ')"
}

dotnet restore "$work/synthetic/Synthetic.csproj" > /dev/null
dotnet restore "$work/partials/Partials.csproj" > /dev/null
dotnet restore "$work/solution" > /dev/null
for made in synthetic partials; do
    compare "$made"
    grep -h -A8 "Total analyzer execution time" "$work/log" | grep -E "Total analyzer|LossGen" | cut -c1-80 | sort -u
done
compare solution
