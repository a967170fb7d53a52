"""What is told of two texts, and in which order."""

from dataclasses import dataclass

import pytest
from hypothesis import given

from assistant.analysis.comparison import compare
from assistant.documents import load_file
from tests.analysis.test_alignment import DOCUMENTS, EN, NEW, RU, TEXTS, ZH, document, numbered
from tests.conftest import ROOT, SHARED


@dataclass(frozen=True)
class Act:
    verb: str
    strength: str
    addressees: tuple[str, ...] = ()


def changes(before, after, language="en", acts=None):
    """(kind, was, now) of what is told of two wordings of one paragraph."""
    found = compare(document({"OP1": before}, language), document({"OP1": after}, language), acts=acts)
    return [(change.kind, change.was, change.now) for change in found.changes]


@pytest.mark.parametrize(
    ("language", "before", "after", "told"),
    [
        (
            "en",
            "Requests the harbour masters to keep records of ice;",
            "Invites the harbour masters to keep records of ice;",
            ("verb", "Requests the harbour masters to keep records", "Invites the harbour masters to keep records"),
        ),
        (
            "en",
            "Takes note with appreciation of the report of the wardens on the winter;",
            "Takes note of the report of the wardens on the winter;",
            ("verb", "Takes note with appreciation of the report of the wardens", None),
        ),
        (
            "en",
            "Asks the wardens to close the northern harbour, and requests the pilots to stay;",
            "Asks the wardens to close the northern harbour, and encourages the pilots to stay;",
            ("verb", "to close the northern harbour, and requests the pilots to stay;", None),
        ),
        (
            "en",
            "Decides to return to the matter of the harbours at its sixty-third session;",
            "Decides to return to the matter of the harbours at its sixty-fourth session;",
            ("date", "matter of the harbours at its sixty-third session;", None),
        ),
        (
            "en",
            "Decides that the harbour fund shall hold a total of 400,000 crowns from now on;",
            "Decides that the harbour fund shall hold a total of 550,000 crowns from now on;",
            ("figure", "fund shall hold a total of 400,000 crowns from now on;", None),
        ),
        (
            "en",
            "Recalls what it said of harbours in resolution 61/9 of 4 May 2007;",
            "Recalls what it said of harbours in resolution 62/11 of 3 May 2008;",
            ("reference", "it said of harbours in resolution 61/9 of 4 May 2007;", None),
        ),
        (
            "en",
            "Stresses the need to repair the lamps along all of the northern coast;",
            "Stresses the need to replace the lamps along all of the northern coast;",
            ("words", "Stresses the need to repair the lamps along all of the", None),
        ),
        (
            "en",
            "Also requests the harbour masters to keep records;",
            "Requests the harbour masters to keep records;",
            ("wording", "Also requests the harbour masters to keep records;", None),
        ),
        (
            "ru",
            "просит смотрителей гаваней вести учет льда;",
            "предлагает смотрителям гаваней вести учет льда;",
            ("verb", "просит смотрителей гаваней вести учет льда;", "предлагает смотрителям гаваней вести учет льда;"),
        ),
        (
            "ru",
            "постановляет вернуться к вопросу о гаванях на своей шестьдесят третьей сессии;",
            "постановляет вернуться к вопросу о гаванях на своей шестьдесят четвертой сессии;",
            ("date", "к вопросу о гаванях на своей шестьдесят третьей сессии;"[2:], None),
        ),
        (
            "ru",
            "с удовлетворением отмечает работу смотрителей северных гаваней;",
            "отмечает работу смотрителей северных гаваней;",
            ("verb", "с удовлетворением отмечает работу смотрителей северных гаваней;", None),
        ),
        (
            "zh",
            "请各港务长保存冰情记录；",
            "邀请各港务长保存冰情记录；",
            ("verb", "请各港务长保存冰情记录", "邀请各港务长保存冰情记录"),
        ),
        ("zh", "决定在其第六十三届会议上审查；", "决定在其第六十四届会议上审查；", ("date", None, None)),
        ("zh", "决定港口基金总额为40万克朗；", "决定港口基金总额为55万克朗；", ("figure", None, None)),
        ("zh", "强调需要修理北部海岸的灯；", "强调需要更换北部海岸的灯；", ("words", None, None)),
    ],
)
def test_a_change_is_told_by_what_it_changes(language, before, after, told):
    ((kind, was, now),) = changes(before, after, language)
    assert kind == told[0]
    assert before.startswith(was) if before in after else was in before and was not in after
    assert after.startswith(now) if after in before else now in after and now not in before
    assert told[1] is None or was == told[1]
    assert told[2] is None or now == told[2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Urges all of them to go, and to return;", "Urges all of them to go and to return;"),
        ("Urges capacity - building of pilots;", "Urges capacity-building of pilots;"),
        ("Urges pilots to go.", "Urges pilots to go;"),
        ("Urges long-term cooperation.", "Urges long - term co-operation."),
    ],
)
def test_punctuation_alone_is_not_told(before, after):
    assert changes(before, after) == []


def test_differences_with_few_words_between_are_told_together():
    before = "Supports the leading and patient role of the Wardens in winter;"
    after = "Supports the Wardens in playing a leading and patient role in winter;"
    assert changes(before, after) == [("words", before, after)]


def test_what_was_added_at_the_end_was_not_there():
    ((kind, was, now),) = changes(EN["OP1"][:-1], f"{EN['OP1'][:-1]}, and to publish the tables;")
    assert (kind, was) == ("words", "") and now.endswith("and to publish the tables;")


