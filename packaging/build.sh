#!/usr/bin/env bash
# One self-contained Debian package per architecture, its bill of materials, and the sums that installers check:
#   packaging/build.sh [--arch amd64|arm64|all] [--out FOLDER] [--key PRIVATE.pem] [--from ADDRESS] [--version V] [--program FOLDER] [--audit no]
# Takes the .NET SDK, dpkg-deb, jq, openssl and curl. The same commit and key give the same bytes. --key signs, and puts the public half and the address of the
# releases into the installer beside the packages and in them. --program packs what is published already, for one architecture.
set -euo pipefail

die() { echo "build.sh: $*" >&2; exit 1; }

main() {
  local arch=all out="" key="" from="" version="" program="" audit=yes
  here=$(cd "$(dirname "$0")" && pwd)
  root=$(dirname "$here")
  while [ $# -gt 0 ]; do
    [ $# -gt 1 ] || die "$1 takes a value."
    case $1 in
      --arch) arch=$2 ;; --out) out=$2 ;; --key) key=$(realpath "$2") ;; --from) from=$2 ;; --version) version=$2 ;; --program) program=$(realpath "$2") ;; --audit) audit=$2 ;;
      *) die "unknown argument $1; look at the head of this file." ;;
    esac
    shift 2
  done
  case $arch in all) arch="amd64 arm64" ;; amd64 | arm64) ;; *) die "--arch takes amd64, arm64 or all, not '$arch'." ;; esac
  [ -z "$program" ] || [ "$arch" = amd64 ] || [ "$arch" = arm64 ] || die "--program packs one architecture; name it with --arch."
  local tool
  for tool in dotnet dpkg-deb jq openssl curl; do command -v "$tool" > /dev/null || die "$tool is missing; install it."; done
  [ -z "$key" ] || [ "$audit" = no ] || audited || die "no package source serves a list of known weaknesses (VulnerabilityInfo), so that nothing was audited. Build where the public registry itself is reached, or say --audit no."
  out=$(mkdir -p "${out:-$root/out}" && cd "${out:-$root/out}" && pwd)
  version=${version:-$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")}
  revision=$(git -C "$root" rev-parse HEAD 2> /dev/null || echo unknown)
  SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)} || die "this is no git work tree; say the date of the source: SOURCE_DATE_EPOCH=seconds."
  export SOURCE_DATE_EPOCH DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C TZ=UTC
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  umask 022
  installer "$key" "$from"

  local each
  for each in $arch; do
    local published=$program
    if [ -z "$published" ]; then
      published="$work/program-$each"
      publish "$each" "$published"
    fi
    pack "$each" "$published" "$version" "$out"
  done
  sums "$out" "$key"
}

# audited: whether restore has a list to hold packages against; without one it says nothing.
audited() {
  local source
  while read -r source; do
    case $source in https://*) ;; *) continue ;; esac
    if curl -fsSL --max-time 30 "$source" 2> /dev/null | grep -q VulnerabilityInfo; then return 0; fi
  done < <(dotnet nuget list source --format Short | sed -n 's/^E //p')
  return 1
}

# installer KEY FROM: the installer that knows the key and the place; without a key it believes nobody.
installer() {
  local public=""
  [ -z "$1" ] || public=$(openssl pkey -in "$1" -pubout | grep -v -- ---)
  sed "s|^RELEASE_KEY=.*|RELEASE_KEY=$public|; s|^RELEASES=.*|RELEASES=$2|" "$root/install.sh" > "$work/install.sh"
}

