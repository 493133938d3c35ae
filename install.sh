#!/usr/bin/env bash
# Installs EdgeNode on a Raspberry Pi or another Debian machine, or takes it away again. Everything stands in main(), which the last line
# calls: a download that broke off does nothing.
#   sudo ./install.sh [--dry-run] [--yes] [--force] [--offline FILE.deb | --from ADDRESS] [--key PUBLIC.pem]
#   sudo ./install.sh --uninstall [--purge] [--yes] [--dry-run]
#   ./install.sh --version | --help
# Where EdgeNode runs already it is upgraded, and goes back by itself when the new one does not become ready; --force: also while a door is open.
# Beside FILE.deb must lie SHA256SUMS and SHA256SUMS.sig: both are checked with the release key before anything is touched.

# The public half of the release key (Ed25519, base64 of its DER form) and where releases lie; a release writes them here.
RELEASE_KEY=
RELEASES=
INSTALLER=1

main() {
  set -euo pipefail
  local offline="" from=$RELEASES key="" yes="" dry="" force="" action=add purge=""
  while [ $# -gt 0 ]; do
    case $1 in
      --offline | --from | --key)
        [ $# -gt 1 ] || stop "$1 takes a value." "Look at --help."
        case $1 in --offline) offline=$2 ;; --from) from=$2 ;; --key) key=$2 ;; esac
        shift
        ;;
      --yes) yes=1 ;;
      --force) force=1 ;;
      --dry-run) dry=1 ;;
      --uninstall) action=uninstall ;;
      --purge) purge=1 ;;
      --version) echo "EdgeNode installer $INSTALLER, release key $(fingerprint)"; return 0 ;;
      --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; return 0 ;;
      *) stop "unknown argument $1" "Look at --help." ;;
    esac
    shift
  done
  [ -z "$purge" ] || [ "$action" = uninstall ] || stop "--purge goes with --uninstall." "To take EdgeNode and all of the site's data away: --uninstall --purge."
  [ -n "$dry" ] || [ "$(id -u)" -eq 0 ] || stop "this takes root." "Run it with sudo."
  trap 'machine' ERR
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  "$action"
}

# stop WHAT CURE: ends with both.
stop() {
  printf 'install.sh: %s\n  %s\n' "$1" "$2" >&2
  machine
  exit 1
}

# What a person who helps from afar will ask.
machine() {
  local model="" system=unknown
  [ -r /proc/device-tree/model ] && model=$(tr -d '\0' < /proc/device-tree/model)
  [ -r /etc/os-release ] && system=$(release PRETTY_NAME)
  printf '  Machine: %s, %s, %s, Linux %s, %s MiB free at /opt. Run this again once it is put right.\n' \
    "${model:-no board}" "$system" "$(dpkg --print-architecture 2> /dev/null || uname -m)" "$(uname -r)" "$(free_space)" >&2
}

# A purge may have taken /opt away.
free_space() { { df -Pm /opt 2> /dev/null || df -Pm /; } | awk 'NR == 2 { print $4 }'; }

fingerprint() { if [ -z "$RELEASE_KEY" ]; then echo none; else printf "%s" "$RELEASE_KEY" | sha256sum | cut -c 1-16; fi; }

# A value of os-release(5).
release() { sed -n "s/^$1=\"\{0,1\}\([^\"]*\)\"\{0,1\}$/\1/p" /etc/os-release; }

# sure QUESTION: yes, or the end.
sure() {
  local answer=""
  [ -z "$yes" ] || return 0
  [ -t 0 ] || stop "nobody is there to answer '$1'" "Add --yes."
  read -r -p "$1 [y/N] " answer
  case $answer in y | Y | yes) ;; *) echo "Nothing was changed."; exit 0 ;; esac
}

# change COMMAND…: does it, or with --dry-run says it.
change() {
  if [ -n "$dry" ]; then echo "would run: $*"; else "$@"; fi
}

status_of() { dpkg-query -W -f='${db:Status-Status}' edgenode 2> /dev/null || true; }

