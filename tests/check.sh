#!/usr/bin/env bash
# Every gate, one verdict. --quick: no browser, no simulated week. --full: the long proofs too.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

mode=ci
for argument in "$@"; do
  case "$argument" in
    --quick) mode=quick ;;
    --full) mode=full ;;
    *) echo "check.sh: unknown argument $argument; use --quick, --full or none." >&2; exit 2 ;;
  esac
done
export EDGENODE_TESTS=$mode DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
mutations=(--sample 3)
[ "$mode" = full ] && mutations=()
passed=0
failed=0
report=()
reasons=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# bounded COMMAND…: in a process group of its own, ended as a whole when it is done or too slow, so that no server it started lives on.
limit=$([ "$mode" = full ] && echo 7200 || echo 1200)
bounded() {
  local pid code
  setsid timeout --kill-after=10 "$limit" "$@" < /dev/null &
  pid=$!
  wait "$pid"
  code=$?
  kill -KILL -- "-$pid" 2> /dev/null
  return "$code"
}

# remember NAME PATTERN LINES: what of the log is said again at the end, beside the verdict, where a reader of the last lines finds it.
remember() { reasons+=("why $1 failed:" "$(grep -E -A "$3" -- "$2" "$log" | tail -n 12 | cut -c 1-240)"); }

# gate NAME COMMAND…: one gate that passes or fails as a whole. What it prints goes by a file: a build server that
# stays alive would hold the pipe of whoever reads this script.
gate() {
  local name=$1 started=$SECONDS code
  shift
  echo "== $name"
  "$@" > "$log" 2>&1
  code=$?
  cat "$log"
  if [ "$code" -eq 0 ]; then
    passed=$((passed + 1))
    report+=("ok      $((SECONDS - started)) s  $name")
  else
    failed=$((failed + 1))
    report+=("FAILED  $((SECONDS - started)) s  $name")
    remember "$name" . 6
  fi
}

# tests PROJECT [ARGUMENT…]: every test of a project counts; a run without a readable, non-empty summary is a failure.
tests() {
  local name=$1 started=$SECONDS summary ok bad
  shift
  echo "== tests: $name"
  bounded "tests/EdgeNode.$name/bin/Release/net10.0/EdgeNode.$name" -noColor "$@" > "$log" 2>&1
  local exit_code=$?
  cat "$log"
  [ "$exit_code" -eq 124 ] && echo "$name did not end within $limit s and was stopped."
  summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$log" | tail -n 1 | tr -dc '0-9,')
  local total errors failures skipped not_run
  IFS=, read -r total errors failures skipped not_run <<< "${summary:-0,0,0,0,0}"
  bad=$((errors + failures + skipped + not_run))
  ok=$((total - failures - skipped - not_run))
  if [ "$total" -eq 0 ] || { [ "$exit_code" -ne 0 ] && [ "$bad" -eq 0 ]; }; then bad=$((bad + 1)); fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  if [ "$bad" -eq 0 ]; then
    report+=("ok      $((SECONDS - started)) s  tests: $name ($ok)")
  else
    report+=("FAILED  $((SECONDS - started)) s  tests: $name ($ok passed, $bad failed)")
    remember "$name" '\[FAIL\]' 5
  fi
}

# Installs the Debian packages whose command is missing; loopback servers are started by the tests themselves.
install_missing() {
  local wanted=() pair
  for pair in "$@"; do
    command -v "${pair%%:*}" > /dev/null 2>&1 || [ -x "/usr/sbin/${pair%%:*}" ] || [ -f "${pair%%:*}" ] || wanted+=("${pair##*:}")
  done
  [ ${#wanted[@]} -eq 0 ] && return 0
  echo "installing ${wanted[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" > /dev/null
}

needed=(mosquitto:mosquitto psql:postgresql shellcheck:shellcheck pcscd:pcscd /usr/lib/pcsc/drivers/serial/libifdvpcd.so:vsmartcard-vpcd ip:iproute2
  gcc:gcc /usr/include/stdio.h:libc6-dev pkg-config:pkg-config fusermount3:fuse3 /usr/include/fuse3/fuse.h:libfuse3-dev
  systemd-analyze:systemd)
[ "$mode" = quick ] || needed+=(chromium:chromium qemu-system-aarch64:qemu-system-arm aarch64-linux-gnu-gcc:gcc-aarch64-linux-gnu /usr/aarch64-linux-gnu/lib/crt1.o:libc6-dev-arm64-cross cpio:cpio make:make xz:xz-utils
  debootstrap:debootstrap systemd-nspawn:systemd-container lintian:lintian jq:jq openssl:openssl)
gate "system packages" install_missing "${needed[@]}"
gate "restore, locked" dotnet restore EdgeNode.sln --locked-mode --verbosity quiet
gate "build, warnings are errors" dotnet build EdgeNode.sln -c Release --no-restore --nologo --verbosity quiet
gate "shell scripts" shellcheck tests/check.sh .ci/run tests/device/kernel.sh tests/device/run.sh tests/device/trace.sh install.sh packaging/build.sh packaging/sbom.sh \
  packaging/debian/postinst packaging/debian/prerm packaging/debian/postrm tests/packaging/run.sh tests/packaging/root.sh tests/packaging/inside.sh
gate "the service is hardened" systemd-analyze security --offline=true --threshold=20 --no-pager packaging/edgenode.service

for name in Tidy Core.Tests Store.Tests Hardware.Tests Contracts.Tests CloudSync.Tests Hub.Tests Worker.Tests; do
  tests "$name"
done
if [ "$mode" != quick ]; then
  tests Screen.Tests
  tests Simulation
  gate "planted mistakes are caught" bounded tests/EdgeNode.Mutations/bin/Release/net10.0/mutations "${mutations[@]}"
  gate "pins of a real kernel" bounded tests/device/run.sh
  gate "package, installer and service" bounded tests/packaging/run.sh
  gate "the bench runs and prints" bounded tests/EdgeNode.Bench/bin/Release/net10.0/bench all --quick
fi

printf '\n'
[ "${#reasons[@]}" -gt 0 ] && printf '%s\n' "${reasons[@]}" ""
printf '%s\n' "${report[@]}"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
