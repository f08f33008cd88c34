#!/usr/bin/env bash
# The checks that take too long for every change: all mutants, longer sweeps, every float, every platform. An hour or two on a small machine.
# The last line is the number of steps that failed. One step alone: tools/nightly.sh mutants
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export DOTNET_TieredPGO=0 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

failed=0
only=${1:-}

# step NAME COMMAND…: runs it, unless another step was asked for
step() {
    local name=$1
    shift
    [ -n "$only" ] && [ "$only" != "$name" ] && return
    printf '\n== %s\n$ %s\n' "$name" "$*"
    "$@" || { echo "-- $name FAILED"; failed=$((failed + 1)); }
}

# tested PROJECT FILTER VARIABLES…
tested() {
    env "${@:3}" dotnet test "tests/$1" -c Release --no-build --filter "$2" --logger "console;verbosity=detailed"
}

step build dotnet build LossGen.sln -c Release -v q
step mutants tools/mutants.sh
step platforms tested LossGen.Platforms.Tests "FullyQualifiedName~Platforms" LOSSGEN_PLATFORMS=all
step declarations tested LossGen.Generators.Tests "FullyQualifiedName~DeclarationSweepTests" LOSSGEN_SWEEP=100000
step combinations tested LossGen.Kernels.Tests "FullyQualifiedName~CombinationTests" LOSSGEN_COMBINATIONS=8
step edits tested LossGen.Generators.Tests "FullyQualifiedName~EditSequenceTests" LOSSGEN_EDITS=300
step rows tested LossGen.Kernels.Tests "FullyQualifiedName~Random_rows_stay_within_the_bound" LOSSGEN_HUNT=200
step load tested LossGen.Kernels.Tests "FullyQualifiedName~LoadTests" LOSSGEN_LOAD_MINUTES="${LOSSGEN_LOAD_MINUTES:-10}"
step load-of-analyzers tested LossGen.Analyzers.Tests "FullyQualifiedName~LoadTests" LOSSGEN_LOAD_MINUTES="${LOSSGEN_LOAD_MINUTES:-10}"
step floats tested LossGen.Tests "Category=Exhaustive" LOSSGEN_EXHAUSTIVE=1
step floats-without-fma tested LossGen.Tests "Category=Exhaustive" LOSSGEN_EXHAUSTIVE=1 DOTNET_EnableAVX2=0

echo
echo "$failed steps failed"
[ "$failed" -eq 0 ]
