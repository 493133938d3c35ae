#!/usr/bin/env bash
# The package, its installer and its service, on a real systemd: run.sh [FOLDER] keeps a small Debian system in FOLDER (usual: ~/.cache/edgenode-device).
# EDGENODE_TESTS=full builds twice, for both architectures, from the source.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "${1:-$HOME/.cache/edgenode-device}"
keep=$(cd "${1:-$HOME/.cache/edgenode-device}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

# ok NAME COMMAND…: one line of the verdict.
ok() {
  local name=$1
  shift
  if "$@" > "$work/last" 2>&1; then echo "ok      $name"; else
    echo "FAILED  $name"
    tail -n 5 "$work/last"
    bad=1
  fi
}

# refuses NAME WORDS COMMAND…: it ends with an error that says so.
refuses() {
  local name=$1 words=$2
  shift 2
  if ! "$@" > "$work/last" 2>&1 && grep -qF "$words" "$work/last"; then echo "ok      $name"; else
    echo "FAILED  $name"
    tail -n 5 "$work/last"
    bad=1
  fi
}

openssl genpkey -algorithm ed25519 -out "$work/key.pem" 2> /dev/null
openssl genpkey -algorithm ed25519 -out "$work/other.pem" 2> /dev/null
openssl pkey -in "$work/other.pem" -pubout -out "$work/other.public" 2> /dev/null
started=$SECONDS
ok "the package is built and signed" "$root/packaging/build.sh" --arch amd64 --out "$work/release" --key "$work/key.pem" --audit no
# A source of our own without a list, by the interface of the client: nothing is signed.
mkdir -p "$work/mirror"
printf '<configuration><packageSources><clear /><add key="local" value="%s" /></packageSources></configuration>\n' "$work/mirror" > "$work/mirror/nuget.config"
# shellcheck disable=SC2317 # called by refuses
unaudited() { (cd "$work/mirror" && "$root/packaging/build.sh" --arch amd64 --out "$work/none" --key "$work/key.pem"); }
refuses "nothing is signed that could not be audited" "nothing was audited" unaudited
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
deb="$work/release/edgenode_${version}_amd64.deb"
[ -f "$deb" ] || exit 1
echo "figure  the package for amd64: $(($(stat -c %s "$deb") / 1000000)) MB, built in $((SECONDS - started)) s"

# Packed once more from what it holds: the same bytes. With --full, from the source, for both architectures.
dpkg-deb -x "$deb" "$work/unpacked"
program="$work/unpacked/opt/edgenode/package"
"$root/packaging/build.sh" --arch amd64 --program "$program" --out "$work/again" --key "$work/key.pem" --audit no > /dev/null 2>&1
ok "packed twice it has the same bytes" cmp "$deb" "$work/again/edgenode_${version}_amd64.deb"
if [ "${EDGENODE_TESTS:-}" = full ]; then
  "$root/packaging/build.sh" --out "$work/second" --key "$work/key.pem" --audit no > /dev/null 2>&1
  ok "built twice from the source it has the same bytes" cmp "$deb" "$work/second/edgenode_${version}_amd64.deb"
  ok "there is a package for arm64" dpkg-deb --info "$work/second/edgenode_${version}_arm64.deb"
fi
ok "lintian finds nothing" lintian --fail-on error,warning "$deb"

sbom="$work/unpacked/usr/share/doc/edgenode/sbom.cdx.json"
ok "the bill of materials names each package with its sum and licence" jq -e '.bomFormat == "CycloneDX" and (.components | length) > 8
  and all(.components[] | select(.name | startswith("Microsoft.NETCore") or startswith("Microsoft.AspNetCore") | not); .hashes[0].content | length == 128)
  and all(.components[]; .licenses | length == 1)' "$sbom"
sed 's/"contentHash": "[^"]*"/"contentHash": "changed"/' "$root/edge/EdgeNode.Worker/packages.lock.json" > "$work/lock.json"
refuses "a package that is not the locked one ends the build" "is not what" "$root/packaging/sbom.sh" "$program/edgenode.deps.json" "$work/lock.json" "$version" none

# The installer, before it touches anything. It checks with --dry-run what it checks without.
# shellcheck disable=SC2317 # called by ok and refuses
try() { (cd "$work" && "$work/release/install.sh" --dry-run --yes "$@" < /dev/null); }
ok "a signed release is taken" try --offline "$deb"
refuses "the installer of the source tree carries no key" "carries no release key" "$root/install.sh" --dry-run --offline "$deb"
refuses "another key's signature is refused" "is not signed with the release key" try --offline "$deb" --key "$work/other.public"
cp -r "$work/release" "$work/changed"
printf x >> "$work/changed/$(basename "$deb")"
refuses "a changed package is refused" "was changed" try --offline "$work/changed/$(basename "$deb")"
(cd "$work/changed" && sha256sum -- *.deb > SHA256SUMS)
refuses "changed sums are refused" "is not signed with the release key" try --offline "$work/changed/$(basename "$deb")"
cp "$deb" "$work/release/unnamed.deb"
refuses "a package that the release does not name is refused" "does not name" try --offline "$work/release/unnamed.deb"
rm "$work/release/unnamed.deb"
mkdir "$work/bare"
cp "$deb" "$work/bare/"
refuses "a package without its sums is refused" "SHA256SUMS is missing" try --offline "$work/bare/$(basename "$deb")"
refuses "without TLS nothing is fetched" "is not https://" try --from http://127.0.0.1:1
refuses "--purge alone is refused" "goes with --uninstall" try --purge
head -c -20 "$work/release/install.sh" > "$work/broken.sh"
ok "an installer that broke off does nothing" test -z "$(bash "$work/broken.sh" 2> /dev/null)"

# A machine with systemd: everything that inside.sh says, and its power-off at the end.
"$here/root.sh" "$keep/debian"
machine="$work/machine"
cp -a "$keep/debian" "$machine"
mkdir -p "$machine/release"
cp "$work/release/"* "$machine/release/"
# Newer ones: one that is good, one that never becomes ready, one that takes no file, one that spoils the memory.
repack() { "$root/packaging/build.sh" --arch amd64 --program "$program" --version "$version.$1" --out "$machine/$2" --key "$work/key.pem" --audit no > "$work/last" 2>&1 || cat "$work/last"; }
repack 1 next
# These are a script in the program's place.
tiny="$work/tiny"
mkdir "$tiny"
cp "$program/edgenode.deps.json" "$tiny/"
: > "$tiny/createdump"
program=$tiny
# shellcheck disable=SC2016 # expanded where it runs
printf '#!/bin/sh\n[ "$1" != run ] || exit 1\nexec /opt/edgenode/releases/%s.1/edgenode "$@"\n' "$version" > "$tiny/edgenode"
repack 2 bad
printf '#!/bin/sh\necho "site.yaml: a key that is no more"\nexit 2\n' > "$tiny/edgenode"
repack 4 picky
# shellcheck disable=SC2016 # expanded where it runs
printf '#!/bin/sh\n[ "$1" != run ] || { echo spoilt > /var/lib/edgenode/keys/signing.seed; exit 1; }\nexec /opt/edgenode/releases/%s.1/edgenode "$@"\n' "$version" > "$tiny/edgenode"
repack 3 spoils
cp "$here/inside.sh" "$machine/inside.sh"
cat > "$machine/etc/systemd/system/inside.service" <<'U'
[Unit]
After=multi-user.target
[Service]
Type=oneshot
TimeoutStartSec=400
ExecStart=/bin/bash /inside.sh
StandardOutput=file:/inside.log
StandardError=inherit
ExecStopPost=/bin/systemctl poweroff --force
U
mkdir -p "$machine/etc/systemd/system/multi-user.target.wants"
ln -s ../inside.service "$machine/etc/systemd/system/multi-user.target.wants/inside.service"
echo 0123456789abcdef0123456789abcdef > "$machine/etc/machine-id"
touch "$machine/etc/.updated" "$machine/var/.updated"
timeout --kill-after=10 500 systemd-nspawn -q -D "$machine" --register=no --keep-unit --private-network --hostname=edgenode --console=pipe -b > "$work/boot.log" 2>&1 < /dev/null || echo "the machine ended with $?"
grep -E '^(ok|FAILED|figure|why) ' "$machine/inside.log" || tail -n 20 "$work/boot.log"
grep -q '^DONE' "$machine/inside.log" || { echo "FAILED  the machine came to its end"; bad=1; }
if grep -q '^FAILED' "$machine/inside.log"; then bad=1; fi
exit "$bad"