fits() {
  local id="" version="" arch
  [ -r /etc/os-release ] || stop "this is no Debian system." "Install the 64-bit Raspberry Pi OS or Debian, 12 or later."
  id="$(release ID) $(release ID_LIKE)"
  version=$(release VERSION_ID)
  case " $id " in *" debian "* | *" raspbian "*) ;; *) stop "this is '$id', no Debian system." "Install the 64-bit Raspberry Pi OS or Debian, 12 or later." ;; esac
  case " $id " in " debian "* | " raspbian "*) [ "${version%%.*}" -ge 12 ] || stop "Debian $version is too old." "Install Raspberry Pi OS or Debian 12 or later." ;; esac
  arch=$(dpkg --print-architecture)
  case $arch in
    arm64 | amd64) ;;
    armhf | armel) stop "this system has 32 bits ($arch)." "Write the card anew with the 64-bit Raspberry Pi OS." ;;
    *) stop "there is no package for $arch." "Take a Raspberry Pi 3, 4, 5 or Zero 2, or a PC." ;;
  esac
  [ "$(free_space)" -ge 400 ] || stop "only $(free_space) MiB are free at /opt." "Make room (sudo apt clean), or take a larger card: 400 MiB are needed."
  command -v openssl > /dev/null || stop "openssl is missing, so that no signature can be checked." "sudo apt install openssl"
}

# Puts the package and its sums into $work.
bring() {
  local arch name
  arch=$(dpkg --print-architecture)
  if [ -n "$offline" ]; then
    for name in "$offline" "$(dirname "$offline")/SHA256SUMS" "$(dirname "$offline")/SHA256SUMS.sig"; do
      [ -f "$name" ] || stop "$name is missing." "Copy the .deb, SHA256SUMS and SHA256SUMS.sig of a release into one folder."
      cp -- "$name" "$work/"
    done
    package=$(basename "$offline")
    return 0
  fi
  [ -n "$from" ] || stop "this installer knows no place of releases." "Name one: --from https://…, or a file: --offline FILE.deb"
  case $from in https://*) ;; *) stop "'$from' is not https://." "Releases are fetched over TLS only." ;; esac
  for name in SHA256SUMS SHA256SUMS.sig; do
    curl -fsSL --proto '=https' --max-time 60 -o "$work/$name" "$from/$name" || stop "$from/$name cannot be fetched." "Look at the internet connection, or use --offline FILE.deb."
  done
  signed
  package=$(awk -v arch="_$arch.deb" 'index($2, arch) { print $2 }' "$work/SHA256SUMS" | sort -V | tail -n 1)
  [ -n "$package" ] || stop "the release has no package for $arch." "Tell whoever made it."
  curl -fsSL --proto '=https' --max-time 1200 -o "$work/$package" "$from/$package" || stop "$from/$package cannot be fetched." "Try again, or use --offline FILE.deb."
}

# The list of sums is the release's.
signed() {
  if [ -n "$key" ]; then
    cp -- "$key" "$work/release.pem"
  elif [ -n "$RELEASE_KEY" ]; then
    printf -- '-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n' "$RELEASE_KEY" > "$work/release.pem"
  else
    stop "this installer carries no release key: it comes from the source tree." "Use the install.sh of a release, or name the key that you trust: --key PUBLIC.pem"
  fi
  openssl pkeyutl -verify -pubin -inkey "$work/release.pem" -rawin -in "$work/SHA256SUMS" -sigfile "$work/SHA256SUMS.sig" > /dev/null 2>&1 \
    || stop "SHA256SUMS is not signed with the release key." "Do not install this. Fetch the release again from where it is published."
}

# The package is the one that the list names.
summed() {
  local want
  want=$(awk -v name="$package" '$2 == name { print $1 }' "$work/SHA256SUMS")
  [ -n "$want" ] || stop "SHA256SUMS does not name $package." "Take package and list from the same release."
  [ "$(sha256sum "$work/$package" | cut -d ' ' -f 1)" = "$want" ] || stop "$package is not what the release names: it is damaged or was changed." "Fetch it again."
  [ "$(dpkg-deb -f "$work/$package" Package)" = edgenode ] || stop "$package is not EdgeNode." "Take edgenode_VERSION_ARCHITECTURE.deb."
  [ "$(dpkg-deb -f "$work/$package" Architecture)" = "$(dpkg --print-architecture)" ] \
    || stop "$package is for $(dpkg-deb -f "$work/$package" Architecture), this machine is $(dpkg --print-architecture)." "Take the package for this machine."
}

