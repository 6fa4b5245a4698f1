"""The program `protocolau`: its commands are loaded where whoever breaks them off is shown no traceback."""

import sys


def main() -> None:
    """Run the command that was asked for. Broken off before it is known in which language, it ends without a word."""
    try:
        from protocolau.cli.main import main as command
    except KeyboardInterrupt:
        sys.exit("")
    command()
