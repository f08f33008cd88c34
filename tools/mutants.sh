#!/usr/bin/env bash
# Tries all mutants of the kernels in tests/LossGen.Kernels.Tests/Mutants and prints the table of docs/testing.md. The tests must be built:
# dotnet build tests/LossGen.Kernels.Tests -c Release
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

DOTNET_TieredPGO=0 LOSSGEN_MUTANTS=all dotnet test tests/LossGen.Kernels.Tests -c Release --no-build \
    --filter FullyQualifiedName~MutantTests --logger "console;verbosity=detailed" >"$log" 2>&1
status=$?
grep -E '^ *#[0-9]+ |Failed ' "$log" | sort -u

awk -F'\t' '
    $1 ~ /^ *SCORE$/ { killed[$2] += $3; harmless[$2] += $4; alive[$2] += $5; k += $3; h += $4; a += $5 }
    END {
        print "| change | killed | harmless | alive |"
        print "| --- | ---: | ---: | ---: |"
        for (kind in killed) printf "| %s | %d | %d | %d |\n", kind, killed[kind], harmless[kind], alive[kind] | "sort"
        close("sort")
        printf "| all | %d | %d | %d |\n", k, h, a
        if (k + a > 0) printf "%.2f %% of the harmful ones are killed\n", 100 * k / (k + a)
    }' "$log"
exit "$status"
