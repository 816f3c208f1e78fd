#!/bin/sh
# Finds a Python >= 3.11 that can make virtual environments, gets Debian's where there is none and
# it may, and hands over to bootstrap.py. Exit status 3: something is left for you to type.
set -eu
here=$(dirname "$0")

fit() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3; do
        if fit "$candidate"; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

if ! python=$(find_python); then
    packages="python3 python3-venv"
    if ! command -v apt-get >/dev/null; then
        echo "Hilum needs Python 3.11 or newer with its venv module. Install it and run this again." >&2
        exit 3
    fi
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif sudo -n true 2>/dev/null; then
        sudo="sudo -n"
    else
        echo "Hilum needs Python 3.11 with venv. Type this, then run the command again:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y $packages" >&2
        exit 3
    fi
    echo "Installing with apt: $packages"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    python=$(find_python) || {
        echo "This system's Python is older than 3.11. Install a newer one and name it:" >&2
        echo "    make run PYTHON=/path/to/python3.11" >&2
        exit 3
    }
fi
exec "$python" "$here/bootstrap.py" "$@"
