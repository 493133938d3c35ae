#!/usr/bin/env bash
# trace.sh TRACE: what the emulator saw at the strikes from power-on. Line 1 locks high, line 2 locks low, line 5 is high while
# a grant lasts. From its first locked level on, no strike may leave it outside a grant.
set -euo pipefail
awk '
  $1 != "pl061_set_output" { next }
  { line = $(NF - 2); level = $NF }
  line == 5 { granted = level }
  line == 1 && level == 1 { opened = 1 }
  line == 1 && level == 0 && opened { releases++; if (!granted) { bad++ } }
  line == 2 && level == 1 { releases++; if (!granted) { bad++ } }
  END {
    if (!opened || releases != 6 || bad) {
      printf "FAILED  no strike leaves its locked level outside a grant, from power-on: %d releases, %d outside a grant\n", releases, bad
      exit 1
    }
    printf "ok      no strike leaves its locked level outside a grant, from power-on (%d releases in the trace)\n", releases
  }' "$1"
