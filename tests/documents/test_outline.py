"""The shapes of UN documents, and the ids that their paragraphs are cited by."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import load_file
from assistant.documents.doubts import Disagreement, Gap, disagreements, gaps
from assistant.documents.paragraph import is_paragraph_id, label
from assistant.documents.references import find_references, is_number, titles_named
from tests.conftest import load_document

CLAUSE = {"en": "The General Assembly,", "ru": "Генеральная Ассамблея,", "zh": "大会，"}


def _ids(tmp_path, *blocks, language="en"):
    file = tmp_path / f"d.{language}.txt"
    file.write_text("\n\n".join(blocks), encoding="utf-8")
    return [part.id for part in load_document(file).paragraphs if part.kind not in ("head", "footnote")]


@pytest.mark.parametrize(
    ("language", "blocks", "ids"),
    [
        ("en", ["Recalling this,", "Decides to meet again."], "PP1 OP1"),
        ("en", ["[PP1] Recalling [this]", "PP2. Noting that,", "OP1. Welcomes it;", "OP2. Asks."], "PP1 PP2 OP1 OP2"),
        ("ru", ["ссылаясь на это,", "постановляет собраться вновь."], "PP1 OP1"),
        ("zh", ["回顾此事，", "决定再次开会。"], "PP1 OP1"),
        ("en", ["Recalling this,", "Decides:", "(a) To meet;", "(b) To report."], "PP1 OP1 OP1(a) OP1(b)"),
        ("ru", ["ссылаясь на это,", "постановляет:", "a) собраться;", "b) доложить."], "PP1 OP1 OP1(a) OP1(b)"),
        ("zh", ["回顾此事，", "决定：", "(a) 开会；", "(b) 报告。"], "PP1 OP1 OP1(a) OP1(b)"),
        (
            "en",
            ["Recalling this,", "Adopts the following declaration:", "1. We meet.", "2. We agree:", "(a) to share;"],
            "PP1 OP1 ¶1 ¶2 ¶2(a)",
        ),
        ("zh", ["回顾此事，", "通过以下宣言：", "1. 我们开会。", "2. 我们同意。"], "PP1 OP1 ¶1 ¶2"),
        (
            "ru",
            ["ссылаясь на это,", "принимает следующую декларацию:", "1. Мы собрались.", "2. Мы согласны."],
            "PP1 OP1 ¶1 ¶2",
        ),
        (
            "en",
            ["1. Decides:", "(a) One:", "(i) first;", "(ii) second;", "(b) Two."],
            "OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b)",
        ),
        ("en", ["1. Decides.", "2. Requests:", "(i) first;", "(ii) second.", "3. Ends."], "OP1 OP2 OP2(i) OP2(ii) OP3"),
        (
            "en",
            ["1. Asks:", *(f"({c}) x;" for c in "abcdefgh"), "(i) y;", "(j) z."],
            " ".join(["OP1", *(f"OP1({c})" for c in "abcdefghij")]),
        ),
        ("en", ["1. Decides.", "2. (a) Asks;", "(b) Urges.", "3. Ends."], "OP1 OP2(a) OP2(b) OP3"),
        (
            "en",
            ["1. Decides.", "2. Ends.", "Annex", "1. Terms.", "2. More.", "Annex II", "1. Others."],
            "OP1 OP2 ANNEX.1 ANNEX.2 ANNEX2.1",
        ),
        (
            "ru",
            ["1. Постановляет.", "2. Просит.", "Приложение", "1. Условия.", "2. Прочее."],
            "OP1 OP2 ANNEX.1 ANNEX.2",
        ),
        ("zh", ["1. 决定。", "2. 请。", "附件", "1. 条件。", "2. 其他。"], "OP1 OP2 ANNEX.1 ANNEX.2"),
        (
            "en",
            ["1. Opens it.", "Annex", "Article 1", "1. States meet.", "2. They agree."],
            "OP1 ANNEX.ART1(1) ANNEX.ART1(2)",
        ),
        ("en", ["A", "Recalling this,", "1. Decides.", "B", "Noting that,", "1. Asks."], "A.PP1 A.OP1 B.PP1 B.OP1"),
    ],
)
def test_shapes(tmp_path, language, blocks, ids):
    assert _ids(tmp_path, CLAUSE[language], *blocks, language=language) == ids.split()


def test_words_behind_sub_paragraphs_and_tables_stand_below(tmp_path):
    file = tmp_path / "r.en.html"
    rows = "<table><tr><td>State</td><td>km</td></tr><tr><td>A</td><td>7</td></tr></table>"
    file.write_text(f"<p>1. One:</p><p>(a) first;</p><p>and so on to the end.</p><p>2. Two:</p>{rows}<p>3. Three.</p>")
    document = load_document(file)
    assert [part.id for part in document.paragraphs] == ["¶1", "¶1(a)", "¶2", "¶3"]
    assert document["¶1(a)"].whole == "first;\nand so on to the end."
    assert (document["¶2"].text, document["¶2"].below) == ("Two:", "State | km\nA | km: 7")


@pytest.mark.parametrize(
    ("language", "articles"),
    [
        ("en", ("Article 1", "Article 1 bis", "Article 2")),
        ("ru", ("Статья 1", "Статья 1 bis", "Статья 2")),
        ("zh", ("第一条", "第一条之二", "第二条")),
    ],
)
def test_articles_on_lines_of_their_own(tmp_path, language, articles):
    file = tmp_path / f"a.{language}.txt"
    file.write_text("\n".join(f"{article}\nText of {n}." for n, article in enumerate(articles)), encoding="utf-8")
    document = load_document(file)
    assert [(part.id, part.text) for part in document.paragraphs] == [
        ("ART1", "Text of 0."),
        ("ART1bis", "Text of 1."),
        ("ART2", "Text of 2."),
    ]
    said = {"en": "article 1 bis", "ru": "статья 1 bis", "zh": "第1条之二"}
    assert label("ART1bis", language) == said[language]


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_an_article_with_a_raised_number_and_one_that_closes(tmp_path, suffix):
    file = tmp_path / f"a.ru.{suffix}"
    lines = ["Статья 1", "Фонд создаётся.", "Статья 1¹", "Фонд закрывается.", "Статья 2", "Совершено в Алматы."]
    raised = [f"<p>{line.replace('¹', '<sup>1</sup>')}</p>" for line in lines]
    file.write_text("\n".join(raised if suffix == "html" else lines), encoding="utf-8")
    ids = [part.id for part in load_document(file).paragraphs]
    assert ids == ["ART1", "ART1¹", "ART2"]
    assert [label("ART1¹", language) for language in ("ru", "en", "zh")] == ["статья 1¹", "article 1¹", "第1¹条"]


@pytest.mark.parametrize(
    ("language", "head", "closing"),
    [
        ("en", "Article", "IN WITNESS WHEREOF the undersigned have signed this Convention."),
        ("ru", "Статья", "В удостоверение чего нижеподписавшиеся подписали настоящую Конвенцию."),
        ("zh", "第{}条", "为此，下列签署人经正式授权，签字于本公约，以昭信守。"),
    ],
)
def test_the_closing_words_of_a_treaty_stand_below_its_last_article(tmp_path, language, head, closing):
    heads = [head.format(n) if "{}" in head else f"{head} {n}" for n in (1, 2)]
    file = tmp_path / f"c.{language}.txt"
    blocks = [heads[0], "One.", heads[1], "Two.", closing, "Names."]
    file.write_text("\n\n".join(blocks), encoding="utf-8")
    document = load_document(file)
    assert [(part.id, part.text) for part in document.paragraphs] == [("ART1", "One."), ("ART2", "Two.")]
    assert document["ART2"].below == f"{closing}\nNames."


def test_a_gap_in_the_numbers_is_kept_and_told(tmp_path):
    file = tmp_path / "g.en.txt"
    file.write_text("1. One.\n\n2. Two.\n\n5. Five.\n\n6. Six.", encoding="utf-8")
    document = load_document(file)
    assert [part.id for part in document.paragraphs] == ["¶1", "¶2", "¶5", "¶6"]
    assert gaps(document) == [Gap("¶2", "¶5")]


def test_a_year_or_a_sum_at_the_beginning_is_no_number(tmp_path):
    assert _ids(tmp_path, "1. One.", "200 million people", "2. Two.", "90 per cent of them.", "3. Three.") == [
        "¶1",
        "¶2",
        "¶3",
    ]


def test_translations_that_disagree_are_told(tmp_path):
    for language, text in (("en", "1. One.\n\n2. Two."), ("ru", "1. Один.\n\n2. Два.\n\n3. Три.")):
        (tmp_path / f"t.{language}.txt").write_text(text, encoding="utf-8")
    both = [load_document(tmp_path / f"t.{language}.txt") for language in ("en", "ru")]
    assert list(disagreements(both)) == [Disagreement("¶3", "ru", "en")]
    assert list(disagreements([both[0], both[0]])) == []


_BLOCKS = st.lists(
    st.sampled_from(
        [
            *(
                "Recalling this,",
                "1. Decides:",
                "2. Asks.",
                "3. Ends.",
                "7. Gap.",
                "(a) one;",
                "(b) two;",
                "(i) first;",
            ),
            *("(ii) second;", "Annex", "Annex II", "Article 1", "Article 2", "A", "B", "Words.", "Heading", "Adopts:"),
        ]
    ),
    min_size=1,
    max_size=20,
)


@given(_BLOCKS)
def test_ids_are_unique_and_what_is_printed_stays_in_order(tmp_path_factory, blocks):
    file = tmp_path_factory.getbasetemp() / "order.en.txt"
    marked = [f"{block} w{n}." if block[-1] in ".;,:" else block for n, block in enumerate(blocks)]
    file.write_text("\n\n".join(["The General Assembly,", *marked]), encoding="utf-8")
    (document,) = load_file(file)
    ids = [part.id for part in document.paragraphs]
    assert len(ids) == len(set(ids))
    assert all(is_paragraph_id(name) for name in ids)
    text = " ".join(f"{part.heading} {part.whole}" for part in document.paragraphs)
    places = [text.find(f"w{n}.") for n, block in enumerate(blocks) if block[-1] in ".;,:"]
    assert -1 not in places
    assert places == sorted(places)


def test_what_a_table_names_is_read_where_it_stands(tmp_path):
    """References are of the text with what stands below it, and so are their places."""
    file = tmp_path / "n.en.html"
    table = "<table><tr><td>Text</td><td>resolution 78/265</td></tr></table>"
    file.write_text(f"<p>1. These were adopted:</p>{table}<p>2. End.</p>")
    document = load_document(file)
    first = document.paragraphs[0]
    named = replace(first, references=find_references(first.whole, {"These were": "target"}))
    assert [is_number(item, named) for item in named.references] == [False, True]
    assert list(titles_named([replace(document, paragraphs=(named,))])) == [("target", "These were")]
    other = replace(document, paragraphs=(replace(first, below="other"), *document.paragraphs[1:]))
    assert other.texts != document.texts  # a table that is another makes another document


PARTS = """The plan



