#!/usr/bin/env bash
# A small Debian system with systemd, made once and kept: root.sh FOLDER
set -euo pipefail
out=$1
if [ -f "$out/.whole" ]; then exit 0; fi
rm -rf "$out"
mkdir -p "$out"
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2> /dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
[ -n "$mirror" ] || { echo "root.sh: apt's sources name no mirror of Debian." >&2; exit 1; }
debootstrap --variant=minbase --include=systemd,systemd-sysv,udev,dbus,libicu72,libssl3,ca-certificates,tzdata,openssl,zlib1g,libstdc++6 bookworm "$out" "$mirror" > "$out.log" 2>&1 \
  || { tail -n 5 "$out.log" >&2; exit 1; }
# Nothing that only costs time in a test.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer systemd-networkd.service systemd-timesyncd.service console-getty.service getty.target; do
  ln -sf /dev/null "$out/etc/systemd/system/$unit"
done
ln -sf /usr/lib/systemd/system/multi-user.target "$out/etc/systemd/system/default.target"
rm -rf "$out"/var/cache/apt/archives/*.deb
touch "$out/.whole"
