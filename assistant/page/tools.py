"""What can be done with an answer, in a row below it: buttons to which ``static/`` gives their work."""

from html import escape

from assistant.answer import Answer
from assistant.languages import Language
from assistant.messages import text


def tools(name: str, language: Language, answer: Answer | None = None, rated: bool = False) -> str:
    """HTML of the buttons below an answer to the exchange ``name``, or below the line that none came; with thumbs where
    answers are ``rated``.
    """
    buttons = [("edit", text("tools_edit", language)), ("again", text("tools_again", language))]
    if answer and rated:
        buttons += [("opinion up", text("opinion_up", language))]
        buttons += [("opinion down", text("opinion_down", language))]
    others = "".join(f'<button type="button" class="{kind}">{escape(said)}</button>' for kind, said in buttons)
    # Gradio's own button would copy the HTML. It leaves no data in elements either, so that a class names the exchange.
    done, idle = (escape(text(key, language)) for key in ("reader_copied", "reader_copy"))
    copy = (
        f'<button type="button" class="copy"><span>{idle}</span><span role="status" class="done">{done}</span></button>'
    )
    return f'<div class="tools of-{name}" lang="{language}">{copy if answer else ""}{others}</div>'
