"""Units, currencies, scales and comparators as they are written, with their normal forms."""

from __future__ import annotations

from assistant.schema import Comparator
from assistant.vietnamese.normalise import fold

__all__ = [
    "AREAS",
    "COMPARATORS",
    "COMPARATOR_OF",
    "CURRENCIES",
    "CURRENCY_OF",
    "DURATION",
    "LENGTHS",
    "SCALES",
    "TIMES",
    "UNITS",
]

CURRENCIES = ("đồng", "USD", "EUR")
"""Units of money, in normal form."""

AREAS = {"ha": 1e4, "km2": 1e6, "m2": 1.0}
"""Units of area, in normal form, with their square metres."""

LENGTHS = ("km", "m", "cm", "mm", "pt")
"""Units of length, in normal form; the point is that of type (1/72 inch)."""

TIMES = ("năm", "tháng", "tuần", "ngày", "giờ", "phút")
"""Units of time, in normal form."""

DURATION = "thời gian"
"""The unit of what is asked by “bao lâu”: any unit of time."""

# Comparators may stand before the value with up to two words ("đạt", "là") between.
COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(
        ("ít nhất", "tối thiểu", "không thấp hơn", "không dưới", "không ít hơn", "không nhỏ hơn",
         "từ", "≥", ">="), Comparator.AT_LEAST),
    **dict.fromkeys(
        ("tối đa", "không quá", "không vượt quá", "không nhiều hơn", "không lớn hơn",
         "không cao hơn", "≤", "<="), Comparator.AT_MOST),
    **dict.fromkeys(("hơn", "trên", "vượt", ">"), Comparator.MORE),
    **dict.fromkeys(
        ("dưới", "chưa đến", "chưa tới", "chưa đầy", "ít hơn", "thấp hơn", "nhỏ hơn", "<"),
        Comparator.LESS),
    **dict.fromkeys(("gần", "khoảng", "xấp xỉ"), Comparator.ABOUT),
}  # fmt: skip
COMPARATOR_OF = {fold(words): comparator for words, comparator in COMPARATORS.items()}

SCALES = {"nghin ty": 1e12, "ngan ty": 1e12, "tram ty": 1e11, "ty": 1e9, "ti": 1e9, "trieu": 1e6,
          "nghin": 1e3, "ngan": 1e3, "tr": 1e6, "nghin ti": 1e12}  # fmt: skip
CURRENCY_OF = {"dong": "đồng", "d": "đồng", "vnd": "đồng", "usd": "USD", "do la my": "USD",
             "do la": "USD", "euro": "EUR"}  # fmt: skip
# Units in normal form by their folded spelling. Nouns that are counted (nhiệm vụ, hồ sơ) are
# not units: they belong to the indicator.
UNITS = {
    "%": "%", "phan tram": "%", "diem phan tram": "điểm %", "diem %": "điểm %", "‰": "‰",
    "ha": "ha", "hec ta": "ha", "km2": "km2", "m2": "m2", "m3": "m3",
    "km²": "km2", "m²": "m2", "m³": "m3", "km": "km", "m": "m", "cm": "cm", "mm": "mm", "pt": "pt",
    "tan": "tấn", "kg": "kg", "mw": "MW", "kwh": "kWh", "gb": "GB", "mbps": "Mbps", "gbps": "Gbps",
    "lan": "lần", "phut": "phút", "giay": "giây", "gio": "giờ", "ngay": "ngày", "tuan": "tuần",
    "thang": "tháng", "quy": "quý", "nam": "năm", "tuoi": "tuổi", "nguoi": "người", "diem": "điểm",
    "bac": "bậc",
}  # fmt: skip
