"""The way a question takes through the rooms: `python eval/studies/path.py [QUESTION]`.

Prints the modules that one `Assistant.ask` enters, in order of entry: the rooms that the `Assistant` leads the question
through, below each the rooms that it has work for it, and last which rooms of the way were entered, left and entered
again. The ground, which every room uses, is left out.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import FrameType

from assistant import Assistant

QUESTION = "Where is the regional artificial intelligence centre to be set up?"
LEFT_OUT = {
    "answer",
    "clock",
    "errors",
    "languages",
    "messages",
    "settings",
    "text",
    "qa",
}  # the ground, and what every room reads words with


@dataclass
class Stay:
    """From the entry of a ``room`` to its end: the ``modules`` entered, and the ``stays`` in rooms that it called."""

    room: str
    modules: dict[str, None] = field(default_factory=dict)
    stays: list["Stay"] = field(default_factory=list)


def trace(assistant: Assistant, question: str) -> Stay:
    """What asking ``question`` enters, in this thread."""
    root = Stay("")
    open_: dict[int, Stay] = {}  # by the frames that are running

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "return":
            open_.pop(id(frame), None)
        name = str(frame.f_globals.get("__name__", ""))
        if event != "call" or not name.startswith("assistant."):
            return
        caller, back = root, frame.f_back
        while back is not None and caller is root:
            caller, back = open_.get(id(back), root), back.f_back
        room, _, module = name.removeprefix("assistant.").partition(".")
        # On the way itself a room that was left for another is entered again; work for a room is put together.
        there = caller.stays[-1:] if caller is root else caller.stays
        if room in LEFT_OUT or room == caller.room:
            stay = caller
        elif (stay := next((item for item in there if item.room == room), Stay(room))) not in there:
            caller.stays.append(stay)
        if room not in LEFT_OUT:
            stay.modules.setdefault(module or room)
        open_[id(frame)] = stay

    sys.setprofile(watch)
    try:
        assistant.ask(question)
    finally:
        sys.setprofile(None)
    return root


def lines(stay: Stay, depth: int = 0) -> Iterator[str]:
    """A line for each room that ``stay`` has work for it, indented by ``depth``."""
    for item in stay.stays:
        yield f"{'    ' * depth}{item.room}: {', '.join(item.modules)}"
        yield from lines(item, depth + 1)


def entered_again(stay: Stay) -> list[str]:
    """The rooms on the way itself that were left for another and entered again."""
    rooms = [item.room for item in stay.stays]
    return sorted({room for room in rooms if rooms.count(room) > 1})


if __name__ == "__main__":
    ready = Assistant()
    ready.warm_up()
    found = trace(ready, " ".join(sys.argv[1:]) or QUESTION)
    print("\n".join(lines(found)))
    print("\nentered again:", ", ".join(entered_again(found)) or "none")
