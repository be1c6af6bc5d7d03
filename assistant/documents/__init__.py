"""Files in, Documents out: one reader a format, cleaning, metadata."""

from assistant.documents.files import SourceFile, discover, document_id
from assistant.documents.reading import read_file

__all__ = ["SourceFile", "discover", "document_id", "read_file"]
