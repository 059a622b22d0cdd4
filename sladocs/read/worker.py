"""The child process of `sladocs.read.isolation`: how a file is read and its bytes come in, a Document goes out as JSON.

python -m sladocs.read.worker MEMORY SECONDS NAME < file (see `framed`)
"""

from __future__ import annotations

import sys

from sladocs.read.failure import ReadError
from sladocs.read.file import parsed
from sladocs.read.isolation import READ, REFUSED, TOO_MUCH, unframed
from sladocs.read.limits import limit


def main(arguments: list[str]) -> int:
    """Read standard input under limits, and write the Document, or why there is none, to standard output."""
    memory, seconds, name = arguments
    limit(int(memory), int(seconds))
    try:
        data, how = unframed(sys.stdin.buffer.read())
        text = parsed(data, name=name, how=how).model_dump_json(exclude_none=True)
        code = READ
    except ReadError as error:
        text, code = str(error), REFUSED
    except MemoryError:
        return TOO_MUCH
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
