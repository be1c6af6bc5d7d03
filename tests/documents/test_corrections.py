from __future__ import annotations

from datetime import date

from assistant.documents.corrections import digest_of, stated_of, with_corrections
from assistant.documents.metadata import Known
from assistant.schema import Relation, RelationKind

READ = Known(
    "Kế hoạch",
    "kế hoạch",
    "12/KH-UBND",
    "UBND",
    date(2024, 5, 17),
    relations=(
        Relation(RelationKind.CAN_CU, "1/NQ-TU"),
        Relation(RelationKind.THAY_THE, "2/KH-UBND"),
    ),
)


def test_what_is_stated_stands_and_the_rest_is_as_read() -> None:
    stated = stated_of({"number": "13/KH-UBND", "kind": "Quyết định", "issued": "2024-06-01"})
    known = with_corrections(READ, stated)
    assert (known.number, known.kind, known.issued) == (
        "13/KH-UBND",
        "quyết định",
        date(2024, 6, 1),
    )
    assert (known.title, known.issuer) == ("Kế hoạch", "UBND")
    assert known.relations == READ.relations


def test_an_empty_value_says_that_nothing_is_known_but_a_title_stays() -> None:
    known = with_corrections(READ, stated_of({"number": "", "issued": "", "title": " "}))
    assert (known.number, known.issued, known.title) == (None, None, "Kế hoạch")


def test_relations_of_one_kind_take_the_place_of_those_read() -> None:
    known = with_corrections(READ, stated_of({"replaces": "3/KH-UBND; 4/KH-UBND"}))
    assert known.relations == (
        Relation(RelationKind.THAY_THE, "3/KH-UBND"),
        Relation(RelationKind.THAY_THE, "4/KH-UBND"),
        Relation(RelationKind.CAN_CU, "1/NQ-TU"),
    )
    assert with_corrections(READ, stated_of({"based_on": ""})).relations == (
        Relation(RelationKind.THAY_THE, "2/KH-UBND"),
    )


def test_what_is_no_day_or_no_field_is_left_out() -> None:
    assert stated_of({"issued": "31/12/2024", "effective": "2024-02-30", "sha256": "x"}) == ()
    assert stated_of({"number": 12, "title": "x" * 5_000}) == ()


def test_the_digest_tells_corrections_apart() -> None:
    assert digest_of(()) == ""
    assert digest_of(stated_of({"number": "1"})) != digest_of(stated_of({"number": "2"}))


def test_nothing_stated_changes_nothing() -> None:
    assert with_corrections(READ, ()) is READ
