"""Whether a paragraph answers, and which."""

import pytest

from assistant.answer import Evidence
from assistant.refusal import asks_number, choose, has_number, likelihood, quotable

# How well a paragraph matches: so well that it is answered from whatever the model says, so little that it never is,
# and so that the model decides.
WELL, LITTLE, SO_SO = 0.7, 0.1, 0.5


def found(*matches, language="en", status="original"):
    return [
        Evidence("resolution", f"OP{n}", "", "", "", language, status, 0.9, n, match=match)
        for n, match in enumerate(matches, 1)
    ]


class Judge:
    """Thinks of each paragraph what it is told to, and knows which it was asked about."""

    def __init__(self, **opinions):
        self.opinions, self.asked = opinions, []

    def __call__(self, item):
        self.asked.append(item.paragraph)
        return self.opinions[item.paragraph]


def chosen(evidence, judge, language="en"):
    item = choose(evidence, judge, language)
    return item and item.paragraph


def test_what_matches_well_is_answered_from_without_asking_the_model():
    judge = Judge()
    assert chosen(found(WELL, WELL), judge) == "OP1"
    assert judge.asked == []


def test_what_hardly_matches_is_refused_without_asking_the_model():
    judge = Judge()
    assert chosen(found(LITTLE, LITTLE, -1.0), judge) is None
    assert judge.asked == []


@pytest.mark.parametrize(("opinion", "expected"), [(0.99, "OP1"), (0.55, "OP1"), (0.05, None)])
def test_in_between_the_model_decides(opinion, expected):
    judge = Judge(OP1=opinion)
    assert chosen(found(SO_SO), judge) == expected
    assert judge.asked == ["OP1"]


@pytest.mark.parametrize("opinion", [0.0, 1.0])
def test_a_model_that_is_sure_is_a_number_like_any(opinion):
    assert 0 < likelihood(*found(SO_SO), opinion, "en", 0) < 1


def test_nothing_to_choose_from():
    assert choose([], Judge(), "en") is None


def test_a_later_paragraph_is_not_looked_at_once_one_is_likely_enough():
    judge = Judge(OP1=0.9)
    assert chosen(found(SO_SO, 1.0), judge) == "OP1"
    assert judge.asked == ["OP1"]


def test_a_later_paragraph_wins_only_when_it_is_clearly_better():
    same, better = found(SO_SO, SO_SO + 0.02), found(SO_SO, SO_SO + 0.2)
    assert chosen(same, Judge(OP1=0.45, OP2=0.6)) == "OP1"
    assert chosen(better, Judge(OP1=0.45, OP2=0.6)) == "OP2"


def test_a_later_paragraph_may_be_the_only_one_that_answers():
    assert chosen(found(SO_SO, WELL), Judge(OP1=0.01, OP2=0.9)) == "OP2"


def test_a_card_comes_behind_the_texts():
    card, text = (*found(WELL, status="card"), *found(LITTLE, WELL)[1:])
    assert chosen([card, text], Judge()) == "OP2"
    assert chosen([card, *found(LITTLE, LITTLE)[1:]], Judge(OP1=0.9)) == "OP1"


def test_a_match_across_languages_is_worth_more():
    item, *_ = found(SO_SO)
    assert likelihood(item, 0.5, "ru", 0) > likelihood(item, 0.5, "en", 0)


def test_match_and_opinion_raise_the_likelihood_and_place_lowers_it():
    worse, better = found(SO_SO, SO_SO + 0.1)
    assert likelihood(worse, 0.5, "en", 0) < likelihood(better, 0.5, "en", 0)
    assert likelihood(worse, 0.5, "en", 0) < likelihood(worse, 0.6, "en", 0)
    assert likelihood(worse, 0.5, "en", 0) > likelihood(worse, 0.5, "en", 1)


@pytest.mark.parametrize(
    "question",
    [
        "有多少个国家提出了草案？",
        "会议持续几天？",
        "哪一年通过的？",
        "何年举行？",
        "河有多长？",
        "Сколько государств внесли проект?",
        "В каком году принята стратегия?",
        "Какого числа открылся Саммит?",
        "К какому сроку?",
        "Каков бюджет центра?",
        "Какова высота горы?",
        "How many States submitted it?",
        "how old is it?",
        "What year was it adopted?",
        "By when?",
        "In which year did it begin?",
    ],
)
def test_what_only_a_number_answers(question):
    assert asks_number(question)


@pytest.mark.parametrize(
    "question",
    [
        "区域中心设在哪里？",
        "哪些国家提出了草案？",
        "怎么办？",
        "Где создадут центр?",
        "Какие страны внесли проект?",
        "Как это делается?",
        "Where is the centre?",
        "How is it done?",
        "When was it adopted?",  # "at the end of August" and "after the war" answer it too
    ],
)
def test_what_other_things_answer(question):
    assert not asks_number(question)


@pytest.mark.parametrize(
    "text",
    [
        *("In 2025", "two States", "Twenty", "three-year", "thirteenth", "fifty", "both", "twelve", "sixth"),
        *("两个国家", "十二段", "半数", "2025年", "三分之一"),
        *("двух стран", "пятеро", "несколько", "первый", "миллион", "двадцать", "семи", "семьдесят", "ста", "сотни"),
        *("трёх", "трети", "обеих", "двухлетний", "двести", "шестьсот", "одна", "пятнадцать"),
    ],
)
def test_numbers_in_figures_and_words(text):
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "In Dushanbe, in August.", "В Душанбе, в августе.", "设在杜尚别。"),
        *("Tension often grows, fortunately mostly at weekends.", "Сотрудничество и семинары, однако не сегодня."),
        "Обеспечение сторон: семья, стоимость, трибуна, требования, первичный, вторник, пятница.",
    ],
)
def test_texts_without_numbers(text):
    assert not has_number(text)


def test_a_quotation_needs_more_where_the_model_was_wrong():
    (item,) = found(SO_SO)
    assert quotable(item, Judge(OP1=0.55), "en", wrong=False)
    assert not quotable(item, Judge(OP1=0.55), "en", wrong=True)
    assert quotable(item, Judge(OP1=0.9), "en", wrong=True)
    assert quotable(*found(WELL), Judge(), "en", wrong=True)  # so well that the model is not asked
