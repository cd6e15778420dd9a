#!/bin/sh
# tests/bare.sh SUITE [ARGS]: does the README hold on a machine on which nothing was ever installed?
#
# Makes a bare root of Debian SUITE (bookworm, trixie …) with git, certificates and that Debian's own
# Python, clones the last commit into it, and runs there what the README says: `./run` until its start page
# answers, then `./run test ARGS`. Needs root and debootstrap; takes some minutes and 3 GB, and clears up.
# MIRROR names another mirror of Debian; KEEP=1 leaves the root, to look around in.
set -eu

[ $# -gt 0 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }
suite=$1
shift
project=$(cd "$(dirname "$0")/.." && pwd)
root=$(mktemp -d "${TMPDIR:-/tmp}/bare-$suite-XXXXXX")
chmod 755 "$root" # apt fetches as a user of its own

inside() { # COMMAND: in the bare root, with nothing of this machine's environment but its certificates
	chroot "$root" env -i HOME=/home/new PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		LANG=C.UTF-8 PORT=8123 PIP_CERT=/etc/ssl/certs/ca-certificates.crt sh -euc "cd /home/new/project; $*"
}

stop() { # what runs in there
	for process in /proc/[0-9]*; do
		[ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || kill -9 "${process#/proc/}" 2>/dev/null || true
	done
}

clear_up() {
	stop
	for place in dev sys proc; do umount -lR "$root/$place" 2>/dev/null || true; done
	[ -n "${KEEP:-}" ] && echo "Left: $root" || rm -rf --one-file-system "$root"
}
trap clear_up EXIT
trap 'exit 1' INT TERM

debootstrap --variant=minbase --include=git,ca-certificates,python3 "$suite" "$root" ${MIRROR:-} >/dev/null
for place in proc sys dev; do
	mount --rbind "/$place" "$root/$place"
	mount --make-rslave "$root/$place" # unmounting it later must not reach this machine's own
done
cp /etc/resolv.conf "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" # the network may have certificates of its own
mkdir -p "$root/home/new"
git clone -q "$project" "$root/home/new/project"
chown -R 0:0 "$root/home/new"
inside '. /etc/os-release; echo "$PRETTY_NAME, $(python3 --version), commit $(git rev-parse --short HEAD)"'

began=$(date +%s)
inside ./run &
until inside 'python3 -c "import urllib.request as u; u.urlopen(\"http://127.0.0.1:$PORT/en/\").read()" 2>/dev/null'; do
	kill -0 $! 2>/dev/null || { echo "./run ended before it served." >&2; exit 1; }
	sleep 2
done
echo "./run serves after $(($(date +%s) - began)) s."
stop
wait $! || true

began=$(date +%s)
inside ./run test "$@"
echo "./run test $* is green after $(($(date +%s) - began)) s, its set-up included."
