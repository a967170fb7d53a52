"""The part of a paragraph that says what an answer says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.quotations import quotation
from assistant.text.punctuation import quoted
from assistant.text.sentences import clauses, sentences
from assistant.text.units import compared


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is in Dushanbe. It costs 100 dollars.", ["It is in Dushanbe.", "It costs 100 dollars."]),
        ("See No. 3 of J. Smith. He said so.", ["See No. 3 of J. Smith.", "He said so."]),
        ("设在杜尚别。为了合作。", ["设在杜尚别。", "为了合作。"]),
        ("Это, т. е. центр, в Душанбе. Да.", ["Это, т. е. центр, в Душанбе.", "Да."]),
        ("One\nTwo", ["One", "Two"]),
    ],
)
def test_sentences(text, found):
    assert sentences(text) == found


def test_the_sentence_that_says_it_is_quoted():
    text = "The Rhine is a river. Its largest city is Cologne. It is 1,230 km long."
    assert quotation([text], compared("1,230 km"), compared("How long is the Rhine?"))[1] == ("It is 1,230 km long.")


def test_of_a_sentence_that_runs_over_half_a_page_some_clauses_are():
    clauses = [f"clause {n} on some matter that is not asked about here at all" for n in range(12)]
    clauses[7] = "Dushanbe has a centre for artificial intelligence"
    _, part = quotation([", ".join(clauses) + ","], compared("Dushanbe"), compared("Where is the centre?"))
    assert clauses[7] in part
    assert part.startswith("… ")
    assert part.endswith(" …")
    assert len(part) < 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "重申《目标、指标》的第77/320号决议、第79/194号决议，",
            ["重申《目标、指标》的第77/320号决议、", "第79/194号决议，"],
        ),
        ("重申“科学、技术和创新”决议、和其他决议", ["重申“科学、技术和创新”决议、", "和其他决议"]),
        (
            "резолюцию 78/160 от 19 декабря, озаглавленную «Наука, техника: обзор», и другие,",
            ["резолюцию 78/160 от 19 декабря, озаглавленную «Наука, техника: обзор»,", " и другие,"],
        ),
        (
            "resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda”, and 1,230 more;",
            [
                "resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda”,",
                " and 1,230 more;",
            ],
        ),
        ("“open, and never closed", ["“open,", " and never closed"]),
    ],
)
def test_a_title_and_its_number_are_one_clause(text, found):
    assert clauses(text) == found


@given(st.text("ab ,;，“”«»、《》") | st.text("ab ,;").map(lambda text: f"{text}, entitled “{text}”"))
def test_clauses_are_all_of_a_text_in_parts(text):
    assert "".join("".join(clauses(text)).split()) == "".join(text.split())


def test_a_longer_quotation_may_be_asked_for():
    text = ", ".join(f"clause {n} on some matter that is not asked about here at all" for n in range(12))
    assert quotation([text], set(), compared("clause 7 on some matter"), 1000)[1] == text


def test_a_symbol_says_more_than_the_words_around_it():
    titles = [
        f"78/{n} of 1 July 2024, entitled “A rather long title about matter {n} of some sort”" for n in range(100, 120)
    ]
    text = f"Reaffirming its resolutions {', '.join(titles)},"
    _, part = quotation([text], set(), compared("What is the title of resolution 78/113?"))
    assert "78/113" in part and "matter 113" in part  # not cut off behind the symbol
    assert part.startswith("… ") and part.endswith(" …")


def test_a_year_in_the_question_says_more_than_the_words_around_it():
    text = (
        "Reaffirming its resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda”, its "
        "resolution 69/313 of 27 July 2015, entitled “Action Agenda of the conference on financing”, the outcome, as "
        "it was agreed with all that it says on the means of implementation and on much else, and the political "
        "declaration adopted at the forum convened under the auspices of the Assembly, contained in the annex to "
        "resolution 78/1,"
    )
    asked = compared("On what date did the Assembly adopt the resolution that contains the 2030 Agenda?")
    assert "25 September 2015" in quotation([text], set(), asked)[1]


def test_a_heading_that_only_repeats_the_question_goes_on():
    text = "General Assembly\nAgenda item 18\nSustainable development\nDraft resolution"
    asked = compared("What is the title of agenda item 18?")
    assert quotation([text], set(), asked)[1] == "Agenda item 18\nSustainable development"


@given(st.lists(st.text(min_size=1, max_size=400), min_size=1, max_size=3), st.text(max_size=50))
def test_a_quotation_is_verbatim(texts, question):
    place, part = quotation(texts, compared(question), compared(question))
    assert part.removeprefix("… ").removesuffix(" …").strip() in texts[place]


def test_quotation_marks_are_those_of_the_language():
    assert [quoted("a", language) for language in ("zh", "ru", "en")] == ["“a”", "«a»", "“a”"]


BODY = (
    "The Council consists of fifteen Members. Five of them, France among them, are permanent members. "
    "The Assembly elects ten other Members as non-permanent members of the Council, with regard to their part."
)


def test_what_is_to_say_more_than_one_thing_is_quoted_with_what_follows():
    asked = compared("How many Members does the Council have, and who are the permanent members?")
    assert quotation([BODY], set(), asked, 120, more=True)[1] == BODY.split(" The Assembly")[0]


def test_a_part_of_the_kind_that_is_asked_for_goes_first():
    asked = compared("How many permanent members of the Council are elected?")
    assert quotation([BODY], set(), asked, 120, lambda part: "fifteen" in part)[1].endswith("fifteen Members.")