add() {
  fits
  bring
  signed
  summed
  local version installed=""
  version=$(dpkg-deb -f "$work/$package" Version)
  [ "$(status_of)" = installed ] && installed=$(dpkg-query -W -f='${Version}' edgenode)
  if [ "$installed" = "$version" ] && dpkg --verify edgenode && [ "$(readlink /opt/edgenode/current)" = "releases/$version" ] && ! misses_board_settings; then
    echo "EdgeNode $version is installed and whole: nothing to do."
    return 0
  fi
  [ -z "$installed" ] || dpkg --compare-versions "$version" ge "$installed" || stop "EdgeNode $installed is installed, $version is older." "To go back on purpose: sudo apt install --allow-downgrades ./$package"
  sure "Install EdgeNode $version${installed:+ (now $installed)}?"
  local before=""
  if [ -z "$dry" ] && systemctl is-active -q edgenode 2> /dev/null; then
    before=$(readlink /opt/edgenode/current)
    rehearse
  fi
  unpack
  if [ -n "$before" ] && ! settled; then go_back "$before"; fi
  board
  welcome
}

# Hands the package to dpkg. What it depends on is looked for first: where something is missing, nothing is unpacked.
unpack() {
  local plan missing
  plan=$(apt-get -s install --no-install-recommends "$work/$package" 2>&1) || stop "apt cannot install it: $(printf '%s' "$plan" | tail -n 3)" "It depends on: $(dpkg-deb -f "$work/$package" Depends)"
  missing=$(printf '%s\n' "$plan" | awk '$1 == "Inst" && $2 != "edgenode" { print $2 }')
  if [ -n "$missing" ]; then
    [ -z "$offline" ] || stop "it depends on packages that are not there: $missing" "Connect the machine to the internet for this: sudo apt install $missing"
    # shellcheck disable=SC2086 # several names
    change env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
  fi
  change dpkg -i "$work/$package" || stop "dpkg does not install it; its words stand above." "Mend what it says, then run this again."
}

# Before a site that runs is touched: the new program must take its file and its journal, the doors must be shut, and there must be a copy.
rehearse() {
  local status new="$work/new/opt/edgenode/package/edgenode" copy=/var/lib/edgenode.before
  status=$(systemctl show -p StatusText --value edgenode)
  case $status in *" open,"*) [ -n "$force" ] || stop "a door stands open ($status)." "Wait until it is shut, or add --force: doors do not open by badge for some seconds." ;; esac
  mkdir "$work/new"
  chmod 755 "$work"
  dpkg-deb -x "$work/$package" "$work/new"
  runuser -u edgenode -- "$new" check --config /etc/edgenode/site.yaml || stop "the new program does not take this site's file; its words stand above." "Mend the file as it says (the program that runs is not touched), then try again."
  runuser -u edgenode -- "$new" journal verify --config /etc/edgenode/site.yaml || stop "the new program does not prove this site's journal; its words stand above." "Restart the node that runs, which mends what can be mended, then try again."
  rm -rf "$copy"
  install -d -o edgenode -g edgenode -m 700 "$copy"
  runuser -u edgenode -- /opt/edgenode/current/edgenode backup --config /etc/edgenode/site.yaml --plain "$copy/store" > /dev/null || stop "no copy of the site's memory can be made." "Make room: sudo apt clean."
}

# The service is ready, and stays so with one process for three seconds; it is given a minute, and no more than five new starts.
settled() {
  local i main pid="" steady=0 starts
  starts=$(systemctl show -p NRestarts --value edgenode)
  for ((i = 0; i < 120; i++)); do
    [ $(($(systemctl show -p NRestarts --value edgenode) - starts)) -lt 5 ] || return 1
    main=$(systemctl show -p MainPID --value edgenode)
    if systemctl is-active -q edgenode && [ "$main" = "$pid" ]; then steady=$((steady + 1)); else steady=0; fi
    pid=$main
    [ "$steady" -lt 6 ] || return 0
    sleep 0.5
  done
  return 1
}

