"""The pages in the browser, as ``chinhsach app`` serves them.

It lies in a folder of its own, as Streamlit puts the folder of its script first on the path and
reads the settings in ``.streamlit/`` beside it.
"""

from __future__ import annotations

from assistant.ui.frame import main

main()
