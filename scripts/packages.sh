# shellcheck shell=bash
# System packages of Debian and Ubuntu: only what is missing is installed. Needs progress.sh.

missing_packages() {
    local package
    for package; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

# apt_get ARGUMENT...: as root, whoever calls
apt_get() {
    local as_root=()
    (($(id -u) == 0)) || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@"
}

# ensure_packages PACKAGE...
ensure_packages() {
    [[ -z ${REGPOL_NO_APT:-} ]] || return 0
    if ! command -v apt-get >/dev/null; then
        fail "pemasangan otomatis hanya tersedia untuk Debian dan Ubuntu. Pasang sendiri padanan paket berikut," \
            "lalu ulangi dengan REGPOL_NO_APT=1: $*"
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    if (($(id -u) != 0)) && ! command -v sudo >/dev/null; then
        fail "paket sistem belum lengkap dan Anda bukan root (sudo pun tidak ada). Minta administrator menjalankan:" \
            "apt-get install --no-install-recommends ${missing[*]}"
    fi
    # A list that cannot be refreshed matters only if the packages then cannot be installed.
    step "Memperbarui daftar paket sistem" refresh_package_lists
    step "Memasang paket sistem: ${missing[*]}" apt_get install --no-install-recommends "${missing[@]}"
}

refresh_package_lists() { apt_get update || true; }
