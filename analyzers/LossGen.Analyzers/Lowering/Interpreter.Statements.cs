using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private void Statement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                AddLocalFunctions(block);
                foreach (IOperation inner in block.Operations)
                {
                    Execute(inner);
                }

                break;
            case IMethodBodyBaseOperation body:
                Execute(body.BlockBody);
                Execute(body.ExpressionBody);
                break;
            case IVariableDeclarationGroupOperation or IVariableDeclarationOperation:
                foreach (IOperation inner in operation.ChildOperations)
                {
                    Execute(inner);
                }

                break;
            case IVariableDeclaratorOperation declarator:
                Declare(declarator);
                break;
            case IConditionalOperation { Type: null } conditional:
                If(conditional);
                break;
            case ILoopOperation or ISwitchOperation or ITryOperation:
                Nested(operation);
                break;
            case IReturnOperation returned:
                Return(returned);
                break;
            case IBranchOperation branch:
                Branch(branch);
                break;
            case ILocalFunctionOperation function:
                waiting.Add((function, env));
                break;
            case ILabeledOperation labeled:
                ForgetEverything();
                Execute(labeled.Operation);
                break;
            default:
                Plain(operation);
                break;
        }
    }

    private void Plain(IOperation operation)
    {
        if (operation is IExpressionStatementOperation statement)
        {
            Evaluate(statement.Operation);
        }
        else if (operation.Type is not null || operation is IThrowOperation)
        {
            Evaluate(operation);
        }
        else
        {
            // using, lock, fixed, checked, field initializers and whatever the language grows: their parts in order.
            foreach (IOperation child in operation.ChildOperations)
            {
                Execute(child);
            }
        }
    }

    // A tuple that leaves the body takes along what the memory in it holds.
    private Value Whole(Value value) => value.Is(Op.Tuple) ? value.WithArgs(ImmutableArray.CreateRange(value.Args, part => Whole(Read(part)))) : value;

    private void Return(IReturnOperation returned)
    {
        Value value = Whole(EvaluateRead(returned.ReturnedValue));
        if (returned.Kind == OperationKind.YieldReturn)
        {
            Append(yielded, ImmutableArray.Create(value));
            return;
        }

        if (returned.ReturnedValue is not null && !env.Dead)
        {
            returns.Add(new Returned(value, path));
        }

        exits.Add(env);
        env = env with { Dead = true };
    }
}
