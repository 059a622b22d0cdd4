"""The limits of a child process, which it sets itself before it reads anything."""

from __future__ import annotations


def limit(memory: int, seconds: int) -> None:
    """Let the system end this process where it takes more bytes or seconds; a system without such limits has the parent's clock alone."""
    try:
        import resource  # Unix only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
