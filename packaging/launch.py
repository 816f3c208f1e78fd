"""Where the frozen program starts."""

import multiprocessing
import os
import sys

if __name__ == "__main__":
    # A frozen worker process starts here too, and goes no further than this line.
    multiprocessing.freeze_support()
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # the windowed program of Windows has none
            setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    from viewer.__main__ import main

    sys.exit(main())
