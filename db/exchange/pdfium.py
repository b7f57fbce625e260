"""PDFium, which reads and draws PDFs, must not be called from two threads at once."""

from __future__ import annotations

from threading import RLock

# Held around every use of pypdfium2: sheets are set on a worker thread while pages are drawn on
# the GUI thread, and ctypes lets both run at the same time.
pdfium_lock = RLock()
