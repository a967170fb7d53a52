"""Which paragraph supports which sentence."""

import dataclasses
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Evidence
from assistant.answering.citations import attribute, compose, coverage, quote
from tests.conftest import WordEmbedder, asked


def _evidence(*texts, language="en"):
    return [
        Evidence("resolution", f"OP{n}", f"operative para. {n}", text, text, language, "original", 0.9, n)
        for n, text in enumerate(texts, 1)
    ]


def _attributed(generated, question, evidence, language="en"):
    encode = partial(WordEmbedder().encode, kind="passage")
    return compose([attribute(generated, asked(question, language), evidence, encode, language)], language)


def _attribute(generated, question, *texts, language="en"):
    return _attributed(generated, question, _evidence(*texts, language=language), language)


CENTRE = "Takes note of the initiative to establish in Dushanbe a regional centre for artificial intelligence;"
QUOTED = f"“{CENTRE}”"
CONFERENCE = "Notes the conference to be held at the end of August 2025 in Ashgabat;"


def test_each_sentence_is_followed_by_what_supports_it():
    text, citations = _attribute(
        "The centre is to be in Dushanbe. The conference is held in Ashgabat in August 2025.",
        "Where?",
        CENTRE,
        CONFERENCE,
    )
    assert text == (
        f"The centre is to be in Dushanbe. {QUOTED} [operative para. 1] "
        f"The conference is held in Ashgabat in August 2025. “{CONFERENCE}” [operative para. 2]"
    )
    assert [citation.paragraph for citation in citations] == ["OP1", "OP2"]
    spans = [[text[start:end] for start, end in citation.spans] for citation in citations]
    assert spans[0] == ["The centre is to be in Dushanbe.", QUOTED]
    assert citations[0].quote == CENTRE
    assert all(0 <= citation.score <= 1 for citation in citations)


def test_two_sentences_on_one_paragraph_get_one_quotation_and_one_label():
    text, citations = _attribute("Dushanbe has a centre. The initiative is regional.", "Where?", CENTRE, CONFERENCE)
    assert text == f"Dushanbe has a centre. The initiative is regional. {QUOTED} [operative para. 1]"
    assert len(citations) == 1


def test_a_sentence_of_the_paragraph_is_not_quoted_again():
    said = "The initiative to establish in Dushanbe a regional centre."
    assert _attribute(said, "Where?", CENTRE)[0] == f"{said} [operative para. 1]"


@pytest.mark.parametrize(
    ("generated", "why"),
    [
        ("The conference is in Ashgabat in August 2026.", "another year"),
        ("See resolution 78/311 on Dushanbe.", "a symbol that is nowhere"),
        ("The President signed a treaty with Mars.", "other words"),
        ("The conference is in Dushanbe in August.", "a name from another paragraph"),
        ("Where is the centre?", "the question again"),
        ("...", "no words"),
        ("", "nothing"),
    ],
)
def test_what_no_paragraph_supports_does_not_reach_the_reader(generated, why):
    assert _attribute(generated, "Where is the centre?", CENTRE, CONFERENCE) == ("", ()), why


def test_only_the_unsupported_sentence_goes():
    text, _ = _attribute("It is in Dushanbe. It costs 100 dollars.", "Where is it?", CENTRE)
    assert text == f"It is in Dushanbe. {QUOTED} [operative para. 1]"


def test_the_models_marks_are_not_shown():
    text, citations = _attribute("In Dushanbe [1].", "Where?", CENTRE, CONFERENCE)
    assert text == f"In Dushanbe. {QUOTED} [operative para. 1]"
    assert [citation.paragraph for citation in citations] == ["OP1"]


def test_a_number_alone_can_be_an_answer():
    text, _ = _attribute("79/175", "决议编号是多少？", "数字时代隐私权的第79/175号决议，", language="zh")
    assert text == "79/175：“数字时代隐私权的第79/175号决议，” [operative para. 1]"


