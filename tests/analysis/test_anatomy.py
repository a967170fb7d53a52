"""Who is asked to do what, how strongly, by when."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.analysis.anatomy import Act, acts, read_acts
from assistant.analysis.drafting import forms
from assistant.analysis.preamble import read_preamble
from assistant.analysis.verbs import STRENGTHS
from assistant.documents.paragraph import Document, Paragraph
from assistant.languages import LANGUAGES


def told(text, language):
    return [(act.verb, act.strength, act.addressees) for act in read_acts(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Urges all coastal States, in particular those with large ports, to publish lists of pilots, and also "
            "requests the Harbour Office to keep a register;",
            "en",
            [("Urges", "urge", ("coastal States",)), ("requests", "request", ("Harbour Office",))],
        ),
        (
            "Notes with concern that two harbours silted up, and in this regard again calls, therefore, upon Member "
            "States and, where appropriate, local authorities to dredge them;",
            "en",
            [("Notes with concern", "note", ()), ("calls upon", "call", ("Member States", "local authorities"))],
        ),
        (
            "Encourages the further development of lighthouses by Member States;",
            "en",
            [("Encourages", "encourage", ())],
        ),
        (
            "Demands that all parties to the dispute open the strait;",
            "en",
            [("Demands", "request", ("parties to the dispute",))],
        ),
        (
            "Calls upon Governments, and invites the private sector, to mend the quays;",
            "en",
            [("Calls upon", "call", ("Governments",)), ("invites", "invite", ("private sector",))],
        ),
        (
            "Thanks the Pilots’ Commission, and requests it to continue its work;",
            "en",
            [("Thanks", "express", ()), ("requests", "request", ("Pilots’ Commission",))],
        ),
        (
            "настоятельно призывает все прибрежные государства, которые не сделали этого, составить списки лоцманов и "
            "просит также Управление портов вести реестр;",
            "ru",
            [
                ("настоятельно призывает", "urge", ("прибрежные государства",)),
                ("просит", "request", ("Управление портов",)),
            ],
        ),
        (
            "с глубокой озабоченностью отмечает обмеление гаваней и в этой связи предлагает государствам-членам и "
            "международным и региональным организациям углубить их;",
            "ru",
            [
                ("с глубокой озабоченностью отмечает", "note", ()),
                ("предлагает", "invite", ("государствам-членам", "международным и региональным организациям")),
            ],
        ),
        ("требует, чтобы все стороны открыли пролив;", "ru", [("требует", "request", ("стороны",))]),
        (
            "关切地注意到两个港口淤塞，并在这方面促请会员国、区域组织和私营部门疏浚港口，又请港务办公室继续维护登记册；",
            "zh",
            [
                ("关切地注意到", "note", ()),
                ("促请", "call", ("会员国", "区域组织", "私营部门")),
                ("请", "request", ("港务办公室",)),
            ],
        ),
        (
            "对港口淤塞深表关切，敦促尚未疏浚港口的国家采取行动；",
            "zh",
            [("深表关切", "express", ()), ("敦促", "urge", ("国家",))],
        ),
        # What is asked, though it has a verb that could be one of the body.
        ("请会员国采取措施，支持建设灯塔，鼓励更多投资；", "zh", [("请", "request", ("会员国",))]),
    ],
)
def test_verbs_with_their_strength_and_whom_they_address(text, language, expected):
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "addressees"),
    [
        # How and when to act.
        ("просит Управление портов в первоочередном порядке углубить гавань;", "ru", ("Управление портов",)),
        ("призывает лоцманов безотлагательно и без условий начать работу;", "ru", ("лоцманов",)),
        ("просит Совет по маякам по запросу портов помогать им;", "ru", ("Совет по маякам",)),
        ("请领航会议竭诚在下一届会议期间就工作方案商定立场；", "zh", ("领航会议",)),
        ("敦促巴西和秘鲁双方疏浚港口；", "zh", ("巴西", "秘鲁")),
        # Where they are.
        ("призывает стороны в Южной Гавани в полной мере соблюдать мир;", "ru", ("стороны в Южной Гавани",)),
        ("призывает страны с низким уровнем дохода строить маяки;", "ru", ("страны с низким уровнем дохода",)),
        # Examples.
        (
            "просит учреждения, такие как Портовый союз и Морской банк, и другие стороны углубить гавань;",
            "ru",
            ("учреждения", "другие стороны"),
        ),
        ("请海事机构，如港务局、海关和领航协会等，以及其他组织疏浚港口；", "zh", ("海事机构", "其他组织")),
        # Clauses.
        (
            "призывает порты, в адрес которых вынесены замечания, и суда, подписавшие соглашение, принять меры;",
            "ru",
            ("порты", "суда"),
        ),
        ("请海事组织任命的独立专家和受风暴影响的国家提交意见；", "zh", ("独立专家", "国家")),
        ("请负责灯塔事务的副秘书长继续工作；", "zh", ("负责灯塔事务的副秘书长",)),
        # Names with a verb in them, and names by their sound.
        ("请联合国发展系统确保灯塔明亮；", "zh", ("联合国发展系统",)),
        ("敦促尼加拉瓜和西海岸阵线停火；", "zh", ("尼加拉瓜", "西海岸阵线")),
        ("鼓励创新和采用新技术；", "zh", ()),
    ],
)
def test_addressees_are_told_without_what_describes_them_or_their_task(text, language, addressees):
    assert [act.addressees for act in read_acts(text, language)] == [addressees]


@pytest.mark.parametrize(
    ("text", "language", "report_to", "when"),
    [
        (
            "Requests the Secretary-General to submit to the General Assembly at its ninety-first session a report;",
            "en",
            "General Assembly at its ninety-first session",
            "ninety-first session",
        ),
        (
            "Requests the Harbour Office to report to the Council on the quays no later than 3 March 2031;",
            "en",
            "Council",
            "no later than 3 March 2031",
        ),
        (
            "просит Генерального секретаря представить Генеральной Ассамблее на ее девяносто первой сессии доклад;",
            "ru",
            "Генеральной Ассамблее на ее девяносто первой сессии",
            "девяносто первой сессии",
        ),
        ("просит Управление портов в его докладах Совету осветить этот вопрос;", "ru", "Совету", ""),
        ("请秘书长向大会第九十一届会议提交关于领航员的报告；", "zh", "大会第九十一届会议", "第九十一届会议"),
    ],
)
def test_a_report_goes_to_somebody_by_a_date(text, language, report_to, when):
    (act,) = read_acts(text, language)
    assert (act.report, act.report_to, act.when) == (True, report_to, when)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Calls upon States to implement the recommendations contained in the report of the Pilots’ Commission;", "en"),
        ("Takes note of the report of the Secretary-General on lighthouses;", "en"),
        ("Decides to consider the report of the Harbour Office on lighthouses;", "en"),
        ("принимает к сведению доклад Генерального секретаря;", "ru"),
        ("注意到秘书长的报告；", "zh"),
        ("请会员国执行报告所载建议；", "zh"),
    ],
)
def test_a_report_that_is_there_is_not_asked_for(text, language):
    assert not any(act.report for act in read_acts(text, language))


@pytest.mark.parametrize(
    ("text", "language", "when"),
    [
        ("Decides to extend until 5 May 2031 the mandate of the Pilots’ Mission;", "en", "until 5 May 2031"),
        ("Decides to hold the Regatta in Lisbon from 3 to 9 June 2031;", "en", "from 3 to 9 June 2031"),
        ("Encourages States to use the plan for pilots adopted in March 2019;", "en", ""),
        ("Recalls its resolution 12/34 of 5 May 2001;", "en", ""),
        ("Looks forward to the regatta, to be held in 2031;", "en", "in 2031"),
        ("постановляет продлить до 5 мая 2031 года мандат Миссии;", "ru", "до 5 мая 2031 года"),
        ("决定将特派团的任务期限延长至2031年5月5日；", "zh", "至2031年5月5日"),
        ("请秘书长执行大会第十二届会议的决定；", "zh", ""),
    ],
)
def test_a_date_is_one_of_what_is_to_come(text, language, when):
    assert [act.when for act in read_acts(text, language)] == [when]


@pytest.mark.parametrize(
    ("text", "language", "when", "dates"),
    [
        (
            "Requests the Panel to submit a first report by 4 May 2031 and a final report no later than 9 June 2032;",
            "en",
            "by 4 May 2031",
            ("no later than 9 June 2032",),
        ),
        (
            "просит Группу представить первый доклад не позднее 4 мая 2031 года и последний доклад "
            "не позднее 9 июня 2032 года;",
            "ru",
            "не позднее 4 мая 2031 года",
            ("не позднее 9 июня 2032 года",),
        ),
        (
            "请专家小组不迟于2031年5月4日提交第一次报告，不迟于2032年6月9日提交最后报告；",
            "zh",
            "不迟于2031年5月4日",
            ("不迟于2032年6月9日",),
        ),
        (
            "Requests the fleet to sail for three weeks in 2031, as agreed in 2019;",
            "en",
            "in 2031",
            ("for three weeks",),
        ),
        ("Notes the losses of pilots in 2019 and of boats in 2020;", "en", "", ("in 2019", "in 2020")),
        ("Requests the fleet to sail by 4 May 2031, and to report by 4 May 2031;", "en", "by 4 May 2031", ()),
    ],
)
def test_further_dates_stand_behind_the_first(text, language, when, dates):
    (act,) = read_acts(text, language)
    assert (act.when, act.dates) == (when, dates)


def test_others_verbs_are_no_acts():
    text = (
        "Takes note of the plan entitled “Urges, and requests the fleet to sail”, "
        "which, inter alia, recommends that States wait;"
    )
    assert told(text, "en") == [("Takes note", "note", ())]
    assert told("Recognizes an order that protects and supports pilots, while encouraging others to sail;", "en") == [
        ("Recognizes", "recognize", ())
    ]


def test_a_verb_is_carried_to_the_subparagraphs_that_say_what_is_asked():
    texts = {
        "OP1": "Calls upon all States:",
        "OP1(a)": "To light their coasts by 2031;",
        "OP1(b)": "To train pilots;",
        "OP2": "Decides to fund the following works: ",
        "OP2(a)": "A lighthouse;",
        "OP3": "Takes note of the plan, and:",
        "OP3(a)": "Requests the Harbour Office to publish it;",
    }
    document = Document("X", "en", "Pilots", tuple(Paragraph(name, text) for name, text in texts.items()))
    assert [(act.paragraph, act.verb, act.addressees, act.does) for act in acts(document)] == [
        ("OP1(a)", "Calls upon", ("States",), "light their coasts"),
        ("OP1(b)", "Calls upon", ("States",), "train pilots"),
        ("OP2", "Decides", (), "fund the following works"),
        ("OP3", "Takes note", (), "the plan"),
        ("OP3(a)", "Requests", ("Harbour Office",), "publish it"),
    ]


def test_what_somebody_is_encouraged_to_do_is_asked_of_them():
    (act,) = read_acts("The Pilots’ Commission is encouraged: (iv) To publish its charts;", "en")
    assert (act.verb, act.strength, act.addressees) == ("is encouraged", "encourage", ("Pilots’ Commission",))
    (act,) = read_acts("Комиссии рекомендуется опубликовать карты;", "ru")
    assert (act.strength, act.addressees, act.does) == ("encourage", ("Комиссии",), "опубликовать карты")


def test_a_subparagraph_alone_says_what_is_asked():
    text = "Urges States to care for their harbours, and to that end: (b) To train pilots;"
    assert [act.does for act in read_acts(text, "en")] == ["train pilots"]


def test_preambular_paragraphs_have_verbs_and_references():
    read = read_preamble("Recalling also its resolution 12/34, and guided by the Charter of the United Nations,", "en")
    assert (read.verb, read.strength, read.refers) == ("Recalling", "note", ("12/34", "Charter of the United Nations"))
    read = read_preamble("ссылаясь на Всеобщую декларацию прав человека,", "ru")
    assert (read.verb, read.strength) == ("ссылаясь", "note")
    assert read_preamble("深为关切港口淤塞，回顾《海岸宪章》，", "zh").refers == ("海岸宪章",)
    assert read_preamble("Harbours of the world", "en") is None


def test_every_strength_has_verbs_in_each_language():
    for strength in STRENGTHS:
        assert all(forms(strength, language) for language in LANGUAGES), strength


PIECES = st.sampled_from(
    (
        *(
            "Requests ",
            "and urges ",
            "the Secretary-General ",
            "all States, ",
            "to submit ",
            "a report, ",
            "(a) To act; ",
        ),
        *("in 2031 ", "which, ", "that ", "“Notes” ", "which calls upon ", "; ", ": ", ", ", "the ", "to "),
        *(
            "просит ",
            "и призывает ",
            "государства ",
            "представить доклад ",
            "чтобы ",
            "которые ",
            "на ее первой сессии ",
        ),
        *("请", "并敦促", "秘书长", "会员国", "提交报告", "，", "；", "对", "表示关切", "第八十届会议", "《决定》"),
    )
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join)), st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_acts_in_its_own_few_words(text, language):
    for act in read_acts(text, language, "OP1"):
        assert isinstance(act, Act)
        assert act.strength in STRENGTHS
        assert act.verb
        said = list(act.does) if language == "zh" else act.does.split()
        assert len(said) <= (46 if language == "zh" else 20)
        place = 0
        for word in re.findall(r"\w", act.does):  # the paragraph's letters in their order
            place = text.find(word, place) + 1
            assert place, (word, act.does)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "part", ["and also further, in this regard, ", ", ", "и также далее, ", "又还并", "其他各国和", "its deep "]
)
@pytest.mark.parametrize("verb", ["Requests ", "Expresses ", "просит ", "请"])
def test_a_text_of_little_else_takes_no_long_time(verb, part):
    language = "en" if verb.isascii() else "zh" if verb == "请" else "ru"
    assert len(read_acts(verb + part * 200, language)) < 300


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        (
            "en",
            "Requests the Panel to report no later than 30 days before the end of its mandate;",
            "before the end of its",
        ),
        (
            "en",
            "Requests the secretariat to publish the list three weeks before the opening of the session;",
            "three weeks",
        ),
        (
            "ru",
            "просит Группу представить доклад не позднее чем за 30 дней до истечения ее мандата;",
            "за 30 дней до истечения",
        ),
        ("ru", "просит секретариат опубликовать список за три недели до открытия сессии;", "за три недели до открытия"),
        ("zh", "请小组最迟在其任务期限结束前30天提交报告；", "任务期限结束前30天"),
        ("zh", "请秘书处在会议开始前三周公布名单；", "会议开始前三周"),
    ],
)
def test_deadlines_that_hang_on_a_term_or_a_meeting(language, text, when):
    (act,) = read_acts(text, language)
    assert when in act.when


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("授权北方特派团（包括其工兵）使用车辆；", ("北方特派团",)),
        ("吁请各缔约国保护湖泊；", ("缔约国",)),
        ("吁请各国保护湖泊；", ("各国",)),
    ],
)
def test_chinese_names_end_where_their_last_noun_ends(text, addressees):
    assert read_acts(text, "zh")[0].addressees == addressees
