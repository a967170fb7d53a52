"""A server that speaks OpenAI's protocol (vLLM, llama-server, Ollama, LM Studio): large models, shared by many."""

import math
import re
from collections.abc import Generator, Sequence
from typing import Any

from assistant.errors import AssistantError
from assistant.generation.engine import Message, chance
from assistant.models import Model
from assistant.models.server import MALFORMED, Server
from assistant.settings import Settings

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class OpenAIEngine:
    """The chat completions of one model on the settings' server."""

    name = "openai"

    def __init__(self, model: Model, settings: Settings) -> None:
        self.model = model
        self._server = Server(settings)

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
        """See `assistant.generation.Engine`; closing the iterator closes the connection, which stops the server.

        AssistantError when the server can't be reached, refuses, or doesn't end its reply.
        """
        from openai import OpenAIError

        try:
            stream = self._server.client.chat.completions.create(
                model=self.model.id,
                messages=_turns(messages),
                max_tokens=max_new_tokens,
                temperature=0,
                stream=True,
                extra_headers=self._server.headers,
            )
        except OpenAIError as error:
            raise self._server.said(error, self.model.id) from None
        received = finished = False
        try:
            with stream:
                for chunk in stream:
                    received = True
                    for choice in chunk.choices:
                        finished = finished or bool(choice.finish_reason)
                        if choice.delta.content:
                            yield choice.delta.content
        except (OpenAIError, *MALFORMED) as error:
            raise self._server.said(error, self.model.id, begun=True) from None
        if not finished:  # without chunks, a connection that breaks off looks like one that ends
            key = "server_cut_off" if received else "server_malformed"
            raise AssistantError(key, url=self._server.url, reason="finish_reason: null")

    def probability(self, messages: Sequence[Message], reply: str) -> float:
        """See `assistant.generation.Engine`; 1 or 0 from a server that tells no likelihoods."""
        from openai import OpenAIError

        try:
            completion = self._server.client.chat.completions.create(
                model=self.model.id,
                messages=_turns(messages),
                max_tokens=1,
                temperature=0,
                logprobs=True,
                extra_headers=self._server.headers,
            )
            choice = completion.choices[0]
            said = (choice.message.content or "").strip()
            told = choice.logprobs.content if choice.logprobs else None
            likelihood = math.exp(min(0.0, told[0].logprob)) if told else 1.0
        except (OpenAIError, IndexError, *MALFORMED) as error:
            raise self._server.said(error, self.model.id) from None
        return chance(said, likelihood, reply)

    def count_tokens(self, text: str) -> int:
        """An estimate: the protocol has no call for it, and each server its own tokenizer.

        A token is taken to be one Chinese character, three characters of ASCII, or two of anything else. That
        is 28 to 53 % more than Qwen2.5's tokenizer counts in the default corpus, by language: a paragraph may be left
        out, but a prompt doesn't outgrow its budget.
        """
        wide, narrow = len(_WIDE.findall(text)), sum(map(str.isascii, text))
        return wide + math.ceil(narrow / 3 + (len(text) - wide - narrow) / 2)


def _turns(messages: Sequence[Message]) -> Any:
    return [{"role": turn.role, "content": turn.content} for turn in messages]
