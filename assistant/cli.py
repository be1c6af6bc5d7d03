"""The entry of the command line, and the one place that prints an error.

Results go to stdout, all else to stderr; no user sees a traceback.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import IO

from assistant.cli_arguments import parse
from assistant.errors import AssistantError

__all__ = ["main"]

DEBUG_VARIABLE = "CHINHSACH_DEBUG"

# Exit codes. 0 and 1 (answered, not found) are the commands' own.
USER_ERROR = 2
DEFECT = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells report it
PIPE_CLOSED = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name; those of the process when None.

    Returns:
        The exit code: 0 answered, 1 not found, 2 a user's error, 3 a defect of ours.
    """
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        args = parse(argv)
        from assistant import cli_commands

        code = int(getattr(cli_commands, args.command)(args))
        sys.stdout.flush()
    except SystemExit:  # help or the version was asked for, and has been printed
        return 0
    except AssistantError as error:
        return _fail(str(error), USER_ERROR)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has left; keep the interpreter from flushing into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        return _fail(f"{what}. Hãy kiểm tra đường dẫn và quyền truy cập.", USER_ERROR)
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        return _fail(
            f"lỗi của chương trình ({type(error).__name__}: {error})."
            f" Hãy chạy lại với {DEBUG_VARIABLE}=1 và gửi kết quả cho nhóm phát triển.",
            DEFECT,
        )
    return code


def _speak_utf8(stream: IO[str]) -> None:
    """Make a stream write UTF-8, which the consoles of Windows do not do by themselves."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(message: str, code: int) -> int:
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()  # what was found stands before what went wrong
    sys.stderr.write(f"chinhsach: {' '.join(message.split())}\n")
    return code
