#!/usr/bin/env bash
# The pin layer on a real kernel: an arm64 virtual machine with simulated pins, and a chip whose outputs the emulator writes
# down from power-on. run.sh [FOLDER] keeps kernel and packages in FOLDER (usual: ~/.cache/edgenode-device).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:-$HOME/.cache/edgenode-device}"
work=$(cd "${1:-$HOME/.cache/edgenode-device}" && pwd)
"$here/kernel.sh" "$work/kernel"

# The linker of the Debian cross compiler takes no --target.
# shellcheck disable=SC2016 # expanded when it runs
printf '#!/bin/sh\nfor a; do shift; case $a in --target=*) ;; *) set -- "$@" "$a" ;; esac; done\nexec aarch64-linux-gnu-gcc "$@"\n' > "$work/link"
chmod +x "$work/link"
# Built from a copy without lock files: the tree keeps those of the machine that it is built on.
rm -rf "$work/source"
mkdir -p "$work/source"
(cd "$here/../.." && tar -c --exclude=bin --exclude=obj --exclude=packages.lock.json .editorconfig Directory.Build.props Directory.Packages.props global.json \
  edge/EdgeNode.Core hardware/EdgeNode.Hardware tests/device) | tar -x -C "$work/source"
dotnet publish "$work/source/tests/device/EdgeNode.Device.csproj" -c Release -r linux-arm64 --artifacts-path "$work/build" -o "$work/program" \
  --nologo -v q -p:PublishAot=true -p:RestorePackagesWithLockFile=false -p:CppCompilerAndLinker="$work/link" -p:LinkerFlavor=bfd \
  -p:ObjCopyName=aarch64-linux-gnu-objcopy > "$work/publish.log" 2>&1 || { tail -n 20 "$work/publish.log" >&2; exit 1; }

root="$work/root"
rm -rf "$root"
cp -a "$work/kernel/tree" "$root"
mkdir -p "$root"/{proc,sys,dev,tmp}
cp "$work/kernel/configfs.ko" "$work/kernel/gpio-sim.ko" "$work/program/EdgeNode.Device" "$root/"
cat > "$root/init" <<'I'
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc p /proc; mount -t sysfs s /sys; mount -t devtmpfs d /dev; mount -t tmpfs t /tmp
insmod /configfs.ko; insmod /gpio-sim.ko; mount -t configfs c /sys/kernel/config
chip=/sys/kernel/config/gpio-sim/edge
mkdir -p $chip/bank0; echo 8 > $chip/bank0/num_lines; echo gpio-sim-edge > $chip/bank0/label; echo 1 > $chip/live
export SIMDIR=/sys/devices/platform/$(cat $chip/dev_name)/$(cat $chip/bank0/chip_name)
TRACED=9030000.pl061 /EdgeNode.Device outputs || echo "DEVICE-FAILED outputs"
/EdgeNode.Device || echo "DEVICE-FAILED pins"
poweroff -f
I
chmod +x "$root/init"
(cd "$root" && find . | cpio -o -H newc --quiet) > "$work/root.cpio"
# Its time is counted in instructions: a busy host makes it slower, never later.
status=0
timeout 180 qemu-system-aarch64 -M virt,gic-version=3 -cpu cortex-a72 -accel tcg,thread=single -icount shift=3,sleep=off -smp 2 -m 512 -display none -serial stdio \
  -monitor none -nodefaults -no-reboot -trace pl061_set_output -D "$work/trace.log" -kernel "$work/kernel/vmlinuz" \
  -initrd "$work/root.cpio" -append "console=ttyAMA0 panic=-1 quiet mitigations=off" < /dev/null 2>&1 | tr -d '\r' > "$work/machine.log" || status=$?
grep -E '^(ok|FAILED|figure|DEVICE)' "$work/machine.log" || tail -n 30 "$work/machine.log"
[ "$status" -eq 0 ] || echo "the machine did not end by itself within 180 s"
"$here/trace.sh" "$work/trace.log"
grep -q '^DEVICE-OK' "$work/machine.log" && ! grep -q 'FAILED' "$work/machine.log"