@pytest.mark.parametrize(
    ("answer", "question", "paragraph"),
    [
        ("WWF", "错误源自什么？", "错误源自WWF的一份报告，"),
        ("ООН", "Кто это предложил?", "Это предложила ООН;"),
        ("The UN.", "Who proposed it?", "It was proposed by the UN;"),
    ],
)
def test_an_acronym_can_be_an_answer(answer, question, paragraph):
    assert coverage(answer, asked(question), paragraph) == 1
    assert coverage(answer, asked(question), question) == 0


def test_the_prefix_of_a_symbol_is_no_word():
    assert (
        coverage("It is A/RES/79/175.", asked("Which resolution is recalled?"), "Recalling its resolution 79/175,") == 1
    )


def test_russian_inflection_does_not_hide_support():
    assert coverage("В Ташкентском регионе", asked("Где?"), "регион Ташкентской области") >= 0.5
    assert coverage("В Алма-Ате", asked("Где?"), "регион Ташкентской области") == 0


def test_a_place_that_the_question_names_in_another_language_is_no_answer():
    paragraph = "инициативу о создании в Душанбе регионального центра"
    assert coverage("Душанбе", asked("What will be in Dushanbe? Кто его финансирует?"), paragraph) == 0
    assert coverage("В Душанбе", asked("What will be in Tajikistan? Где именно?"), paragraph) == 1


def test_the_number_asked_for_is_borne_out_whatever_the_other_words():
    paragraph = "the Strategy for the Period up to 2040 of Tajikistan, the Concept for 2024–2029 of Kazakhstan,"
    assert coverage("The period covered is 2024-2029.", asked("What period does it span?"), paragraph) >= 0.5
    assert coverage("It was abolished in public in 2040.", asked("What became of it?"), paragraph) < 0.5


def test_other_forms_of_a_name_are_borne_out():
    paragraph = "focuses on regional and national cooperation in Central Asia"
    assert coverage("The Central Asian cooperation is regional.", asked("At which levels is it?"), paragraph) >= 0.5
    assert coverage("Это сессия Ассамблеи, девятая", asked("Какая?"), "Девятая сессия Генеральная Ассамблея") >= 0.5
    assert coverage("Это сессия Комитета, девятая", asked("Какая?"), "Девятая сессия Генеральная Ассамблея") == 0


def test_what_a_chinese_paragraph_has_not_is_not_borne_out():
    assert coverage("HIJACKED", asked("在哪里？"), "在杜尚别建立区域人工智能中心") == 0


def test_without_evidence_nothing_is_supported():
    assert _attribute("In Dushanbe.", "Where?") == ("", ())


@given(st.text(max_size=200), st.text(max_size=60))
def test_spans_name_the_sentences_and_citations_what_was_given(generated, question):
    text, citations = _attribute(generated, question, CENTRE, CONFERENCE, "区域人工智能中心设在杜尚别。")
    assert {citation.paragraph for citation in citations} <= {"OP1", "OP2", "OP3"}
    assert bool(text) == bool(citations)
    for citation in citations:
        for start, end in citation.spans:
            assert 0 <= start < end <= len(text)


def test_a_card_supports_only_what_no_text_does():
    text, card = _evidence(
        "Reaffirming its resolution 78/311 of 1 July 2024, entitled “Cooperation”, and many others beside,",
        "Resolution 78/311 is entitled “Cooperation” and was adopted on 1 July 2024.",
    )
    card = dataclasses.replace(card, document="card:A/RES/78/311", status="card", rank=1)

    def cited(generated, evidence):
        _, citations = _attributed(generated, "What is 78/311?", evidence)
        return [citation.document for citation in citations]

    assert cited("Resolution 78/311 is entitled “Cooperation”, of 1 July 2024.", [card, text]) == ["resolution"]
    assert cited("It was adopted.", [card, text]) == ["card:A/RES/78/311"]


def test_the_question_tells_paragraphs_with_the_same_facts_apart():
    texts = [f"The {name} was adopted on 18 November." for name in ("Agenda for society", "Commitment of leaders")]
    for word, paragraph in (("Commitment", "OP2"), ("Agenda", "OP1")):
        _, citations = _attribute("On 18 November.", f"When was the {word} adopted?", *texts)
        assert [citation.paragraph for citation in citations] == [paragraph]


