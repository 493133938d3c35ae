#!/bin/bash
# Runs in the machine: from nothing to a site, through its troubles, and back to nothing.
install=(/release/install.sh --yes --offline "$(ls /release/edgenode_*_amd64.deb)")
next=$(ls /next/edgenode_*_amd64.deb)
before=$(mktemp)
up() { cut -d ' ' -f 1 /proc/uptime; }
since() { awk -v a="$1" -v b="$(up)" 'BEGIN { printf "%.1f", b - a }'; }

# ok NAME COMMAND…
ok() {
  local name=$1
  shift
  if "$@" > /tmp/last 2>&1; then echo "ok      $name"; else
    echo "FAILED  $name"
    tail -n 15 /tmp/last | sed 's/^/why     /'
  fi
}

says() {
  local words=$1
  shift
  "$@" > /tmp/said 2>&1
  grep -qF "$words" /tmp/said || { cat /tmp/said; return 1; }
}

runs() { [ "$(systemctl is-active edgenode)" = active ] && [ "$(systemctl show -p MainPID --value edgenode)" -gt 1 ]; }
pid() { systemctl show -p MainPID --value edgenode; }
status() { systemctl show -p StatusText --value edgenode; }

# again OLD BOUND: waits until another process is ready.
again() {
  local i
  for ((i = 0; i < $2 * 10; i++)); do
    if [ "$(pid)" != "$1" ] && runs; then return 0; fi
    sleep 0.1
  done
  systemctl status edgenode --no-pager
  return 1
}

# gap: for how long the service was not ready at its last change.
gap() { awk -v a="$(systemctl show -p ActiveExitTimestampMonotonic --value edgenode)" -v b="$(systemctl show -p ActiveEnterTimestampMonotonic --value edgenode)" 'BEGIN { printf "%.1f", (b - a) / 1000000 }'; }
# opened COMMAND…: with a systemd that tells of an open door; no contact hangs at this machine.
opened() { env PATH="/open:$PATH" "$@"; }
mkdir /open
# shellcheck disable=SC2016 # expanded where it runs
printf '#!/bin/sh\ncase "$*" in *StatusText*) echo "doors 1/1, 1 open, readers 1/1, stand-alone" ;; *) exec /usr/bin/systemctl "$@" ;; esac\n' > /open/systemctl
chmod 755 /open/systemctl

left() { find / -xdev \( -path /proc -o -path /sys -o -path /release -o -path /next -o -path /bad -o -path /picky -o -path /spoils -o -path /var/log -o -path /tmp -o -path /run \) -prune -o -iname '*edgenode*' -print | sort; }

left > "$before"
ok "a dry run changes nothing" says "would run" "${install[@]}" --dry-run
ok "after it nothing is there" test ! -e /opt/edgenode
begun=$(up)
ok "it installs without the network, and says what comes next" says "sudo edgenode init" "${install[@]}"
echo "figure  installed in $(since "$begun") s"
ok "the groups of its devices are there" getent group gpio spi i2c dialout
ok "six answers make the site's file" edgenode init --id mini --name Mini --timezone Europe/Brussels --doors street --lock failSecure --reader usb
ok "only root writes it and only the service reads it" test "$(stat -c %a:%U:%G /etc/edgenode/site.yaml)" = 640:root:edgenode
# No machine here has pins.
sed -i 's/^gpio: real .*/gpio: none/' /etc/edgenode/site.yaml
ok "it starts, and systemd hears that it is ready" systemctl start edgenode
runs || exit 1
echo "figure  from nothing to a site that is ready: $(since "$begun") s"
ok "the status line counts doors and readers" says "doors 1/1, readers" status
ok "the second run has nothing to do" says "nothing to do" "${install[@]}"
ok "it runs as its own user, without new rights, in a filter" sh -c "grep -q '^Seccomp:.2' /proc/$(pid)/status && grep -q '^NoNewPrivs:.1' /proc/$(pid)/status && [ \"\$(stat -c %U /proc/$(pid))\" = edgenode ]"
ok "its memory is for nobody else" test "$(stat -c %a:%U /var/lib/edgenode)" = 700:edgenode
echo "figure  resident: $(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$(pid)/status") MiB"
ok "the doctor, asked as the service, finds a node that runs and a journal that is proved" sh -c "runuser -u edgenode -- edgenode doctor --json > /tmp/doctor; grep -A 2 '\"check\": \"node\"' /tmp/doctor | grep -q runs && grep -A 2 '\"check\": \"journal\"' /tmp/doctor | grep -q proved"

old=$(pid)
begun=$(up)
kill -STOP "$old"
ok "a program that hangs is killed by the watchdog and started anew" again "$old" 60
echo "figure  hang to ready: $(since "$begun") s"
old=$(pid)
begun=$(up)
kill -KILL "$old"
ok "a program that is killed is started anew" again "$old" 60
echo "figure  kill to ready: $(since "$begun") s"

