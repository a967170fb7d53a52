"""The page's language: the one that a reader has chosen, else the browser's."""

from collections.abc import Mapping

from assistant.languages import LANGUAGES, Language, browser_language


def reader_language(cookies: Mapping[str, str], headers: Mapping[str, str], otherwise: Language) -> Language:
    """The language to speak to whoever sends a request with these; of a browser of none of the three ``otherwise``.

    ``static/kept.js`` tells the choice in the cookie "language", so that the server speaks the page's language too.
    """
    chosen = cookies.get("language", "")
    return chosen if chosen in LANGUAGES else browser_language(headers.get("accept-language", ""), otherwise)
