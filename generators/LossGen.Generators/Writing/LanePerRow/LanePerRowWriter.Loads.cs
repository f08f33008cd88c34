using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.LanePerRow;

/// <content>Inputs.</content>
internal sealed partial class LanePerRowWriter
{
    private bool targetsLoaded;

    private void WriteLoad(Load load)
    {
        switch (load.Kind)
        {
            case InputKind.Logit:
                Step(IsOneRow ? $"load {Classes} logits: {load.Name}k holds class k" : $"load {Classes} logits of {v.Lanes} rows: {load.Name}k holds class k of all rows");
                Transposed.WriteLoad(w, v, Classes, load.Name, "logits");
                MaskText.WriteBlock(w, spec, v, load.Name);
                break;
            case InputKind.OfElement when !Storage.IsNumber(spec.Parameter(load.Role)!.Item):
                Step("targets: 1 for yes and 0 for no");
                WriteEach(load.Name, k => v.Ones(LabelBits.OfRows(spec, v, k)));
                break;
            case InputKind.OfElement:
                Step($"load {RoleTable.Of(load.Role).Name}{(program.Statements[0] == load ? $" of {v.Lanes} rows, a class per vector" : " likewise")}");
                Transposed.WriteLoad(w, v, Classes, load.Name, RoleTable.Of(load.Role).Name);
                break;
            case InputKind.OfClass:
                LoadPerClass(load.Role);
                break;
            case InputKind.OfTarget when IsOneRow && spec.Options.ConstantsOf(load.Role).Count == 0:
                LoadAtTarget(load.Name, load.Role);
                break;
            case InputKind.OfTarget:
                LoadPerClass(load.Role);
                Pick(load.Name, RoleTable.Of(load.Role).Letter, $"the target's of {RoleTable.Of(load.Role).Name}");
                break;
            case InputKind.OfRow:
                w.Blank();
                w.Line($"{v.Type} {load.Name} = {v.Load(RoleTable.Of(load.Role).Name, "0")};");
                break;
            case InputKind.OfCall:
                w.Line($"{v.Type} {load.Name} = {v.Broadcast(RoleTable.Of(load.Role).Name)};");
                break;
            case InputKind.OfPair:
                LoadTargets();
                Step($"the targets' of {RoleTable.Of(load.Role).Name}");
                WriteEach(load.Name, k => ClassPairs.OfRows(v, load.Role, Classes, Literals.Integer(k)));
                break;
            case InputKind.ClassIndex:
                WriteEach("k", k => v.Number(k));
                break;
            case InputKind.TargetIndex:
                LoadTargets();
                w.Line($"{v.Type} {load.Name} = {v.Static}.{(spec.Element == ElementType.Float ? "ConvertToSingle" : "ConvertToDouble")}(y);");
                break;
            case InputKind.InRange:
                LoadTargets();
                w.Line($"{v.Type} {load.Name} = ({v.Static}.GreaterThanOrEqual(y, {v.IndexType}.Zero) & {v.Static}.LessThan(y, {v.Broadcast(v.Index(Classes))})){v.AsMask};");
                break;
            case InputKind.IsTarget:
                LoadTargets();
                break;
            case InputKind.TargetLogit when IsOneRow:
                LoadAtTarget(load.Name, KernelRole.Logits);
                break;
            case InputKind.TargetLogit:
                Pick(load.Name, "x", "the target's logit");
                break;
            case InputKind.NotIgnored:
                LoadTargets();
                w.Line($"{v.Type} {load.Name} = ~{v.Static}.Equals(y, {v.Broadcast(v.Index(spec.Options.IgnoreIndex!.Value))}){v.AsMask};");
                break;
        }
    }

    private readonly HashSet<KernelRole> loadedPerClass = [];

    private void LoadPerClass(KernelRole role)
    {
        if (loadedPerClass.Add(role))
        {
            var constants = spec.Options.ConstantsOf(role);
            var info = RoleTable.Of(role);
            WriteEach(info.Letter, k => constants.Count > 0 ? v.Number(constants[k]) : v.Broadcast(v.ReadOne($"Unsafe.Add(ref {info.Name}, {k})", spec.ItemOf(info.Name))));
        }
    }

    /// <summary>One value per class.</summary>
    private void WriteEach(string name, System.Func<int, string> value)
    {
        w.Blank();
        w.Declare(v.Type, Each(k => $"{name}{k} = {value(k)}"));
    }

    /// <summary>The class indices.</summary>
    private void LoadTargets()
    {
        if (targetsLoaded)
        {
            return;
        }

        targetsLoaded = true;
        string wide = spec.Element == ElementType.Float ? "Targets" : "LongTargets";
        Step("class indices");
        w.Line($"{v.IndexType} y = {(v is OneLaneDialect one ? one.FirstLane(v.IndexOfTarget) : $"Lanes.{wide}{v.Lanes}(ref targets)")};");
        if (program.Reads(InputKind.IsTarget))
        {
            w.Line($"{v.Type} yNumber = Lanes.AsNumbers(y); // compared again below: masks kept from here on would take registers");
        }
    }

    /// <summary>One row's target is known when it is loaded: nothing has to be picked from what all classes have.</summary>
    private void LoadAtTarget(string name, KernelRole role)
    {
        string span = RoleTable.Of(role).Name;
        w.Blank();
        w.Line($"{v.Type} {name} = {v.Load(span, $"Lanes.TargetOrFirst(ref targets, {Classes})")};");
    }

    private string IsTarget(int k) => $"{v.Static}.Equals(y, {(k == 0 ? v.IndexType + ".Zero" : v.Broadcast(v.Index(k)))}){v.AsMask}";

    /// <summary>The same once more. Of numbers, or the compiler would keep the first masks in registers that it does not have.</summary>
    private string IsTargetAgain(int k) => $"{v.Static}.Equals(yNumber, {v.Number(k)})";

    private void Pick(string name, string source, string what)
    {
        LoadTargets();
        w.Line($"{v.Type} {name} = {source}0; // {what}");
        var picks = Enumerable.Range(1, Classes - 1).Select(k =>
        {
            return $"{name} = {v.Static}.ConditionalSelect({IsTarget(k)}, {source}{k}, {name});";
        }).ToList();
        for (int i = 0; i < picks.Count; i += 2)
        {
            w.Line(string.Join(" ", picks.Skip(i).Take(2)));
        }
    }
}