def test_acts_tell_verbs_and_addressees():
    before, after = "Calls for help from all pilots of the coast;", "Calls for help from all wardens of the coast;"
    assert [kind for kind, _, _ in changes(before, after)] == ["words"]
    acts = tuple({"OP1": [Act("Calls for", "call", (name,))]} for name in ("pilots", "wardens"))
    assert [kind for kind, _, _ in changes(before, after, acts=acts)] == ["addressee"]
    acts = {"OP1": [Act("Asks", "request")]}, {"OP1": [Act("Begs", "urge")]}
    (change,) = compare(
        document({"OP1": "Asks the pilots to wait for the wardens;"}),
        document({"OP1": "Begs the pilots to wait for the wardens;"}),
        acts=acts,
    ).changes
    assert (change.kind, change.strengths) == ("verb", ("request", "urge"))


def test_the_most_important_is_told_first():
    before = [
        *numbered([EN["PP1"], "Noting the harbour lamps,"], "PP"),
        *numbered([*list(EN.values())[2:], "Thanks all."]),
    ]
    after = [
        *numbered([EN["PP1"], "Acknowledging the harbour lamps,"], "PP"),
        *numbered([EN["OP1"].replace("measure", "monitor"), NEW["en"], EN["OP2"].replace("Requests", "Invites")]),
        ("OP4", EN["OP4"].replace("sixty-third", "sixty-fourth")),
        ("OP5", "Thanks all."),
    ]
    found = compare(document(before), document(after))
    assert [(change.kind, change.before, change.after) for change in found.changes] == [
        ("verb", ("OP2",), ("OP3",)),
        ("verb", ("PP2",), ("PP2",)),
        ("date", ("OP4",), ("OP4",)),
        ("new", (), ("OP2",)),
        ("gone", ("OP3",), ()),
        ("words", ("OP1",), ("OP1",)),
    ]
    assert found.changes[3].now == NEW["en"] and found.changes[4].was == EN["OP3"]


def test_a_new_sub_paragraph_is_told_by_its_own_number():
    lead = ("OP1", "Requests the Secretary-General:")
    old, new = ("OP1(a)", "To map the depth of each lake;"), ("OP1(b)", "To appoint an adviser on glaciers;")
    (change,) = compare(
        document([lead, old, ("OP1(b)", "To rest.")]), document([lead, old, new, ("OP1(c)", "To rest.")])
    ).changes
    assert (change.kind, change.after, change.now) == ("new", ("OP1(b)",), new[1])


def test_of_two_languages_only_what_is_new_and_gone_is_told():
    assert compare(document(EN), document(ZH, "zh")).changes == ()
    found = compare(document(EN), document({**RU, "OP5": NEW["ru"]}, "ru"))
    assert [(change.kind, change.after) for change in found.changes] == [("new", ("OP5",))]
    assert not any(pair.redline for pair in found.pairs)


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_text_beside_itself_has_nothing_to_tell(language):
    text = document(TEXTS[language], language)
    assert compare(text, text).changes == ()


@given(DOCUMENTS, DOCUMENTS)
def test_redlines_have_both_texts(before, after):
    found = compare(before, after)
    for side, kind, names in ((before, "inserted", "before"), (after, "deleted", "after")):
        for pair in found.pairs:
            if ids := getattr(pair.pair, names):
                whole = " ".join(" ".join(side[name].text.split()) for name in ids).replace("'", "’")
                assert "".join(span.text for span in pair.redline if span.kind != kind) == whole


def test_the_draft_and_the_resolution_it_became():
    path = SHARED / "undocs" / "files" / "A_RES_79_322.en.pdf"
    if not path.exists():
        pytest.skip("no real documents here")
    (draft,), (adopted,) = load_file(ROOT / "corpus" / "resolution" / "en.txt"), load_file(path)
    first, second, *_ = compare(draft, adopted).changes
    assert first.was.startswith("Requests") and first.now.startswith("Invites") and first.after == ("OP5",)
    assert second.was.startswith("Urges") and second.now.startswith("Calls upon") and second.after == ("OP7",)


@pytest.mark.parametrize(
    ("language", "was", "now", "kind"),
    [
        ("en", "1. Decides to meet on 3 May 2031.", "1. Decides to meet on 5 May 2031.", "date"),
        ("ru", "1. постановляет собраться 3 мая 2031 года.", "1. постановляет собраться 5 мая 2031 года.", "date"),
        ("zh", "1. 决定于2031年5月3日开会。", "1. 决定于2031年5月5日开会。", "date"),
        ("en", "1. Decides to meet within six months.", "1. Decides to meet within nine months.", "date"),
        ("en", "1. Decides to apply resolution 900 (2030).", "1. Decides to apply resolution 901 (2031).", "reference"),
        ("en", "1. Decides to buy 30 boats.", "1. Decides to buy 50 boats.", "figure"),
    ],
)
def test_days_periods_and_numbers_of_the_security_council_are_what_they_are(tmp_path, language, was, now, kind):
    texts = []
    for name, said in (("a", was), ("b", now)):
        file = tmp_path / f"{name}.{language}.txt"
        head = {"en": "The General Assembly,", "ru": "Генеральная Ассамблея,", "zh": "大会，"}[language]
        file.write_text(f"{head}\n\n{said}\n", encoding="utf-8")
        texts.append(load_file(file)[0])
    assert [change.kind for change in compare(*texts).changes] == [kind]
