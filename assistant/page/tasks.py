"""What can be done here, as buttons above the conversation, in the reader's language alone."""

from html import escape

from assistant.languages import Language
from assistant.messages import text


def tasks_panel(language: Language) -> str:
    """HTML of the tasks; a script gives the buttons their work."""
    said = escape(text("task_documents", language))
    return (
        f'<nav class="tasks" lang="{language}" aria-label="{escape(text("tasks", language))}">'
        f'<button type="button" aria-controls="documents" aria-expanded="false">{said}</button></nav>'
    )
