"""The nouns that flow through the assistant, one frozen type each.

Every Section, Passage, Figure and Citation is a half-open span of ``Document.text``:
``document.text[start:end] == quote``, always. Cleaning ends before a Document exists, so
no later stage ever searches for its own text again.
"""

from assistant.schema.answers import (
    Answer,
    AnswerKind,
    Citation,
    Filters,
    Hit,
    Method,
    Question,
    Receipt,
    Side,
    SideFound,
    Status,
)
from assistant.schema.documents import (
    Block,
    BlockKind,
    Document,
    Quality,
    Relation,
    RelationKind,
    Skipped,
    Source,
)
from assistant.schema.figures import (
    Cell,
    CitedFigure,
    CitedTask,
    Comparator,
    Figure,
    FigureFilters,
    FigureSource,
    FigureTable,
    Origin,
    Role,
    Standing,
    Task,
)
from assistant.schema.passages import (
    Level,
    Passage,
    PassageRole,
    Section,
    Step,
)
from assistant.schema.recognition import (
    WordBox,
    confidence_of,
    pack_boxes,
    unpack_boxes,
)
from assistant.schema.rows import (
    QuotedRow,
    Row,
    rows_of,
    text_and_rows,
)
from assistant.schema.spans import (
    Span,
)
from assistant.schema.verdicts import (
    Beside,
    CheckedPart,
    CheckedSentence,
    ClaimPart,
    Difference,
    Judgement,
    PartKind,
    Verdict,
    overall,
)

__all__ = [
    "Answer",
    "AnswerKind",
    "Beside",
    "Block",
    "BlockKind",
    "Cell",
    "CheckedPart",
    "CheckedSentence",
    "Citation",
    "CitedFigure",
    "CitedTask",
    "ClaimPart",
    "Comparator",
    "Difference",
    "Document",
    "Figure",
    "FigureFilters",
    "FigureSource",
    "FigureTable",
    "Filters",
    "Hit",
    "Judgement",
    "Level",
    "Method",
    "Origin",
    "PartKind",
    "Passage",
    "PassageRole",
    "Quality",
    "Question",
    "QuotedRow",
    "Receipt",
    "Relation",
    "RelationKind",
    "Role",
    "Row",
    "Section",
    "Side",
    "SideFound",
    "Skipped",
    "Source",
    "Span",
    "Standing",
    "Status",
    "Step",
    "Task",
    "Verdict",
    "WordBox",
    "confidence_of",
    "overall",
    "pack_boxes",
    "rows_of",
    "text_and_rows",
    "unpack_boxes",
]