I. Water

1. We save water.

Action 1. Wells

2. We dig wells:

(a) by hand;

(b) by machine.

Action 2. Rain

3. We keep rain.

II. Trees

4. We plant trees.

Action 3. Forests

5. We guard forests.

Annex

Action 1. Not of the plan

1. This is of the annex.

"""


def test_headings_divide_a_text(tmp_path):
    file = tmp_path / "plan.en.txt"
    file.write_text(PARTS, encoding="utf-8")
    found = {(item.heading, item.ids) for item in load_document(file).sections}
    assert found == {
        ("I. Water", ("¶1", "¶2", "¶2(a)", "¶2(b)", "¶3")),
        ("Action 1. Wells", ("¶2", "¶2(a)", "¶2(b)")),
        ("Action 2. Rain", ("¶3",)),
        ("II. Trees", ("¶4", "¶5")),
        ("Action 3. Forests", ("¶5",)),
        ("Action 1. Not of the plan", ("ANNEX.1",)),
    }


def test_a_heading_of_the_same_level_ends_the_last_division(tmp_path):
    file = tmp_path / "plan.en.html"
    file.write_text(
        "<h1>Plan</h1><h2>Objective 1. Water</h2><h3>Wells</h3><p>1. We dig wells.</p><h3>Rain</h3>"
        "<p>2. We keep rain.</p><h2>Follow-up</h2><p>3. We meet again.</p>",
        encoding="utf-8",
    )
    (found,) = load_document(file).sections
    assert (found.kinds, found.number, found.ids) == (("objective",), 1, ("¶1", "¶2"))
