"""Organizations under their names in the three languages."""

import pytest

from assistant.languages import detect_language
from assistant.text.organizations import organizations, unnamed, without_names


@pytest.mark.parametrize(
    ("question", "text", "absent"),
    [
        ("教科文组织有什么作用？", "联合国教育、科学及文化组织教育信息技术研究所", False),
        ("教科文组织有什么作用？", "请联合国各机构、方案和基金开展合作", True),
        ("Что поручено ЮНЕСКО?", "Организации Объединенных Наций по вопросам образования, науки и культуры", False),
        ("Что поручено ПРООН?", "просит учреждения, программы и фонды", True),
        ("What is asked of UNESCO?", "the United Nations Educational, Scientific and Cultural Organization", False),
        ("What is asked of the Secretary-General?", "Requests the agencies, programmes and funds", True),
        ("What is asked of the United Nations?", "Requests the agencies, programmes and funds", False),
        ("WHO will run it? What is NOT said? Ask the SUNDPS.", "a centre in Dushanbe", False),
        ("What does the WHO do?", "a centre in Dushanbe", True),
        ("What is asked of UNDP?", "请开发署开展合作", False),  # a text in another language
    ],
)
def test_a_text_without_the_organization_that_is_asked_about(question, text, absent):
    asked = organizations(question, detect_language(question)[0])
    assert unnamed(asked, text, detect_language(text)[0]) == absent


@pytest.mark.parametrize(
    ("question", "left"),
    [("提到教科文组织吗", "提到 吗"), ("о ЮНЕСКО и климате", "о   и климате"), ("UNESCO and UNDP", "  and  ")],
)
def test_a_question_without_their_names(question, left):
    assert without_names(question, detect_language(question)[0]) == left
