"""The verbs by which a resolution acts govern what stands behind them."""

import pytest

from assistant.answering.support.verbs import misgoverned
from assistant.languages import LANGUAGES
from assistant.library.corpus import load_corpus
from tests.conftest import ROOT, asked

TEXT = {item.language: item for item in load_corpus(ROOT / "corpus").documents if not item.name}


def _misgoverned(sentence, paragraph, language, question="?"):
    return misgoverned(sentence, asked(question, language), TEXT[language][paragraph].text)


@pytest.mark.parametrize(
    ("language", "paragraph", "sentence"),
    [
        ("zh", "OP3", "决议鼓励建立区域人工智能中心。"),
        ("zh", "OP3", "大会决定在杜尚别建立区域人工智能中心。"),
        ("zh", "PP8", "大会请会员国制定监管和治理办法和框架。"),
        ("ru", "OP3", "Ассамблея постановляет создать в Душанбе региональный центр."),
        ("ru", "OP3", "Ассамблея рекомендует создать в Душанбе региональный центр искусственного интеллекта."),
        ("ru", "OP5", "Ассамблея призывает фонды сотрудничать."),
        ("en", "OP3", "The Assembly encourages the initiative to establish a regional centre in Dushanbe."),
        ("en", "OP4", "Central Asia is urged to develop regional self-regulatory measures."),
        ("en", "OP7", "The Assembly decides that the United Nations system enhances cooperation."),
    ],
)
def test_what_stands_behind_another_verb_is_not_said_with_this_one(language, paragraph, sentence):
    assert _misgoverned(sentence, paragraph, language)


@pytest.mark.parametrize(
    ("language", "paragraph", "sentence"),
    [
        ("zh", "OP3", "决议鼓励在人工智能能力建设方面发展国际伙伴关系。"),
        ("zh", "OP3", "决议注意到建立区域人工智能中心的倡议。"),
        ("zh", "OP5", "大会请联合国各机构协助会员国。"),
        ("ru", "OP3", "Ассамблея рекомендует развивать международные партнерства."),
        ("ru", "OP7", "Система Организации Объединенных Наций призывается укреплять сотрудничество."),
        ("en", "OP1", "Member States are encouraged to organize training courses, seminars and workshops."),
        ("en", "OP3", "It takes note of the initiative to establish a regional centre in Dushanbe."),
        ("en", "OP5", "The agencies are requested to cooperate."),
        ("en", "PP8", "Stakeholders from all regions and countries are invited to develop approaches."),
        ("en", "OP6", "The Assembly supports the central and coordinating role of the United Nations."),
    ],
)
def test_what_a_verb_governs_is_said_with_it(language, paragraph, sentence):
    assert not _misgoverned(sentence, paragraph, language)


def test_the_text_does_to_everything_what_it_does():
    for language in LANGUAGES:
        for item in TEXT[language].paragraphs:
            assert not misgoverned(item.text, asked("?", language), item.text), (language, item.id)
            if item.id[:2] in ("PP", "OP"):
                assert _misgoverned("大会决定。Ассамблея постановила. It is decided.", item.id, language)


def test_a_verb_of_the_question_may_be_said_again_but_nothing_is_decided_by_it():
    sentence = "What the agencies are urged to do is to cooperate."
    assert _misgoverned(sentence, "OP5", "en")
    assert not _misgoverned(sentence, "OP5", "en", "What are the agencies urged to do?")
    decided = "The Assembly decides to establish a regional centre in Dushanbe."
    assert _misgoverned(decided, "OP3", "en", "What does the Assembly decide on Dushanbe?")


@pytest.mark.parametrize("paragraph", ["The lake is deep, and a ranger invites guests.", "湖很深，请参观。", ""])
def test_other_texts_act_by_no_verb(paragraph):
    assert not misgoverned("The park decides.", asked("Who?"), paragraph)
