"""Run regpol from a checkout: the same program as the installed command."""

import sys

from regpol.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
