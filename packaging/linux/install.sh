#!/bin/sh
# Installs Tawsim from the folder this script stands in: for you (in ~/.local), or with --system for everybody (in
# /usr/local; needs root). --uninstall takes it away again; your projects and settings stay.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
prefix="${HOME:-}/.local"
action=install
for word in "$@"; do
    case "$word" in
    --system) prefix=/usr/local ;;
    --prefix=*) prefix="${word#--prefix=}" ;;
    --uninstall) action=uninstall ;;
    *)
        echo "usage: install.sh [--system | --prefix=FOLDER] [--uninstall]" >&2
        exit 2
        ;;
    esac
done

program="$prefix/lib/tawsim"
desktop="$prefix/share/applications/tawsim.desktop"
mime="$prefix/share/mime/packages/tawsim.xml"

refresh() {
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$prefix/share/applications" || true
    command -v update-mime-database >/dev/null && update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
    command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" 2>/dev/null || true
}

remove() {
    rm -rf "$program"
    rm -f "$prefix/bin/tawsim" "$prefix/bin/tawsim-cli" "$desktop" "$mime"
    rm -f "$prefix"/share/icons/hicolor/*/apps/tawsim.png
}

if [ "$action" = uninstall ]; then
    remove
    refresh
    echo "Tawsim is gone from $prefix."
    exit 0
fi

if [ "$here" = "$program" ]; then
    echo "This copy is the installed one; run install.sh from the folder you unpacked." >&2
    exit 2
fi
remove
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share/applications" "$prefix/share/mime/packages"
cp -R "$here" "$program"
ln -s "$program/Tawsim" "$prefix/bin/tawsim"
ln -s "$program/tawsim-cli" "$prefix/bin/tawsim-cli"
cp -R "$here/share/icons" "$prefix/share/"
cp "$here/share/mime/packages/tawsim.xml" "$mime"
# The desktop may not have bin/ on its path: it gets the full place, quoted as its format asks.
quoted=$(printf '%s' "$program/Tawsim" | sed 's/[\\`$"]/\\\\&/g; s/%/%%/g')
EXEC="Exec=\"$quoted\" %F" awk '/^Exec=/ { print ENVIRON["EXEC"]; next } { print }' \
    "$here/share/applications/tawsim.desktop" >"$desktop"
refresh
echo "Tawsim is installed in $prefix: $prefix/bin/tawsim, or from the menu."
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*) echo "($prefix/bin is not on your PATH; the menu works all the same.)" ;;
esac
