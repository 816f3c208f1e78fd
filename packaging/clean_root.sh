#!/bin/sh
# Tries the .deb in a clean Debian without Python and without a network, as a user would:
#   sudo sh packaging/clean_root.sh dist/hilum_*.deb OUT [FILMS]
# Installs, triages the samples, phantoms (and FILMS), opens the viewer offscreen and under Xvfb, uninstalls. Takes
# some minutes and needs root, debootstrap, Xvfb and a network to make the root. Pictures (the
# display's as XWD) and numbers go into OUT; $ROOT names a root to use again.
set -eu
deb=$(realpath "$1")
out=$2
films=${3:-}
root=${ROOT:-$(mktemp -d)/root}
mkdir -p "$out"

if [ ! -d "$root/usr" ]; then
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$out/debootstrap.log"
fi
cp "$deb" "$root/tmp/hilum.deb"
# What the package declares is fetched beforehand: a department's mirror, or its medium.
cp /etc/resolv.conf "$root/etc/resolv.conf"
chroot "$root" apt-get update -qq
chroot "$root" apt-get install -y -qq --no-install-recommends --download-only /tmp/hilum.deb >/dev/null
rm "$root/etc/resolv.conf"
mkdir -p "$root/films" "$root/dev/shm"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"
[ -z "$films" ] || mount --bind -o ro "$films" "$root/films"
finish() {
    mountpoint -q "$root/tmp/.X11-unix" && umount "$root/tmp/.X11-unix"
    [ -z "$films" ] || umount "$root/films"
    umount "$root/dev/shm" "$root/proc"
}
trap finish EXIT

inside() {
    started=$(date +%s.%N)
    unshare -n chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/srv/reader \
        DEBIAN_FRONTEND=noninteractive "$@"
    echo "    $(echo "$(date +%s.%N) - $started" | bc | cut -c1-5) s: $*" | cut -c1-150
}
reader() {
    inside setpriv --reuid 1000 --regid 1000 --clear-groups "$@"
}

if chroot "$root" sh -c 'command -v python3 python'; then
    echo "this root has a Python" >&2
    exit 1
fi
mkdir -p "$root/srv/reader" && chown 1000:1000 "$root/srv/reader"
inside apt-get install -y -qq --no-install-recommends /tmp/hilum.deb >"$out/install.log"
tail -n 1 "$out/install.log"
# shellcheck disable=SC2016 # dpkg fills it in
inside dpkg-query -W -f 'installed: ${Installed-Size} kB\n' hilum
inside dpkg -s hilum >"$out/status.txt"
reader hilum --version
reader hilum models verify
reader hilum triage /usr/lib/hilum/_internal/resources/samples --out /srv/reader/out-samples
reader hilum phantom --out /srv/reader/phantoms --studies 4 --size 512
reader hilum triage /srv/reader/phantoms --out /srv/reader/out --overlays
[ -z "$films" ] || reader hilum triage /films --out /srv/reader/out-films
[ -z "$films" ] || cp "$root/srv/reader/out-films/results.jsonl" "$out/films.jsonl"
reader env QT_QPA_PLATFORM=offscreen hilum --screenshot /srv/reader/window.png /srv/reader/phantoms
cp "$root/srv/reader/window.png" "$out/offscreen.png"

# A display from outside, reached by its socket: an X server is no part of the root.
Xvfb :77 -screen 0 1920x1200x24 -nolisten tcp -ac -fbdir "$out" >/dev/null 2>&1 &
server=$!
sleep 2
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
unshare -n chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/srv/reader \
    DISPLAY=:77 hilum /srv/reader/phantoms >"$out/viewer.log" 2>&1 &
viewer=$!
sleep "${WAIT_S:-40}"
cp "$out/Xvfb_screen0" "$out/xvfb.xwd"
kill -0 "$viewer" # a viewer that has ended by itself is none
kill "$viewer"
wait "$viewer" || true
kill "$server"
umount "$root/tmp/.X11-unix"

inside apt-get remove -y -qq hilum >"$out/remove.log"
if [ -e "$root/usr/lib/hilum" ] || [ -e "$root/usr/bin/hilum" ]; then
    echo "left behind: $(ls -d "$root"/usr/lib/hilum "$root"/usr/bin/hilum)" >&2
    exit 1
fi
ls "$root/srv/reader/.local/share/Hilum"
echo "uninstalled; the reader's own folder is still there"
