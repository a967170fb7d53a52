"""Which sentences of the model stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Evidence
from assistant.answering import support
from assistant.answering.citations import compose, with_quotation
from assistant.answering.quotations import LONGEST
from assistant.languages import detect_language
from tests.conftest import asked


def coverage(sentence, question, paragraph):
    return support.coverage(sentence, question, paragraph, detect_language(paragraph)[0])


def _supported(generated, question, text, language="en", opinion=0.99):
    """(text, citations) of what stands of ``generated``, with the model's ``opinion`` of each sentence."""
    read = Evidence("resolution", "OP1", "operative para. 1", text, text, language, "original", 0.9, 1)
    question = asked(question, language)
    found, _ = support.supported(generated, question, read, language, lambda _: opinion)
    return compose([with_quotation(found, question, LONGEST)] if found else [], language)


CENTRE = "Takes note of the initiative to establish in Dushanbe a regional centre for artificial intelligence;"
QUOTED = f"“{CENTRE}”"
CONFERENCE = "Notes the conference to be held at the end of August 2025 in Ashgabat;"


def test_two_sentences_on_one_paragraph_get_one_quotation_and_one_label():
    text, citations = _supported("Dushanbe has a centre. The initiative is regional.", "Where?", CENTRE)
    assert text == f"Dushanbe has a centre. The initiative is regional. {QUOTED} [operative para. 1]"
    assert len(citations) == 1


def test_a_sentence_of_the_paragraph_is_not_quoted_again():
    said = "The initiative to establish in Dushanbe a regional centre."
    assert _supported(said, "Where?", CENTRE)[0] == f"{said} [operative para. 1]"


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
    assert _supported(generated, "Where is the centre?", CENTRE) == ("", ()), why


def test_only_the_unsupported_sentence_goes():
    text, _ = _supported("It is in Dushanbe. It costs 100 dollars.", "Where is it?", CENTRE)
    assert text == f"It is in Dushanbe. {QUOTED} [operative para. 1]"


def test_the_models_marks_are_not_shown():
    text, citations = _supported("In Dushanbe [1].", "Where?", CENTRE)
    assert text == f"In Dushanbe. {QUOTED} [operative para. 1]"
    assert [citation.paragraph for citation in citations] == ["OP1"]


def test_a_number_alone_can_be_an_answer():
    text, _ = _supported("79/175", "决议编号是多少？", "数字时代隐私权的第79/175号决议，", language="zh")
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


@given(st.text(max_size=200), st.text(max_size=60))
def test_spans_name_the_sentences_and_citations_what_was_given(generated, question):
    text, citations = _supported(generated, question, CENTRE)
    assert {citation.paragraph for citation in citations} <= {"OP1"}
    assert bool(text) == bool(citations)
    for citation in citations:
        for start, end in citation.spans:
            assert 0 <= start < end <= len(text)


def test_a_number_or_name_of_the_question_alone_is_not_borne_out():
    assert coverage("In 2031, in Dushanbe", asked("What happens in 2031?"), CENTRE) == 0
    assert coverage("The centre is near Atlantis, in Dushanbe", asked("Is it near Atlantis?"), CENTRE) == 0


def test_a_known_name_in_an_answer_is_one_that_the_paragraph_has():
    paragraph = "设在杜尚别的区域人工智能中心。"
    assert coverage("设在比什凯克的区域人工智能中心。", asked("在哪里？"), paragraph) == 0
    assert coverage("设在某某城的区域人工智能中心。", asked("在哪里？"), paragraph) >= 0.5  # which is not known
    assert _supported(paragraph, "在哪里？", paragraph, language="zh")[1]


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
    assert _supported(said, question, paragraph, language=language)[1]
    state = {"en": "Turkmenistan", "ru": "Туркменистана", "zh": "土库曼斯坦"}[language]
    other = {"en": "Kyrgyzstan", "ru": "Кыргызстана", "zh": "吉尔吉斯斯坦"}[language]
    assert not _supported(said.replace(state, other), question.replace(state, other), paragraph, language=language)[1]
    assert not _supported(said, question.replace(state, ""), paragraph, language=language)[1]


def test_a_symbol_in_brackets_is_the_symbol():
    assert coverage("The symbol is A/80/L.35.", asked("Which?"), "The draft has a symbol (A/80/L.35).") == 1
    assert coverage("The symbol is A/80/L.36.", asked("Which?"), "The draft has a symbol (A/80/L.35).") == 0


def test_a_revision_is_another_document():
    paragraph = "注意到草案为A/80/L.35/Rev.1，"
    assert coverage("草案为A/80/L.35/Rev.1", asked("哪个？"), paragraph) == 1
    assert coverage("草案为A/80/L.35/Rev.2", asked("哪个？"), paragraph) == 0


def test_what_the_model_itself_thinks_wrong_does_not_stand():
    said = "The centre is in Dushanbe."
    assert _supported(said, "Where?", CENTRE, opinion=0.9)[0].startswith(said)
    assert _supported(said, "Where?", CENTRE, opinion=0.4) == ("", ())
    assert support.likelihood(0.5, 0.5, 0.9) < support.likelihood(1.0, 0.5, 0.9) < support.likelihood(1.0, 1.0, 0.9)


def test_what_words_and_names_tell_the_model_is_not_asked():
    weighed = []
    read = Evidence("resolution", "OP1", "operative para. 1", CENTRE, CENTRE, "en", "original", 0.9, 1)

    def opinion(sentence):
        weighed.append(sentence)
        return 0.99

    question = asked("Where is the centre?")
    said = "It is in Dushanbe. It is in Ashgabat. It opened in 2019."
    found, stray = support.supported(said, question, read, "en", opinion)
    assert ([item.sentence for item in found], stray) == (["It is in Dushanbe."], True)
    assert weighed == ["It is in Dushanbe."]
