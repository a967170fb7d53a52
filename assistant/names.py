"""Names in the forms that the three languages accept, for answers from a text in another language than the reader's.

A small model transliterates names as it likes. In what is to be translated the accepted form is put behind each of
these names for the model to copy, and they have to be the same in the translation. Those that the resolution has are
there in the forms of its aligned texts (`tests/test_names.py`).
"""

import re

from assistant.languages import LANGUAGES, Language

# Chinese; Russian, with what may be inflected of it behind a bar; English.
_NAMES = """
哈萨克斯坦 = Казахстан| = Kazakhstan
吉尔吉斯斯坦 = Кыргызстан| = Kyrgyzstan
塔吉克斯坦 = Таджикистан| = Tajikistan
土库曼斯坦 = Туркменистан| = Turkmenistan
乌兹别克斯坦 = Узбекистан| = Uzbekistan
阿斯塔纳 = Астан|а = Astana
阿拉木图 = Алматы = Almaty
比什凯克 = Бишкек| = Bishkek
杜尚别 = Душанбе = Dushanbe
阿什哈巴德 = Ашхабад| = Ashgabat
塔什干 = Ташкент| = Tashkent
撒马尔罕 = Самарканд| = Samarkand
纽约 = Нью-Йорк| = New York
日内瓦 = Женев|а = Geneva
突尼斯 = Тунис| = Tunis
亚的斯亚贝巴 = Аддис-Абеб|а = Addis Ababa
阿富汗 = Афганистан| = Afghanistan
俄罗斯 = Росси|я = Russia
伊朗 = Иран| = Iran
蒙古 = Монголи|я = Mongolia
巴基斯坦 = Пакистан| = Pakistan
土耳其 = Турци|я = Türkiye
阿塞拜疆 = Азербайджан| = Azerbaijan
莫斯科 = Москв|а = Moscow
北京 = Пекин| = Beijing
里海 = Каспийск|ое мор|е = Caspian Sea
咸海 = Аральск|ое мор|е = Aral Sea
"""
_ENDING = "[а-яё]{0,5}"  # also of an adjective: "Женевская декларация"


def _forms() -> list[dict[Language, tuple[str, re.Pattern[str]]]]:
    forms = []
    for line in _NAMES.strip().splitlines():
        row: dict[Language, tuple[str, re.Pattern[str]]] = {}
        for language, written in zip(LANGUAGES, line.split(" = "), strict=True):
            # "Каспийск|ое мор|е": what stands between a bar and the end of a word is an ending.
            pattern = re.sub(r"\\\|\w*", _ENDING, re.escape(written))
            row[language] = (written.replace("|", ""), re.compile(pattern if language == "zh" else rf"\b{pattern}\b"))
        forms.append(row)
    return forms


_FORMS = _forms()


def known(text: str, language: Language) -> set[str]:
    """The names in ``text``, in their English form."""
    return {row["en"][0] for row in _FORMS if row[language][1].search(text)}


def elsewhere(question: str, asked_in: Language, text: str, language: Language) -> bool:
    """Whether ``text`` names other places than ``question`` and not all of its own: Tajikistan's strategy, asked of
    Turkmenistan's.
    """
    asked, named = known(question, asked_in), known(text, language)
    return bool(asked - named and named - asked)


def annotated(text: str, language: Language, reader: Language) -> str:
    """``text`` in ``language`` with the form that ``reader`` knows in brackets behind each name."""
    for row in _FORMS:
        form = row[reader][0]
        text = row[language][1].sub(lambda found, form=form: f"{found[0]} ({form})", text)  # type: ignore[misc]
    return text
