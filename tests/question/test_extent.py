"""Which part of a text is meant, and how much is to be read of it."""

import pytest

from assistant.question.extent import read_extent

IDS = ["HEAD", "PP1", "PP2", "PP3", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP3", "OP4"]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("Walk me through the operative part", ["OP1", "OP2", "OP2(a)", "OP2(b)", "OP3", "OP4"]),
        ("What is the preamble about?", ["PP1", "PP2", "PP3"]),
        ("The first two operative paragraphs, please", ["OP1", "OP2", "OP2(a)", "OP2(b)"]),
        ("last 2 preambular paragraphs", ["PP2", "PP3"]),
        ("OP2 and OP4 in short", ["OP2", "OP2(a)", "OP2(b)", "OP4"]),
        ("первые три пункта постановляющей части", ["OP1", "OP2", "OP2(a)", "OP2(b)", "OP3"]),
        ("О чём преамбула?", ["PP1", "PP2", "PP3"]),
        ("последние два пункта преамбулы", ["PP2", "PP3"]),
        ("序言部分讲什么？", ["PP1", "PP2", "PP3"]),
        ("paragraph 2 of the preamble", ["PP2"]),
        ("执行部分开头三段", ["OP1", "OP2", "OP2(a)", "OP2(b)", "OP3"]),
        ("执行部分前两段", ["OP1", "OP2", "OP2(a)", "OP2(b)"]),
        ("What is it about?", []),
        ("How does the preamble differ from the operative part?", []),
    ],
)
def test_which_part_is_meant(question, ids):
    assert read_extent(question).of(IDS) == ids


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("Sum it up in five sentences", 5),
        ("3 key points", 3),
        ("изложи в двух предложениях", 2),
        ("用三句话概括", 3),
        ("用两三句话概括", 3),
        ("Изложите пункты 3–5 двумя предложениями", 2),
        ("What does the second paragraph say?", 0),
        ("Сравните пункт 2 и пункт 3", 0),
        ("能再详细一点吗", 0),
        ("第二点请展开讲讲", 0),
        ("I have twenty seconds", 3),
        ("у меня тридцать секунд", 3),
        ("只有二十秒", 3),
        ("Summarise it", 0),
        ("the first three operative paragraphs", 0),
    ],
)
def test_how_much_is_to_be_read(question, points):
    assert read_extent(question).points == points
