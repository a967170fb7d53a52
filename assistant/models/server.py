"""A model that a server runs behind OpenAI's protocol: which one it is, and the way to it.

The way is the official client: it reads event streams, keeps time-outs, and repeats a request of which nothing has
come yet, with back-off and jitter, after connection errors, time-outs, HTTP 408, 409, 429 and 5xx. A Retry-After
of up to two minutes is honoured; a longer one ends the attempts.
"""

from typing import Any

from assistant.errors import AssistantError
from assistant.models.model import Model
from assistant.settings import Settings

_CONNECT_S = 10.0
_RETRIES = 2
_REASON_LIMIT = 200  # characters of a server's own message
# What a reply that is not in the protocol makes of reading it.
MALFORMED = (ValueError, AttributeError, TypeError)


def served(settings: Settings) -> Model:
    """The model that the settings name, else the first of the server's list, the only case in which it is asked.

    AssistantError when the server can't be asked or lists none.
    """
    name = settings.language_model or Server(settings).first_model()
    return Model(name, "", "server", _address(settings))


class Server:
    """The settings' server: a client and the ``headers`` that each of its requests takes; for many threads at a time.

    AssistantError when the client is not installed.
    """

    def __init__(self, settings: Settings) -> None:
        try:
            from openai import Omit, OpenAI, Timeout
        except ImportError:
            raise AssistantError("openai_missing") from None
        self.url, self._timeout = _address(settings), settings.api_timeout
        self._key = settings.api_key
        key = self._secret()
        if not (key.isascii() and key.isprintable()):
            raise AssistantError("bad_setting", name="api_key", reason="ASCII")
        # Go with every request, since what the client takes from OPENAI_* variables is meant for another server.
        self.headers: dict[str, Any] = {
            "Authorization": f"Bearer {key}" if key else Omit(),
            "OpenAI-Organization": Omit(),
            "OpenAI-Project": Omit(),
        }
        self.client: Any = OpenAI(
            base_url=self.url,
            api_key=key or "none",
            timeout=Timeout(self._timeout, connect=_CONNECT_S),
            max_retries=_RETRIES,
        )

    def first_model(self) -> str:
        """The name that the server lists first; AssistantError when there is none."""
        from openai import NotFoundError, OpenAIError

        try:
            names = [str(model.id) for model in self.client.models.list(extra_headers=self.headers).data if model.id]
        except NotFoundError:
            names = []
        except (OpenAIError, *MALFORMED) as error:
            raise self.said(error) from None
        if not names:
            raise AssistantError("server_no_models", url=self.url)
        return names[0]

    def said(self, error: Exception, model: str = "", *, begun: bool = False) -> AssistantError:
        """``error`` in a reader's words; ``begun`` once the server had accepted the request.

        To be raised ``from None``: the client's own errors hold the server's words, which may repeat the key.
        """
        import httpx2
        import openai

        if isinstance(error, openai.APITimeoutError) and not isinstance(error.__cause__, httpx2.ConnectTimeout):
            return AssistantError("server_slow", url=self.url, seconds=f"{self._timeout:g}")
        if isinstance(error, openai.APIConnectionError):
            reason = self._shortened(error.__cause__ or error)
            return AssistantError("server_cut_off" if begun else "server_offline", url=self.url, reason=reason)
        if isinstance(error, openai.APIStatusError):
            reason = self._shortened(f"HTTP {error.status_code} {_own_words(error.body)}")
            if error.status_code in (401, 403):
                return AssistantError("server_key", url=self.url, reason=reason)
            if error.status_code == 404:
                return AssistantError("server_model", url=self.url, model=model, reason=reason)
            return AssistantError("server_failed", url=self.url, reason=reason)
        if isinstance(error, openai.APIError):  # told in the stream
            reason = self._shortened(_own_words(error.body) or error)
            return AssistantError("server_failed", url=self.url, reason=reason)
        return AssistantError("server_malformed", url=self.url, reason=self._shortened(error))

    def _shortened(self, reason: object) -> str:
        """``reason`` on one line, without the key, which some servers repeat."""
        line, key = " ".join(str(reason).split()), self._secret()
        if key:
            line = line.replace(key, "…")
        return line if len(line) <= _REASON_LIMIT else f"{line[:_REASON_LIMIT]}…"

    def _secret(self) -> str:
        return self._key.get_secret_value().strip() if self._key else ""


def _address(settings: Settings) -> str:
    return str(settings.api_url).rstrip("/")


def _own_words(body: object) -> str:
    """What the server says in the body of an error; nothing where that is a page or of a form of its own."""
    if isinstance(body, dict):
        body = body.get("message") or body.get("detail")
    return body if isinstance(body, str) and not body.lstrip().startswith("<") else ""
