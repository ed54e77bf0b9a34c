# shellcheck shell=bash
# Finds the Python interpreters of this machine.

# interpreter COMMAND CONDITION: prints the interpreter itself (not a shim, not a venv's link) if the condition holds
interpreter() {
    "$1" -c "import sys; print(sys._base_executable) if $2 else sys.exit(1)" 2>/dev/null
}

# The Python to build .venv with: REGPOL_PYTHON if given, else the first that is new enough.
find_python() {
    local candidate
    for candidate in ${REGPOL_PYTHON:-python3 python3.13 python3.12 python3.11}; do
        interpreter "$candidate" 'sys.version_info >= (3, 11)' && return
    done
    return 1
}

# find_python_version 3.13
find_python_version() {
    local candidate
    for candidate in "python$1" "$HOME/.pyenv/versions/$1".*[0-9]/bin/python; do
        interpreter "$candidate" "'%d.%d' % sys.version_info[:2] == '$1'" && return
    done
    return 1
}