old=$(pid)
ok "while a door stands open no upgrade begins" says "a door stands open" opened edgenode upgrade --yes "$next"
ok "and the program that runs was not touched" test "$(pid)" = "$old"
begun=$(up)
ok "a newer package is put beside the old one, forced also while a door stands open" opened edgenode upgrade --yes --force "$next"
ok "the newer one runs" again "$old" 60
echo "figure  upgrade, from the command to ready: $(since "$begun") s"
echo "figure  of these doors could not be opened by badge for $(gap) s"
ok "both releases are there" test "$(find /opt/edgenode/releases -mindepth 1 -maxdepth 1 | wc -l)" -eq 2
ok "the link names the new one" test "$(readlink /opt/edgenode/current)" = "releases/$(dpkg-deb -f "$next" Version)"
ok "an older one is refused" says "is older" "${install[@]}"
good=$(status)
ok "a newer one that does not become ready is taken back by itself" says "runs again" edgenode upgrade --yes "$(ls /bad/edgenode_*_amd64.deb)"
ok "the release before runs again, on the same memory" sh -c "systemctl is-active edgenode && [ \"\$(readlink /opt/edgenode/current)\" = releases/$(dpkg-deb -f "$next" Version) ]"
ok "and says what it said" test "$(status)" = "$good"
records() { runuser -u edgenode -- edgenode journal verify --config /etc/edgenode/site.yaml | grep -oE '[0-9]+ records' | head -n 1; }
ok "a newer one that spoils the memory is taken back too, with the copy from before" says "runs again" edgenode upgrade --yes "$(ls /spoils/edgenode_*_amd64.deb)"
ok "the release that ran was not thrown away for one that failed" test -x "/opt/edgenode/releases/$(dpkg-deb -f "$next" Version)/edgenode"
ok "the spoilt memory is kept for whoever looks at it" grep -q spoilt /var/lib/edgenode.failed-upgrade/keys/signing.seed
ok "the release before runs on the copy" sh -c "systemctl is-active edgenode && [ \"\$(readlink /opt/edgenode/current)\" = releases/$(dpkg-deb -f "$next" Version) ]"
echo "figure  records proved after it: $(records)"
ok "and says what it said before" test "$(status)" = "$good"
ok "a newer one that does not take the site's file is refused before anything is touched" says "does not take this site's file" edgenode upgrade --yes "$(ls /picky/edgenode_*_amd64.deb)"
ok "the package can be put in again" dpkg -i "$next"
ok "and the release before it is still there" test "$(find /opt/edgenode/releases -mindepth 1 -maxdepth 1 | wc -l)" -eq 2

ok "taken away, it leaves the site's file and memory" sh -c "/next/install.sh --uninstall --yes && [ ! -e /opt/edgenode ] && [ -f /etc/edgenode/site.yaml ] && [ -d /var/lib/edgenode/journal ]"
ok "put in again, it goes on by itself" sh -c "/next/install.sh --yes --offline $next && systemctl is-active edgenode"

# A backup by the hardened service itself; then the machine is a blank one that becomes the site.
printf 'backup: { folder: /var/backups/edgenode }\n' >> /etc/edgenode/site.yaml
old=$(pid)
systemctl restart edgenode
ok "with a folder for backups it starts again" again "$old" 60
made() { local i; for ((i = 0; i < 600; i++)); do [ -z "$(find /var/backups/edgenode -name '*.edgenode-backup')" ] || return 0; sleep 0.1; done; return 1; }
ok "the service makes the backup of last night" made
proof() { runuser -u edgenode -- edgenode journal verify --config /etc/edgenode/site.yaml; }
key=$(proof | grep -oE 'signed by [0-9a-f]+')
runuser -u edgenode -- edgenode backup --code --config /etc/edgenode/site.yaml > /tmp/code
find /var/backups/edgenode -name '*.edgenode-backup' -exec cp {} /tmp/site.backup \;
ok "purged, it leaves nothing that the backup could lean on" sh -c "/next/install.sh --uninstall --purge --yes && [ ! -e /var/lib/edgenode ] && [ ! -e /var/backups/edgenode ]"
begun=$(up)
ok "put in on a blank machine" /next/install.sh --yes --offline "$next"
ok "another code opens nothing" sh -c '! edgenode restore --config /etc/edgenode/site.yaml --code-file /dev/null /tmp/site.backup'
ok "it becomes the site of the backup" says "is back as it was" edgenode restore --config /etc/edgenode/site.yaml --code-file /tmp/code /tmp/site.backup
systemctl start edgenode
ok "and starts" runs
echo "figure  blank machine to the site put back and ready: $(since "$begun") s"
ok "its identity is the old one" test "$(proof | grep -oE 'signed by [0-9a-f]+')" = "$key"
ok "its chain is proved, and says that it was put back" says "Put back from a copy" proof
ok "files are as the installer makes them" test "$(stat -c %a:%U:%G /etc/edgenode/site.yaml):$(stat -c %a:%U /var/lib/edgenode/journal)" = 640:root:edgenode:700:edgenode

ok "purged, it leaves nothing" sh -c "/next/install.sh --uninstall --purge --yes"
left > /tmp/after
ok "nothing of it is on the disk" diff "$before" /tmp/after
ok "nor is its user" sh -c '! getent passwd edgenode'
ok "taking it away twice has nothing to do" says "nothing to do" /next/install.sh --uninstall --yes
echo DONE
