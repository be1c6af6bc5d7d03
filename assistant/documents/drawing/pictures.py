"""A page drawn in this process, from the bytes of a file that may be made to break it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.documents.drawing.places import Place, boxes_of_quote, line_places
from assistant.documents.formats import Format, sniff
from assistant.documents.lines import lay_out
from assistant.documents.ocr.pictures import MOST_PIXELS
from assistant.documents.pages.drafts import draft_of
from assistant.documents.pages.nouns import Page
from assistant.documents.pages.spelling import spelt
from assistant.documents.pdf.glyphs import read_page
from assistant.documents.pdf.opening import opened
from assistant.errors import ReadError
from assistant.schema import Quality, Span, WordBox

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["draw"]

_DPI = 130
"""Dots to an inch; the smallest print of a page is read well, and A4 takes 300 kB."""
_LONGEST_SIDE = 2_400
"""Pixels; a map of A0 is drawn smaller."""
_JPEG = 85
_NO_PAGE = "tệp không có trang {}. Hãy lập lại chỉ mục: chinhsach index"
_NOT_DRAWN = "trang này không vẽ được. Hãy mở tệp gốc bằng chương trình khác."
_NO_PICTURE = "định dạng này không có hình trang. Hãy xem chữ của tài liệu."
_MARK, _EDGE = (255, 240, 150), (180, 83, 9)
_SLIT = 9
"""Pixels, odd; between the boxes of two lines of one paragraph there are fewer."""
_THICK = 2
"""Pixels of the line around a quote."""
_ROOM = 0.08
"""Of its height: room between a line of a quote and the box around it."""
# What Pillow lets surface when a picture is damaged, or a bomb.
_DEFECTS = (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError, TypeError)


def draw(
    data: bytes,
    number: int,
    suffix: str,
    *,
    known: Sequence[Place] = (),
    text: str = "",
    quote: Span | None = None,
) -> tuple[bytes, tuple[Place, ...]]:
    """Draw one page with a quote boxed.

    Args:
        data: All bytes of the file.
        number: The page, from 1.
        suffix: Ending of the file's name, in lower case, with the dot.
        known: Where the lines of the quote stand, if that is known from recognition.
        text: The page as it stands in the document, to look for the quote with.
        quote: The quote, as a span of ``text``; None marks nothing but ``known``.

    Returns:
        The picture as JPEG, and where the lines of the quote stand on it; none where the
        quote was not surely found, and then nothing is marked.

    Raises:
        ReadError: The file is damaged, has no such page, or is of a format without pages.
    """
    found = sniff(data, suffix)
    if found is Format.PDF:
        image, places = _of_pdf(data, number, text, None if known else quote)
    elif found is Format.IMAGE:
        image, places = _of_image(data, number), ()
    else:
        raise ReadError(_NO_PICTURE)
    places = tuple(known) or places
    packed = BytesIO()
    _marked(image, places).save(packed, "JPEG", quality=_JPEG)
    return packed.getvalue(), places


def _of_pdf(
    data: bytes, number: int, text: str, quote: Span | None
) -> tuple[Image, tuple[Place, ...]]:
    import pypdfium2 as pdfium

    with opened(data) as document:
        if not 1 <= number <= len(document):
            raise ReadError(_NO_PAGE.format(number))
        try:
            page = document[number - 1]
            try:
                width, height = page.get_size()
                scale = min(_DPI / 72, _LONGEST_SIDE / max(width, height, 1.0))
                drawn = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
                places = _places(read_page(page, number), text, quote) if quote else ()
                return drawn.to_pil().convert("RGB"), places
            finally:
                page.close()
        except (pdfium.PdfiumError, ValueError) as error:
            raise ReadError(_NOT_DRAWN) from error


def _places(page: Page, text: str, quote: Span) -> tuple[Place, ...]:
    """Return where a quote stands: in the page laid out as it was read, or in the file's order."""
    [page], _ = spelt([page])
    # Only words that were recognised have boxes in a draft; these are as sure as can be.
    words = tuple(word._replace(confidence=1.0) for word in page.words)
    if not words:
        return ()
    sure = Page(page.number, page.width, page.height, words, page.rules)
    laid = lay_out(draft_of([sure], page.number, Quality()).lines, page.number)
    boxes = boxes_of_quote(laid.text, laid.boxes, text, quote)
    if not boxes:
        plain, in_order = _in_file_order(sure)
        boxes = boxes_of_quote(plain, in_order, text, quote)
    return line_places(boxes)


def _in_file_order(page: Page) -> tuple[str, tuple[WordBox, ...]]:
    parts: list[str] = []
    boxes: list[WordBox] = []
    offset = 0
    for word in page.words:
        box = page.word_box(word, offset)
        if box is not None:
            boxes.append(box)
        parts.append(word.text)
        offset += len(word.text) + 1
    return " ".join(parts), tuple(boxes)


def _of_image(data: bytes, number: int) -> Image:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        opened_image = Image.open(BytesIO(data))
        if not 1 <= number <= getattr(opened_image, "n_frames", 1):
            raise ReadError(_NO_PAGE.format(number))
        opened_image.seek(number - 1)
        if opened_image.width * opened_image.height > MOST_PIXELS:
            raise ReadError(_NOT_DRAWN)
        image = ImageOps.exif_transpose(opened_image).convert("RGBA")
    except (Image.DecompressionBombError, *_DEFECTS) as error:
        raise ReadError(_NOT_DRAWN) from error
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image.getchannel("A"))
    # A page is about A4, whatever dots to an inch the file states.
    most = round(_DPI * 11.7)
    flat.thumbnail((most, most))
    return flat


def _marked(image: Image, places: Sequence[Place]) -> Image:
    """Return a picture with places coloured as by a felt pen, one line around them all."""
    from PIL import Image as Images
    from PIL import ImageChops, ImageDraw, ImageFilter

    if not places:
        return image
    inside = Images.new("L", image.size)
    pen = ImageDraw.Draw(inside)
    for place in places:
        room = _ROOM * (place.bottom - place.top) * image.height
        box = (
            place.left * image.width - room,
            place.top * image.height - room,
            place.right * image.width + room,
            place.bottom * image.height + room,
        )
        pen.rectangle(box, fill=255)
    # Lines of one paragraph become one area, without the slits between them.
    inside = inside.filter(ImageFilter.MaxFilter(_SLIT)).filter(ImageFilter.MinFilter(_SLIT))
    # Multiplied, so that ink stays as dark as it is.
    inked = ImageChops.multiply(image, Images.new("RGB", image.size, _MARK))
    marked = Images.composite(inked, image, inside)
    edge = ImageChops.subtract(inside.filter(ImageFilter.MaxFilter(2 * _THICK + 1)), inside)
    return Images.composite(Images.new("RGB", image.size, _EDGE), marked, edge)
