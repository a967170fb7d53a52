"""Organizations and organs that a question may ask about, under their short and full names in the three languages.

"What is UNICEF asked to do?" is not answered by a paragraph that urges the United Nations system; but a small model
says that it is. Names of places are in `assistant.text.places`.
"""

import re
from collections.abc import Set

from assistant.languages import LANGUAGES, Language

# As each is written in Chinese, Russian and English; any form that only that organization has.
_WRITTEN = (
    (
        "教科文组织|教育、科学及文化组织",
        r"ЮНЕСКО|по вопросам образования, науки и культуры",
        "UNESCO|Educational, Scientific and Cultural Organization",
    ),
    ("儿基会|儿童基金会", r"ЮНИСЕФ|Детск\w+ фонд\w*", "UNICEF|Children['’]s Fund"),
    ("开发署|开发计划署", r"ПРООН|Программ\w+ развития", "UNDP|Development Programme"),
    ("环境署|环境规划署", r"ЮНЕП|по окружающей среде", "UNEP|Environment Programme"),
    ("工发组织|工业发展组织", r"ЮНИДО|по промышленному развитию", "UNIDO|Industrial Development Organization"),
    ("人口基金", r"ЮНФПА|в области народонаселения", "UNFPA|Population Fund"),
    ("难民署|难民事务高级专员", r"УВКБ|по делам беженцев", "UNHCR|High Commissioner for Refugees"),
    ("毒罪办|毒品和犯罪问题办公室", r"УНП|ЮНОДК|по наркотикам и преступности", "UNODC|Office on Drugs and Crime"),
    ("贸发会议|贸易和发展会议", r"ЮНКТАД|по торговле и развитию", "UNCTAD|Conference on Trade and Development"),
    ("人居署|人类住区", r"Хабитат|по нас[её]ленным пунктам", "Habitat|Human Settlements"),
    ("妇女署", r"ООН-[Жж]енщины|«ООН-женщины»", "UN[- ]Women"),
    ("电联|电信联盟", r"МСЭ|союз\w* электросвязи", "ITU|Telecommunication Union"),
    ("产权组织", r"ВОИС|интеллектуальной собственности", "WIPO|Intellectual Property Organization"),
    ("世贸组织|世界贸易组织", r"ВТО|Всемирн\w+ торгов\w+ организац\w+", "WTO|World Trade Organization"),
    ("世卫组织|世界卫生组织", r"ВОЗ|Всемирн\w+ организац\w+ здравоохранения", "(?<=the )WHO|World Health Organization"),
    ("劳工组织", r"МОТ|Международн\w+ организац\w+ труда", "ILO|International Labour Organi[sz]ation"),
    (
        "粮农组织|粮食及农业组织",
        r"ФАО|Продовольственн\w+ и сельскохозяйственн\w+",
        "FAO|Food and Agriculture Organization",
    ),
    ("原子能机构", r"МАГАТЭ|по атомной энергии", "IAEA|Atomic Energy Agency"),
    ("货币基金组织", r"МВФ|Международн\w+ валютн\w+ фонд\w*", "IMF|International Monetary Fund"),
    ("世界银行|世行", r"Всемирн\w+ банк\w*", "World Bank"),
    ("亚洲开发银行|亚行", r"АБР|Азиатск\w+ банк\w* развития", "ADB|Asian Development Bank"),
    ("亚太经社会|亚洲及太平洋经济社会委员会", r"ЭСКАТО|для Азии и Тихого океана", "ESCAP|for Asia and the Pacific"),
    (
        "经社理事会|经济及社会理事会",
        r"ЭКОСОС|Экономическ\w+ и Социальн\w+ Совет\w*",
        "ECOSOC|Economic and Social Council",
    ),
    ("安理会|安全理事会", r"Совет\w* Безопасности", "Security Council"),
    ("人权理事会", r"Совет\w* по правам человека", "Human Rights Council"),
    ("国际法院", r"Международн\w+ Суд\w*", "ICJ|International Court of Justice"),
    ("秘书长", r"[Гг]енеральн\w+ [Сс]екретар\w+|[Гг]енсек\w*", "Secretary-General"),
    ("上合组织|上海合作组织", r"ШОС|Шанхайск\w+ организац\w+", "SCO|Shanghai Cooperation Organi[sz]ation"),
    ("独联体|独立国家联合体", r"СНГ|Содружеств\w+ Независимых", "CIS|Commonwealth of Independent States"),
    ("欧安组织", r"ОБСЕ|по безопасности и сотрудничеству в Европе", "OSCE|Security and Co-?operation in Europe"),
    ("欧亚经济联盟", r"ЕАЭС|Евразийск\w+ экономическ\w+ союз\w*", "EAEU|Eurasian Economic Union"),
    ("欧盟|欧洲联盟", r"ЕС|Европейск\w+ союз\w*|Евросоюз\w*", "EU|European Union"),
    ("北约", "НАТО", "NATO"),
)
_NAMED = {
    code: [re.compile(row[n] if code == "zh" else rf"(?<![\w/])(?:{row[n]})(?![\w/])") for row in _WRITTEN]
    for n, code in enumerate(LANGUAGES)
}


def organizations(question: str, language: Language) -> frozenset[int]:
    """The organizations that ``question`` names, by their places in the list."""
    return frozenset(n for n, pattern in enumerate(_NAMED[language]) if pattern.search(question))


def unnamed(asked: Set[int], text: str, language: Language) -> bool:
    """Whether ``text`` does not name one of the organizations that are ``asked`` about."""
    return any(not _NAMED[language][n].search(text) for n in asked)


def without_names(question: str, language: Language) -> str:
    """``question`` without the names of organizations."""
    for pattern in _NAMED[language]:
        question = pattern.sub(" ", question)
    return question