# publish ARCHITECTURE FOLDER: from a copy without lock files, since those know of no architecture; what was resolved is held against them.
publish() {
  local arch=$1 to=$2 source="$work/source-$1" runtime=linux-$1
  [ "$arch" = amd64 ] && runtime=linux-x64
  mkdir -p "$source"
  (cd "$root" && tar -c --exclude=bin --exclude=obj --exclude=packages.lock.json .editorconfig Directory.Build.props Directory.Packages.props global.json \
    edge/EdgeNode.Core edge/EdgeNode.Store edge/EdgeNode.Screen edge/EdgeNode.Worker cloud-sync/EdgeNode.Contracts cloud-sync/EdgeNode.CloudSync \
    hardware/EdgeNode.Hardware hardware/EdgeNode.Hardware.Mqtt) | tar -x -C "$source"
  dotnet publish "$source/edge/EdgeNode.Worker/EdgeNode.Worker.csproj" -c Release -r "$runtime" --self-contained -o "$to" --nologo -v q \
    --artifacts-path "$work/build-$arch" -p:RestorePackagesWithLockFile=false -p:PublishReadyToRun=true -p:DebugType=embedded \
    "-p:PathMap=$source=/_/%2c$work/build-$arch=/_/build" -p:SourceRevisionId="$revision" > "$work/publish.log" 2>&1 \
    || { tail -n 20 "$work/publish.log" >&2; die "the program for $arch does not build."; }
  rm -f "$to"/*.xml "$to"/*.pdb
}

# pack ARCHITECTURE PROGRAM VERSION OUT: lays out the package and makes it.
pack() {
  local arch=$1 program=$2 version=$3 out=$4 tree="$work/tree-$1"
  rm -rf "$tree"
  install -d "$tree/DEBIAN" "$tree/opt/edgenode/package" "$tree/usr/bin" "$tree/usr/share/doc/edgenode" "$tree/usr/share/lintian/overrides"
  cp -a "$program/." "$work/install.sh" "$tree/opt/edgenode/package/"
  find "$tree/opt" -type f -exec chmod 644 {} +
  chmod 755 "$tree/opt/edgenode/package/"{edgenode,createdump,install.sh}
  ln -s /opt/edgenode/current/edgenode "$tree/usr/bin/edgenode"
  install -D -m 644 "$here/edgenode.service" "$tree/lib/systemd/system/edgenode.service"
  install -D -m 644 "$here/50-edgenode-watchdog.conf" "$tree/lib/systemd/system.conf.d/50-edgenode-watchdog.conf"
  install -D -m 644 "$here/edgenode.sysusers" "$tree/usr/lib/sysusers.d/edgenode.conf"
  install -D -m 644 "$here/edgenode.tmpfiles" "$tree/usr/lib/tmpfiles.d/edgenode.conf"
  install -D -m 644 "$here/60-edgenode.rules" "$tree/lib/udev/rules.d/60-edgenode.rules"
  install -D -m 644 "$here/edgenode.completion" "$tree/usr/share/bash-completion/completions/edgenode"
  install -m 644 "$here/debian/lintian-overrides" "$tree/usr/share/lintian/overrides/edgenode"
  install -m 644 "$here/debian/copyright" "$root/hardware/WIRING.md" "$root/SECURITY.md" "$root/CHANGELOG.md" "$root/docs/"*.md "$tree/usr/share/doc/edgenode/"
  printf 'edgenode (%s) stable; urgency=medium\n\n  * What changed stands in CHANGELOG.md beside this file.\n\n -- EdgeNode maintainers <security@edgenode.invalid>  %s\n' \
    "$version" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9nc > "$tree/usr/share/doc/edgenode/changelog.gz"
  "$here/sbom.sh" "$program/edgenode.deps.json" "$root/edge/EdgeNode.Worker/packages.lock.json" "$version" "$revision" > "$tree/usr/share/doc/edgenode/sbom.cdx.json"

  local size script
  size=$(du -sk --apparent-size "$tree" | cut -f 1)
  sed "s/@VERSION@/$version/; s/@ARCH@/$arch/; s/@SIZE@/$size/" "$here/debian/control.in" > "$tree/DEBIAN/control"
  for script in postinst prerm postrm; do
    sed "s/@VERSION@/$version/" "$here/debian/$script" > "$tree/DEBIAN/$script"
    chmod 755 "$tree/DEBIAN/$script"
  done
  (cd "$tree" && find opt usr lib -type f -print0 | sort -z | xargs -0 md5sum) > "$tree/DEBIAN/md5sums"
  chmod 644 "$tree/DEBIAN/control" "$tree/DEBIAN/md5sums"
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zgzip -z6 --build "$tree" "$out/edgenode_${version}_$arch.deb" > /dev/null
  cp "$tree/usr/share/doc/edgenode/sbom.cdx.json" "$out/edgenode_${version}_$arch.cdx.json"
  echo "$out/edgenode_${version}_$arch.deb"
}

# sums OUT KEY: what an installer holds a package against, and the installer itself.
sums() {
  local out=$1 key=$2
  (cd "$out" && sha256sum -- *.deb > SHA256SUMS)
  rm -f "$out/SHA256SUMS.sig" "$out/install.sh"
  [ -n "$key" ] || { echo "build.sh: not signed; installers refuse these packages until --key names the release key." >&2; return 0; }
  openssl pkeyutl -sign -inkey "$key" -rawin -in "$out/SHA256SUMS" -out "$out/SHA256SUMS.sig"
  install -m 755 "$work/install.sh" "$out/install.sh"
}

main "$@"
