"""The pages in the browser. Start it with ``chinhsach app``, or ``streamlit run app.py``.

The folder of the index is read from ``CHINHSACH_INDEX``; ``index/`` when that is not set.
"""

from __future__ import annotations

from assistant.ui.frame import main

main()
