# Made once by cobrepo; from then on it is yours: it is never written again.
"""What this job does beside what is generated; README.md, "Extend", has an example of each.

Without this file, too, the job runs: delete it where there is nothing to add.
"""

from __future__ import annotations

from .extending import Extensions

EXTENSIONS = Extensions()
