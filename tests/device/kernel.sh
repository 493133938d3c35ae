#!/usr/bin/env bash
# An arm64 kernel of Debian with a gpio-sim module, made once and kept: kernel.sh FOLDER
# Debian's kernels come without gpio-sim; its source is taken from Debian's own package at test time, nothing of it is kept here.
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
if [ -f "$out/vmlinuz" ] && [ -f "$out/gpio-sim.ko" ] && [ -f "$out/configfs.ko" ] && [ -d "$out/tree" ]; then exit 0; fi
export DEBIAN_FRONTEND=noninteractive

# packages ARCHITECTURE APT-ARGUMENT…: a private package root, so that the system's own packages know of no second architecture.
packages() {
  local root="$out/apt-$1" arch=$1
  shift
  if [ ! -d "$root" ]; then
    mkdir -p "$root/lists/partial" "$root/cache/archives/partial"
    : > "$root/status"
    packages "$arch" update -qq
  fi
  apt-get -o Dir::State::lists="$root/lists" -o Dir::Cache="$root/cache" -o Dir::State::status="$root/status" \
    -o APT::Architecture="$arch" -o APT::Architectures="$arch" -o APT::Sandbox::User=root "$@"
}

# take ARCHITECTURE PACKAGE…: unpacks packages into FOLDER/unpacked.
take() {
  local arch=$1 name
  shift
  mkdir -p "$out/packages" "$out/unpacked"
  for name in "$@"; do
    compgen -G "$out/packages/${name}_*.deb" > /dev/null || (cd "$out/packages" && packages "$arch" download -qq "$name")
    dpkg-deb -x "$out/packages/${name}"_*.deb "$out/unpacked"
  done
}

packages arm64 update -qq
# The newest kernel of this release that has a package of its sources; names carry the version.
image=$(apt-cache -o Dir::State::lists="$out/apt-arm64/lists" -o Dir::Cache="$out/apt-arm64/cache" -o Dir::State::status="$out/apt-arm64/status" \
  -o APT::Architecture=arm64 -o APT::Architectures=arm64 pkgnames linux-image-6 | grep -E '^linux-image-6\.12\.[0-9]+\+deb12-arm64$' | sort -V | tail -n 1)
[ -n "$image" ] || { echo "kernel.sh: the package index lists no linux-image-6.12.*-arm64; look at the sources of apt." >&2; exit 1; }
release=${image#linux-image-}
version=${release%-arm64}
take arm64 "$image" "linux-headers-$release" busybox-static libc6 libgcc-s1 libssl3
take amd64 "linux-headers-$version-common" "linux-kbuild-$version"
(cd "$out/packages" && { compgen -G "linux-source-6.12_*.deb" > /dev/null || packages amd64 download -qq linux-source-6.12; })

module="$out/module"
mkdir -p "$module"
dpkg-deb --fsys-tarfile "$out"/packages/linux-source-6.12_*.deb | tar -xO ./usr/src/linux-source-6.12.tar.xz \
  | tar -xJ -C "$module" --transform 's,.*/,,' linux-source-6.12/drivers/gpio/gpio-sim.c linux-source-6.12/drivers/gpio/gpiolib.h linux-source-6.12/kernel/irq/irq_sim.c
# The interrupt simulator is switched off in this kernel: it is linked into the module, with a call that modules may use.
sed -i '/EXPORT_SYMBOL_GPL/d; s/handle_simple_irq(irq_to_desc(irqnum));/generic_handle_irq(irqnum);/' "$module/irq_sim.c"
printf 'obj-m := gpio-sim-own.o\ngpio-sim-own-y := gpio-sim.o irq_sim.o\n' > "$module/Makefile"
headers="$out/unpacked/usr/src/linux-headers-$release"
sed -i "s#^include /usr/src/#include $out/unpacked/usr/src/#; s#/usr/src/linux-headers#$out/unpacked/usr/src/linux-headers#g; s#$out/unpacked$out/unpacked#$out/unpacked#g" "$headers/Makefile"
make -s -C "$headers" M="$module" ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu- CONFIG_DEBUG_INFO_BTF_MODULES= modules > "$out/module.log" 2>&1 \
  || { tail -n 20 "$out/module.log" >&2; exit 1; }
aarch64-linux-gnu-strip --strip-debug -o "$out/gpio-sim.ko" "$module/gpio-sim-own.ko"

configfs=$(find "$out/unpacked" -name 'configfs.ko*' | head -n 1)
case "$configfs" in *.xz) xz -dc "$configfs" > "$out/configfs.ko" ;; *) cp "$configfs" "$out/configfs.ko" ;; esac
cp "$out/unpacked/boot/vmlinuz-$release" "$out/vmlinuz"
mkdir -p "$out/tree/bin" "$out/tree/lib"
cp "$out/unpacked/bin/busybox" "$out/tree/bin/"
cp -L "$(find "$out/unpacked" -name ld-linux-aarch64.so.1 -not -type d | head -n 1)" "$out/tree/lib/"
for library in libc.so.6 libm.so.6 libgcc_s.so.1 libdl.so.2 libpthread.so.0 libssl.so.3 libcrypto.so.3; do
  cp -L "$(find "$out/unpacked" -name "$library" | head -n 1)" "$out/tree/lib/"
done
rm -rf "$out/unpacked" "$out/module"
echo "kernel.sh: $image with gpio-sim"
