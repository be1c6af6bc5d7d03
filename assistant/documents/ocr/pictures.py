"""Pictures of pages made fit to be read: black edges gone, stamps gone, lines level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.config import Config
from assistant.documents.ocr.seals import without_black_seals, without_red_seals
from assistant.errors import ReadError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

__all__ = ["MOST_PIXELS", "Picture", "pictures_of_file"]

MOST_PIXELS = 100_000_000
"""Pixels of a picture at most: A3 at 600 dpi has 70 million, in as many bytes of grey."""
_DAMAGED = "ảnh hỏng, không mở được. Hãy quét hoặc tải lại ảnh."
# What Pillow lets surface when a picture is damaged, or a bomb.
_DEFECTS = (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError, TypeError)
_DARK = 128
_WHITE = 255
_EDGE = 0.08
"""Share of a side of the page at its edges that black borders reach into."""
_BORDER = 0.08
"""Of the side: a dark area at the edge that long is the edge of a scan, not a letter."""
_STEEPEST = 3.0
"""Degrees; sheets fed by a machine are turned by less."""
_LEVEL = 0.25
"""Degrees; Tesseract follows lines that are turned by less as well as level ones."""
_BLACK_TO, _WHITE_FROM, _GREYS = 40, 215, 0.05
"""Share of pixels between black and white that drawing a scan of two colours leaves."""
_BLUR = 0.8
"""Pixels at 300 dpi; of six pages .66 % of the characters were wrong, .88 without, 1.12 at 1.3."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as grey pixels.

    Attributes:
        number: Number of the page, from 1.
        grey: Rows of pixels, 0 is black; whatever is red like a seal has been made white.
        dpi: Dots to an inch.
        tilt: Degrees, clockwise, by which it has been turned.
    """

    number: int
    grey: Grey
    dpi: int
    tilt: float = 0.0

    @classmethod
    def of_pdf_page(cls, page: Any, number: int, dpi: int) -> Picture:
        """Draw a page of pypdfium2, without notes of signatures, which are annotations.

        Args:
            page: A ``pypdfium2.PdfPage``.
            number: Its number, from 1.
            dpi: Dots to an inch; fewer for a page so large that it would not fit in memory.
        """
        width, height = page.get_size()
        scale = min(dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        drawn = page.render(
            scale=scale, draw_annots=False, may_draw_forms=False, rev_byteorder=True
        )
        return cls._of_pixels(drawn.to_numpy(), number, round(scale * 72))

    @classmethod
    def of_image(cls, image: Any, number: int, dpi: int) -> Picture:
        """Take a picture that Pillow has opened.

        Args:
            image: A ``PIL.Image.Image``.
            number: Number of the page, from 1.
            dpi: Dots to an inch where the picture does not say; scaled down to at most that.

        Raises:
            ReadError: The picture is larger than a page can be.
        """
        import numpy as np
        from PIL import Image, ImageOps

        if image.width * image.height > MOST_PIXELS:
            raise ReadError(
                f"ảnh {image.width}×{image.height} điểm, quá lớn. Hãy quét lại ở 300 dpi."
            )
        coloured = ImageOps.exif_transpose(image).convert("RGBA")
        flat = Image.new("RGB", coloured.size, "white")
        flat.paste(coloured, mask=coloured.getchannel("A"))
        # A page is about A4: the dots to an inch follow from the pixels, whatever is written.
        told = round(max(flat.size) / 11.7)
        if told > dpi * 1.3:
            flat = flat.resize((round(flat.width * dpi / told), round(flat.height * dpi / told)))
            told = dpi
        return cls._of_pixels(np.asarray(flat), number, max(72, told))

    @classmethod
    def _of_pixels(cls, pixels: Any, number: int, dpi: int) -> Picture:
        import numpy as np

        if pixels.ndim == 2:
            return cls(number, np.ascontiguousarray(pixels), dpi)
        colours = pixels[..., :3].astype(np.int16)
        grey = (colours @ np.array([299, 587, 114], np.int32) // 1000).astype(np.uint8)
        return cls(number, without_red_seals(colours, grey, dpi), dpi)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.grey.shape[1] * 72 / self.dpi, self.grey.shape[0] * 72 / self.dpi

    def cleaned(self) -> Picture:
        """Return it without black edges, its letters smooth, and turned level."""
        grey = _smoothed(without_black_seals(_without_borders(self.grey), self.dpi), self.dpi)
        angle = _skew(grey, self.dpi)
        if abs(angle) < _LEVEL:
            return replace(self, grey=grey)
        return replace(self, grey=_turned(grey, angle), tilt=self.tilt + angle)

    def quarter_turned(self, degrees: int) -> Picture:
        """Return it turned clockwise by 90, 180 or 270 degrees."""
        import numpy as np

        turned = np.ascontiguousarray(np.rot90(self.grey, -degrees // 90))
        return replace(self, grey=turned, tilt=self.tilt + degrees)

    def as_file(self) -> bytes:
        """Return it as a PGM file, which needs no packing and no library to write."""
        height, width = self.grey.shape
        return b"P5 %d %d 255\n" % (width, height) + self.grey.tobytes()


def pictures_of_file(data: bytes, config: Config) -> tuple[int, Iterator[Picture]]:
    """Return the number of pages of a picture file, and the pages, unpacked one by one.

    Args:
        data: All its bytes: PNG, JPEG, TIFF, BMP, GIF or WebP.
        config: Settings; ``max_pages`` and ``ocr_dpi``.

    Raises:
        ReadError: It is damaged, or has too many pages.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        image = Image.open(BytesIO(data))
        count = getattr(image, "n_frames", 1)
    except Image.DecompressionBombError as error:
        raise ReadError("ảnh quá lớn. Hãy quét lại ở 300 dpi.") from error
    except _DEFECTS as error:
        raise ReadError(_DAMAGED) from error
    if count > config.max_pages:
        raise ReadError(
            f"ảnh có {count} trang, quá mức {config.max_pages}. Hãy tách tệp, hoặc tăng max_pages"
            " trong chinhsach.toml."
        )

    def pages() -> Iterator[Picture]:
        for index in range(count):
            try:
                image.seek(index)
                picture = Picture.of_image(image, index + 1, config.ocr_dpi)
            except _DEFECTS as error:
                raise ReadError(_DAMAGED) from error
            yield picture

    return count, pages()


