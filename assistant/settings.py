"""What can be set, in one typed place: arguments, ``ASSISTANT_*`` variables, ``assistant.toml``, defaults."""

import hashlib
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path, user_config_path, user_data_path
from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.errors import AssistantError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent if (_PACKAGE.parent / "pyproject.toml").is_file() else None


def _default_corpus() -> Path:
    return _CHECKOUT / "corpus" if _CHECKOUT else _PACKAGE / "_corpus"


class Settings(BaseSettings):
    """All settings; the first source that names a value wins.

    Order: arguments, environment (``ASSISTANT_TOP_K=5``), ``assistant.toml`` in the working folder, the same
    file in the user's configuration folder, the defaults below.
    """

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", extra="forbid", frozen=True, hide_input_in_errors=True)

    embedding_model: str | None = Field(None, description="hub id or folder of a sentence-transformers model")
    language_model: str | None = Field(None, description="hub id, folder, GGUF file or served name of a chat model")
    engine: Literal["auto", "openvino", "transformers", "openai"] = Field("auto", description="generation engine")
    api_url: HttpUrl = Field(HttpUrl("http://localhost:8000/v1"), description="address of the server of `openai`")
    api_key: SecretStr | None = Field(None, description="key to that server")
    api_timeout: float = Field(60, gt=0, le=3600, description="seconds that the server may be silent")
    corpus_dir: Path = Field(default_factory=_default_corpus, description="folder of texts to answer from")
    library_dir: Path | None = Field(None, description="where documents that you add are kept")
    documents_url: str = Field(
        "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
        description="address of an official text by `{symbol}` and `{language}`",
    )
    index_dir: Path | None = Field(None, description="where the index is kept; a folder of this project alone")
    vector_store: Literal["faiss", "qdrant"] = Field("faiss", description="where embeddings are kept")
    qdrant_url: str = Field("http://localhost:6333", description="address of the Qdrant server or cluster")
    qdrant_api_key: SecretStr | None = Field(None, description="key to that server")
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("resolution-assistant"),
        description="where models are kept, and uploads while the page runs",
    )
    interface: Literal["auto", "zh", "ru", "en"] = Field("auto", description="language of messages")
    lexical: bool = Field(True, description="compare words (BM25) when searching")
    late_interaction: bool = Field(True, description="compare token by token, and not whole chunks, when searching")
    top_k: int = Field(4, ge=1, le=20, description="paragraphs shown as evidence")
    prompt_paragraphs: int = Field(3, ge=1, le=20, description="paragraphs considered for an answer")
    prompt_tokens: int = Field(700, ge=100, le=16000, description="tokens of a paragraph that the language model reads")
    max_new_tokens: int = Field(160, ge=8, le=2000, description="longest generated answer, in tokens")
    chunk_tokens: int = Field(64, ge=32, le=500, description="longest chunk, in tokens of the embedding model")
    threads: int = Field(0, ge=0, description="CPU threads; 0 leaves the choice to the libraries")
    host: str = Field("127.0.0.1", description="address that the page listens on")
    port: int = Field(7860, ge=1, le=65535, description="port that the page listens on")
    hosts: str = Field("", description="other names that readers reach the page under, separated by commas")
    password: SecretStr | None = Field(None, min_length=1, description="what readers of the page have to know")
    feedback: Path | None = Field(None, description="file that opinions on answers are written to, as JSON lines")
    open: bool = Field(False, description="let the page be reached from other machines without a password")

    @field_validator("api_url")
    @classmethod
    def _address_alone(cls, url: HttpUrl) -> HttpUrl:
        """Messages name the address, so that nothing secret may stand in it."""
        if url.username or url.password or url.query:
            raise ValueError("a key belongs in api_key, not in the address")
        return url

    @field_validator("hosts")
    @classmethod
    def _as_browsers_write_them(cls, hosts: str) -> str:
        """In small letters, and a Russian or Chinese name in ASCII."""
        if any(sign in hosts for sign in "/*@"):
            raise ValueError("names alone, without https://, path or *, separated by commas")
        return ",".join(name.strip().encode("idna").decode().lower() for name in hosts.split(",") if name.strip())

    @property
    def library_path(self) -> Path:
        """The folder of added documents: as set, else in the user's data folder for the project's own corpus.

        Any other corpus has a library of its own inside it.
        """
        if self.library_dir is not None:
            return self.library_dir
        if self.corpus_dir.resolve() == _default_corpus():
            return user_data_path("resolution-assistant") / "library"
        return self.corpus_dir / "library"

    @property
    def index_path(self) -> Path:
        """The index folder: as set, else ``index/`` of a checkout for the corpus that comes with it.

        Any other corpus has an index of its own in the cache folder, so that two of them don't replace each other's.
        """
        if self.index_dir is not None:
            return self.index_dir
        if _CHECKOUT and self.corpus_dir.resolve() == _default_corpus():
            return _CHECKOUT / "index"
        name = hashlib.sha256(str(self.corpus_dir.resolve()).encode()).hexdigest()[:12]
        return self.cache_dir / "indexes" / name

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The order in the class docstring (pydantic-settings asks for it here)."""
        files = [Path("assistant.toml"), user_config_path("resolution-assistant") / "assistant.toml"]
        return (
            init_settings,
            env_settings,
            *(TomlConfigSettingsSource(settings_cls, file) for file in files),
        )


def load_settings(**overrides: object) -> Settings:
    """`Settings` with ``overrides`` that are not None; a bad value raises a one-line `AssistantError`."""
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "settings"
        raise AssistantError("bad_setting", name=name, reason=first["msg"]) from None
    except ValueError as error:  # a settings file that is not TOML
        raise AssistantError("bad_setting", name="assistant.toml", reason=error) from None
