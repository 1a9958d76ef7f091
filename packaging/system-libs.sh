#!/bin/sh
# Installs the system libraries that Qt's window needs, where they are missing and this may be done; else names them.
# Each is looked up by the name the loader asks for, because Debian and Ubuntu name some of the packages differently.
set -eu
PATH="$PATH:/usr/sbin:/sbin"

command -v ldconfig >/dev/null && command -v apt-get >/dev/null || exit 0
known=$(ldconfig -p)
missing=""
while read -r library package; do
    case "$known" in
    *"$library "*) ;;
    *) missing="$missing $package" ;;
    esac
done <<LIST
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libgthread-2.0.so.0 libglib2.0-0
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
LIST

[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root="sudo"
else
    echo "Missing system libraries, to be installed by an administrator:" >&2
    echo "    apt-get install$missing" >&2
    exit 0
fi
echo "Installing system libraries:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086  # each package is a word of its own
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
