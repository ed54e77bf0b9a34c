# shellcheck shell=bash
# Progress lines for people; what the tools themselves print goes into one log, shown only when a step fails.

say() { printf '%s\n' "$@"; }

# Status 2, as everywhere in regpol: the work could not be done.
fail() {
    printf 'GAGAL: %s\n' "$*" >&2
    exit 2
}

start_log() { LOG=$(mktemp "${TMPDIR:-/tmp}/regpol-$1.XXXXXX.log"); }

# step MESSAGE COMMAND...
step() {
    say "• $1"
    "${@:2}" >>"$LOG" 2>&1 && return
    { say "  Baris terakhir dari catatan:" && tail -n 15 "$LOG" | sed 's/^/    /'; } >&2
    fail "$1. Catatan lengkap: $LOG"
}