def test_a_number_or_name_of_the_question_alone_is_not_borne_out():
    assert coverage("In 2031, in Dushanbe", asked("What happens in 2031?"), CENTRE) == 0
    assert coverage("The centre is near Atlantis, in Dushanbe", asked("Is it near Atlantis?"), CENTRE) == 0


def test_a_quotation_takes_the_place_of_an_answer():
    text, citations = compose(
        [quote(asked("When is the conference in Ashgabat?"), _evidence(CENTRE, CONFERENCE))], "en"
    )
    assert text == f"“{CONFERENCE}” [operative para. 2]"
    assert [citation.paragraph for citation in citations] == ["OP2"]


def test_a_known_name_in_an_answer_is_one_that_the_paragraph_has():
    paragraph = "设在杜尚别的区域人工智能中心。"
    said = "设在比什凯克的区域人工智能中心。"
    assert coverage(said, asked("在哪里？"), paragraph) >= 0.5  # so that it is the name that tells
    assert not _attribute(said, "在哪里？", paragraph, language="zh")[1]
    assert _attribute(paragraph, "在哪里？", paragraph, language="zh")[1]


@pytest.mark.parametrize(
    ("language", "question", "said", "paragraph"),
    [
        (
            "en",
            "When is the conference in the capital of Turkmenistan?",
            "It is in Turkmenistan in August.",
            CONFERENCE,
        ),
        (
            "ru",
            "Когда состоится конференция в столице Туркменистана?",
            "Конференция в столице Туркменистана состоится в августе.",
            "отмечая конференцию в августе в Ашхабаде,",
        ),
        ("zh", "土库曼斯坦首都的会议何时举行？", "八月在土库曼斯坦举行。", "八月在阿什哈巴德举行的会议，"),
    ],
)
def test_an_answer_may_name_the_state_that_was_asked_about_where_the_paragraph_has_a_city_of_it(
    language, question, said, paragraph
):
    assert _attribute(said, question, paragraph, language=language)[1]
    state = {"en": "Turkmenistan", "ru": "Туркменистана", "zh": "土库曼斯坦"}[language]
    other = {"en": "Kyrgyzstan", "ru": "Кыргызстана", "zh": "吉尔吉斯斯坦"}[language]
    assert not _attribute(said.replace(state, other), question.replace(state, other), paragraph, language=language)[1]
    assert not _attribute(said, question.replace(state, ""), paragraph, language=language)[1]


def test_a_mark_means_a_place_in_what_the_model_was_given():
    first, second = _evidence(CENTRE, CENTRE)
    evidence = [dataclasses.replace(first, rank=2), dataclasses.replace(second, rank=4)]
    _, citations = _attributed("In Dushanbe [2].", "Where?", evidence)
    assert [citation.paragraph for citation in citations] == ["OP2"]


def test_a_symbol_in_brackets_is_the_symbol():
    assert coverage("The symbol is A/80/L.35.", asked("Which?"), "The draft has a symbol (A/80/L.35).") == 1
    assert coverage("The symbol is A/80/L.36.", asked("Which?"), "The draft has a symbol (A/80/L.35).") == 0


def test_a_revision_is_another_document():
    paragraph = "注意到草案为A/80/L.35/Rev.1，"
    assert coverage("草案为A/80/L.35/Rev.1", asked("哪个？"), paragraph) == 1
    assert coverage("草案为A/80/L.35/Rev.2", asked("哪个？"), paragraph) == 0


def test_a_sentence_in_another_language_than_the_readers_goes():
    centre = (
        "Центр искусственного интеллекта Astana Hub создается в Душанбе, a regional centre for artificial intelligence."
    )
    text, _ = _attribute(
        "Astana Hub. It is a regional centre for artificial intelligence.", "Что?", centre, language="ru"
    )
    assert text.startswith("Astana Hub. «Центр")
