# shellcheck shell=bash
# Progress lines for people; what the tools themselves print goes into one log, shown only when a step fails.

say() { printf '%s\n' "$@"; }

# Status 2, as everywhere in regpol: the work could not be done.
fail() {
    printf 'GAGAL: %s\n' "$*" >&2
    exit 2
}

start_log() { LOG=$(mktemp "${TMPDIR:-/tmp}/regpol-$1.XXXXXX.log"); }

NO_CONNECTION='NewConnectionError|name resolution|Could not resolve|Network is unreachable|Connection timed out'

# step MESSAGE COMMAND...
step() {
    say "• $1"
    "${@:2}" >>"$LOG" 2>&1 && return
    { say "  Baris terakhir dari catatan:" && tail -n 15 "$LOG" | sed 's/^/    /'; } >&2
    ! grep -qE "$NO_CONNECTION" "$LOG" ||
        say "  Tampaknya tidak ada sambungan internet atau ke cermin kantor. Sambungan perlu sekali ini saja, untuk" \
            "  mengunduh pustaka; sesudah itu regpol bekerja tanpa internet. Sambungkan, lalu jalankan lagi." >&2
    fail "$1. Catatan lengkap: $LOG"
}
