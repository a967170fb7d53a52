"""The one exception that the project raises for what a reader can put right."""

from assistant.messages import text


class AssistantError(Exception):
    """Something a reader can put right, said in one line in the reader's language.

    ``key`` names a line of ``locale/*.ftl``; ``str(error)`` is the English line and
    ``error.message(language)`` the line in Chinese, Russian or English.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(text(key, "en", **values))

    def message(self, language: str) -> str:
        """The line in ``language`` ("zh", "ru" or "en")."""
        return text(self.key, language, **self.values)
