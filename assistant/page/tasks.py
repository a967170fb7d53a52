"""What can be done here, as buttons and links above conversation and text, in the reader's language alone."""

from html import escape

from assistant.languages import Language
from assistant.messages import text


def tasks_panel(language: Language) -> str:
    """HTML of the tasks: links to what the pane shows, of the text that is open, and buttons that a script works."""
    ask, look, add = (escape(text(key, language)) for key in ("task_ask", "task_find", "task_documents"))
    views = (("brief", "task_brief"), ("compare", "task_compare"), ("acts", "task_acts"))
    links = "".join(f'<a href="?view={view}">{escape(text(key, language))}</a>' for view, key in views)
    return (
        f'<nav class="tasks" lang="{language}" aria-label="{escape(text("tasks", language))}">'
        f'<button type="button" class="ask">{ask}</button>{links}<button type="button" class="look">{look}</button>'
        f'<button type="button" aria-controls="documents" aria-expanded="false">{add}</button></nav>'
    )