# go_back RELEASE: the release before runs again on the memory as it is; only where it cannot, on the copy from before.
go_back() {
  local store
  ln -sfn "$1" /opt/edgenode/.current
  mv -T /opt/edgenode/.current /opt/edgenode/current
  systemctl restart edgenode || true
  if ! settled; then
    store=$(sed -n 's/^store: *\([^ #]*\).*/\1/p' /etc/edgenode/site.yaml)
    store=${store:-/var/lib/edgenode}
    systemctl stop edgenode || true
    mv "$store" "$store.failed-upgrade"
    cp -a /var/lib/edgenode.before/store "$store"
    systemctl restart edgenode || true
    settled || stop "the new program did not become ready, nor does the old one." "journalctl -u edgenode says why; the memory as it was found is in $store.failed-upgrade."
  fi
  stop "the new program did not become ready; ${1#releases/} runs again." "journalctl -u edgenode says why. Send edgenode support-bundle to whoever made the release."
}

# The board's own settings: lines of a dead program are let go, and the hardware watchdog is on.
misses_board_settings() { [ -f /boot/firmware/config.txt ] && ! grep -qx 'dtparam=strict_gpiod' /boot/firmware/config.txt; }

board() {
  misses_board_settings || return 0
  # shellcheck disable=SC2016 # expanded by the shell that runs it
  change sh -c 'cp -p /boot/firmware/config.txt /boot/firmware/config.txt.before-edgenode && printf "\n[all]\ndtparam=strict_gpiod\ndtparam=watchdog=on\n" >> /boot/firmware/config.txt'
  echo "Settings of the board were written; they count from the next restart of the machine on (sudo reboot)."
}

welcome() {
  local ip code="" address port
  if [ -n "$dry" ]; then return 0; fi
  if [ ! -f /etc/edgenode/site.yaml ]; then
    printf 'EdgeNode is installed. Next:\n  sudo edgenode init        six questions, and the file of this site is there\n  edgenode wiring           which wire goes where\n  sudo systemctl start edgenode\n  sudo -u edgenode edgenode doctor\n'
    return 0
  fi
  [ -d /run/systemd/system ] || { echo "EdgeNode is installed; no systemd runs here, so it was not started."; return 0; }
  systemctl is-active -q edgenode || stop "EdgeNode is installed and does not run." "journalctl -u edgenode says why; sudo -u edgenode edgenode doctor says what to do."
  ip=$(hostname -I 2> /dev/null | awk '{ print $1 }')
  port=$(sed -n 's/^ *listen: *[a-z]*:.*:\([0-9]*\).*/\1/p' /etc/edgenode/site.yaml | head -n 1)
  address="https://${ip:-127.0.0.1}:${port:-8460}/"
  code=$(journalctl -u edgenode -o cat --no-pager 2> /dev/null | sed -n 's/.*enter the code \([^;]*\);.*/\1/p' | tail -n 1)
  systemctl show -p StatusText --value edgenode
  printf 'EdgeNode runs. Its page: %s\n' "$address"
  [ -z "$code" ] || printf 'The first manager signs in at %swelcome with the code %s; it works once.\n' "$address" "$code"
  if command -v qrencode > /dev/null; then qrencode -t ANSIUTF8 "${address}${code:+welcome}"; fi
}

uninstall() {
  local state
  state=$(status_of)
  if [ -z "$state" ] || { [ "$state" = config-files ] && [ -z "$purge" ]; } || [ "$state" = not-installed ]; then
    echo "EdgeNode is not installed: nothing to do."
    return 0
  fi
  if [ -n "$purge" ]; then
    sure "Take EdgeNode away with ALL of this site's data, its journal and its keys? It cannot be undone."
    change env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq edgenode
  else
    sure "Take EdgeNode away? The site's file and data stay."
    change env DEBIAN_FRONTEND=noninteractive apt-get remove -y -qq edgenode
    echo "The site's file is in /etc/edgenode, its memory in /var/lib/edgenode. To take them away too: --uninstall --purge."
  fi
}

main "$@"
