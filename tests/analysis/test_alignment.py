"""Which paragraphs of two texts belong together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.analysis.alignment import align
from assistant.documents import Document, Paragraph

EN = {
    "PP1": "Recalling its resolution 61/9 of 4 May 2007 on the protection of mountain lakes,",
    "PP2": "Noting with concern that the ice cover of these lakes has become thinner every winter,",
    "OP1": "Encourages riparian States to measure water levels at least twice a year;",
    "OP2": "Requests the Secretary-General to convene a workshop of hydrologists in Bishkek;",
    "OP3": "Welcomes the offer of the Government of Norway to train fisheries inspectors;",
    "OP4": "Decides to review the progress made at its sixty-third session.",
}
RU = {
    "PP1": "ссылаясь на свою резолюцию 61/9 от 4 мая 2007 года об охране горных озер,",
    "PP2": "с обеспокоенностью отмечая, что ледовый покров этих озер с каждой зимой становится тоньше,",
    "OP1": "рекомендует прибрежным государствам измерять уровень воды не реже двух раз в год;",
    "OP2": "просит Генерального секретаря провести в Бишкеке семинар для гидрологов;",
    "OP3": "приветствует предложение правительства Норвегии об обучении инспекторов рыболовства;",
    "OP4": "постановляет рассмотреть достигнутый прогресс на своей шестьдесят третьей сессии.",
}
ZH = {
    "PP1": "回顾其2007年5月4日关于保护高山湖泊的第61/9号决议，",
    "PP2": "关切地注意到这些湖泊的冰层逐年变薄，",
    "OP1": "鼓励沿岸国每年至少测量水位两次；",
    "OP2": "请秘书长在比什凯克举办水文学家讲习班；",
    "OP3": "欢迎挪威政府提出培训渔业检查员；",
    "OP4": "决定在其第六十三届会议上审查所取得的进展。",
}
TEXTS = {"en": EN, "ru": RU, "zh": ZH}
NEW = {
    "en": "Urges shipping companies to stop the discharge of ballast water near spawning grounds;",
    "ru": "настоятельно призывает судоходные компании прекратить сброс балластных вод вблизи нерестилищ;",
    "zh": "敦促航运公司停止在产卵场附近排放压载水；",
}


def document(paragraphs, language="en"):
    """A document of (id, text) pairs, or of a dict of them."""
    pairs = paragraphs.items() if isinstance(paragraphs, dict) else paragraphs
    return Document("lakes", language, "Lakes", [Paragraph(name, text) for name, text in pairs])


def numbered(texts, kind="OP"):
    return [(f"{kind}{n}", text) for n, text in enumerate(texts, 1)]


def told(pairs):
    return [("+".join(pair.before), "+".join(pair.after), pair.fate) for pair in pairs]


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_new_paragraph_renumbers_those_behind_it(language):
    text = TEXTS[language]
    operative = [words for name, words in text.items() if name.startswith("OP")]
    before = document(numbered(operative), language)
    after = document(numbered([*operative[:2], NEW[language], *operative[2:]]), language)
    assert told(align(before, after)) == [
        ("OP1", "OP1", "same"),
        ("OP2", "OP2", "same"),
        ("", "OP3", "new"),
        ("OP3", "OP4", "moved"),
        ("OP4", "OP5", "moved"),
    ]
    assert ("OP3", "", "gone") in told(align(after, before))


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_paragraph_that_stands_elsewhere_is_reordered(language):
    operative = [words for name, words in TEXTS[language].items() if name.startswith("OP")]
    first, *rest = operative
    pairs = align(document(numbered(operative), language), document(numbered([*rest, first]), language))
    assert {(pair.before, pair.after) for pair in pairs} == {
        (("OP1",), ("OP4",)), (("OP2",), ("OP1",)), (("OP3",), ("OP2",)), (("OP4",), ("OP3",)),
    }  # fmt: skip
    assert [pair.before for pair in pairs if pair.reordered] == [("OP1",)]


def test_print_is_no_wording():
    pairs = align(
        document({"OP1": "Encourages low\u2011lying States’ co\u2010operation\non water;", "OP2": "Thanks them."}),
        document({"OP1": "Encourages low-lying States' co-operation on water;", "OP2": "Thanks them;"}),
    )
    assert told(pairs) == [("OP1", "OP1", "same"), ("OP2", "OP2", "same")]


def test_mastheads_and_footnotes_are_no_paragraphs():
    before, after = ([("HEAD", f"A/6{n}/L.1"), ("OP1", EN["OP1"]), ("FN1", f"A/6{n}/2")] for n in (1, 2))
    assert told(align(document(before), document(after))) == [("OP1", "OP1", "same")]


def test_a_paragraph_is_split_and_merged():
    both = f"{EN['OP1'][:-1]}, and {EN['OP2'][0].lower()}{EN['OP2'][1:]}"
    whole = document(numbered([EN["OP3"], both, EN["OP4"]]))
    parts = document(numbered([EN["OP3"], EN["OP1"], EN["OP2"], EN["OP4"]]))
    assert told(align(whole, parts)) == [
        ("OP1", "OP1", "same"), ("OP2", "OP2+OP3", "split"), ("OP3", "OP4", "moved"),
    ]  # fmt: skip
    assert told(align(parts, whole)) == [
        ("OP1", "OP1", "same"), ("OP2+OP3", "OP2", "merged"), ("OP4", "OP3", "moved"),
    ]  # fmt: skip


def test_sub_paragraphs_are_paired_below_theirs():
    lead = ("OP1", "Requests the Secretary-General:")
    before = [lead, ("OP1(a)", "To map the depth of each lake;"), ("OP1(b)", "To publish the list of wardens;")]
    after = [lead, ("OP1(a)", "To appoint an adviser on glaciers;"), ("OP1(b)", "To map the depth of each lake;")]
    (pair,) = align(document(before), document(after))
    assert (pair.before, pair.after, pair.fate) == (("OP1",), ("OP1",), "changed")
    assert set(told(pair.below)) == {
        ("", "OP1(a)", "new"), ("OP1(a)", "OP1(b)", "moved"), ("OP1(b)", "", "gone"),
    }  # fmt: skip


def test_reasons_and_acts_are_not_paired_for_a_few_common_words():
    before = document([("PP1", EN["PP1"]), ("PP2", "Noting the offer of Norway to train inspectors of harbours,")])
    after = document([("PP1", EN["PP1"]), ("OP1", "Thanks Norway for the two boats that inspectors now use;")])
    assert told(align(before, after)) == [("PP1", "PP1", "same"), ("PP2", "", "gone"), ("", "OP1", "new")]


def test_languages_are_paired_by_numbers_and_vectors():
    numbers = [("OP1", "OP1"), ("OP2", "OP2"), ("OP3", "OP3"), ("OP4", "OP4"), ("PP1", "PP1"), ("PP2", "PP2")]
    pairs = align(document(EN), document(RU, "ru"))
    assert sorted((pair.before[0], pair.after[0]) for pair in pairs) == numbers
    # Of the Russian text the first operative paragraph is another; the vectors say which are which.
    later = document([*list(RU.items())[:2], *numbered([NEW["ru"], *list(RU.values())[2:]])], "ru")
    english = np.eye(7, dtype=np.float32)[[0, 1, 2, 3, 4, 5]]
    russian = np.eye(7, dtype=np.float32)[[0, 1, 6, 2, 3, 4, 5]]
    pairs = align(document(EN), later, (english, russian))
    assert told(pairs)[2:] == [
        ("", "OP1", "new"), ("OP1", "OP2", "moved"), ("OP2", "OP3", "moved"),
        ("OP3", "OP4", "moved"), ("OP4", "OP5", "moved"),
    ]  # fmt: skip


def test_texts_without_paragraphs_have_no_pairs():
    assert align(document({}), document({})) == ()
    assert told(align(document({}), document(EN))) == [("", name, "new") for name in EN]
    assert told(align(document(EN), document({}, "zh"))) == [(name, "", "gone") for name in EN]


SENTENCES = [*EN.values(), *RU.values(), *ZH.values(), *NEW.values(), "Lakes.", "Lakes and rivers."]
DOCUMENTS = st.lists(st.sampled_from(SENTENCES), max_size=9).map(lambda texts: document(numbered(texts)))
DISTINCT = st.lists(st.sampled_from(SENTENCES[:-2]), max_size=9, unique=True).map(lambda t: document(numbered(t)))


@given(DOCUMENTS, DOCUMENTS)
def test_every_paragraph_is_in_one_pair(before, after):
    pairs = align(before, after)
    assert sorted(name for pair in pairs for name in pair.before) == sorted(part.id for part in before.paragraphs)
    assert sorted(name for pair in pairs for name in pair.after) == sorted(part.id for part in after.paragraphs)
    for pair in pairs:
        assert (not pair.before) == (pair.fate == "new") and (not pair.after) == (pair.fate == "gone")
        assert (len(pair.before) > 1) == (pair.fate == "merged") and (len(pair.after) > 1) == (pair.fate == "split")


@given(DISTINCT, DISTINCT)
def test_the_pairs_are_the_same_the_other_way_about(before, after):
    there = {(pair.before, pair.after) for pair in align(before, after)}
    assert there == {(pair.after, pair.before) for pair in align(after, before)}


@given(DOCUMENTS)
def test_a_text_beside_itself_is_the_same(text):
    assert told(align(text, text)) == [(part.id, part.id, "same") for part in text.paragraphs]