def _without_borders(grey: Grey) -> Grey:
    """Return grey pixels without the black areas that a scanner leaves at the edges."""
    from scipy import ndimage

    step = 4
    small = grey[::step, ::step] < _DARK
    labels, count = ndimage.label(small)
    if not count:
        return grey
    high, wide = small.shape
    rim = max(2, high // 200)
    cleaned = grey
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        rows, columns = place
        touches = (
            rows.start < rim or columns.start < rim
            or rows.stop > high - rim or columns.stop > wide - rim
        )  # fmt: skip
        long = (rows.stop - rows.start) > _BORDER * high or (
            columns.stop - columns.start
        ) > _BORDER * wide
        if not (touches and long):
            continue
        if cleaned is grey:
            cleaned = grey.copy()
        dark = labels == number
        deep_y, deep_x = round(_EDGE * high), round(_EDGE * wide)
        # What hangs together with the border further in, such as a table, is kept.
        dark[deep_y : high - deep_y, deep_x : wide - deep_x] = False
        spread = ndimage.binary_dilation(dark, iterations=2)
        cleaned[_grown(spread, step, grey.shape)] = _WHITE
    return cleaned


def _grown(small: Any, step: int, shape: tuple[int, ...]) -> Any:
    return small.repeat(step, axis=0).repeat(step, axis=1)[: shape[0], : shape[1]]


def _smoothed(grey: Grey, dpi: int) -> Grey:
    """Return grey pixels; those of a scan in black and white alone are made smooth.

    Such scans have 200 dots to an inch, and steps on every stroke where they are drawn finer.
    """
    import numpy as np
    from PIL import Image, ImageFilter

    between = np.count_nonzero((grey > _BLACK_TO) & (grey < _WHITE_FROM))
    if between > _GREYS * grey.size:
        return grey
    blurred = Image.fromarray(grey).filter(ImageFilter.GaussianBlur(_BLUR * dpi / 300))
    return np.asarray(blurred)


def _skew(grey: Grey, dpi: int) -> float:
    """Return by how many degrees clockwise a page must be turned for its lines to be level.

    Rows of a level page are either full of ink or empty, so the sum of squared differences
    between neighbouring rows is greatest (Postl 1986).
    """
    import numpy as np
    from PIL import Image

    step = max(1, dpi // 75)
    ink = ((grey[::step, ::step] < _DARK) * _WHITE).astype(np.uint8)
    if not ink.any():
        return 0.0
    image = Image.fromarray(ink)

    def levelness(angle: float) -> float:
        rows = np.asarray(image.rotate(-angle)).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(rows)).sum())

    coarse = max(np.arange(-_STEEPEST, _STEEPEST + 0.1, 0.5), key=levelness)
    return float(max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=levelness))


def _turned(grey: Grey, degrees: float) -> Grey:
    import numpy as np
    from PIL import Image

    turned = Image.fromarray(grey).rotate(
        -degrees, resample=Image.Resampling.BICUBIC, fillcolor=_WHITE
    )
    return np.asarray(turned)
