"""Where the frozen program starts."""

import multiprocessing
import sys

if __name__ == "__main__":
    # A frozen worker process starts here too, and goes no further than this line.
    multiprocessing.freeze_support()
    from viewer.__main__ import main

    sys.exit(main())
