"""Embeddings in a Qdrant collection, which many machines can search, and a cluster divides among its own."""

import atexit
import contextlib
import warnings
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.index.vectors.store import Rows
from assistant.languages import Language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.embedding import Vectors

_UPLOAD, _RETRIEVE, _TIMEOUT_S = 256, 1000, 60
_REFUSED = (401, 403)


class QdrantBackend:
    """A collection an index, named after its data folder, on the server at ``url``.

    ``url`` without "://" is a folder, or ":memory:", of qdrant-client's local mode, which is meant for tests.
    """

    kind = "qdrant"

    def __init__(self, url: str, api_key: str | None = None) -> None:
        self._url, self._key = url, api_key

    def write(self, data: Path, vectors: "Vectors", rows: Rows) -> None:
        """Upload ``vectors``; AssistantError when the server is not there or refuses."""
        client, name = _client(self._url, self._key), collection(data)
        from qdrant_client import models

        with _said(self._url):
            size = vectors.shape[1]
            client.create_collection(name, models.VectorParams(size=size, distance=models.Distance.DOT, on_disk=True))
            for field in ("language", "document"):
                with warnings.catch_warnings():  # the local mode warns that it has no use for them
                    warnings.simplefilter("ignore")
                    client.create_payload_index(name, field, models.PayloadSchemaType.KEYWORD)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the local mode advises against many points
                client.upload_collection(
                    name, vectors, payload=_payload(rows), ids=range(len(rows)), batch_size=_UPLOAD, wait=True
                )

    def open(self, data: Path, rows: Rows) -> "QdrantStore":
        """The collection; ValueError when it is not there or lacks points."""
        client, name = _client(self._url, self._key), collection(data)
        with _said(self._url):
            there = len(rows) and client.collection_exists(name)
            if (client.count(name, exact=True).count if there else 0) != len(rows):
                raise ValueError(name)
        return QdrantStore(client, name, self._url, len(rows))

    def drop(self, data: Path) -> None:
        """Delete the collection."""
        client = _client(self._url, self._key)
        with _said(self._url):
            client.delete_collection(collection(data))


class QdrantStore:
    """See `assistant.index.vectors.VectorStore`; AssistantError when the server is not there or refuses."""

    def __init__(self, client: Any, name: str, url: str, count: int) -> None:
        self._client, self._name, self._url, self._count = client, name, url, count

    def __len__(self) -> int:
        """As the protocol says."""
        return self._count

    def search(
        self, queries: "Vectors", top_k: int, language: Language, documents: Collection[str] = ()
    ) -> "NDArray[np.int64]":
        """As the protocol says."""
        import numpy as np
        from qdrant_client import models

        must: list[Any] = [models.FieldCondition(key="language", match=models.MatchValue(value=language))]
        if documents:
            must.append(models.FieldCondition(key="document", match=models.MatchAny(any=sorted(documents))))
        wanted = models.Filter(must=must)
        found = np.full((len(queries), top_k), -1, dtype=np.int64)
        if not self._count:
            return found
        asked = [models.QueryRequest(query=query, filter=wanted, limit=top_k) for query in queries.tolist()]
        with _said(self._url):
            answers = self._client.query_batch_points(self._name, asked)
        for row, answer in zip(found, answers, strict=True):
            row[: len(answer.points)] = [point.id for point in answer.points]
        return found

    def of(self, rows: "Sequence[int] | NDArray[np.int64]") -> "Vectors":
        """As the protocol says."""
        import numpy as np

        wanted = np.asarray(rows, dtype=np.int64).tolist()
        found: dict[int, list[float]] = {}
        distinct = list(dict.fromkeys(wanted))
        with _said(self._url):
            for start in range(0, len(distinct), _RETRIEVE):
                ids = distinct[start : start + _RETRIEVE]
                points = self._client.retrieve(self._name, ids, with_payload=False, with_vectors=True)
                found |= {point.id: point.vector for point in points}
        return np.array([found[row] for row in wanted], dtype=np.float32)


def collection(data: Path) -> str:
    """The name of the collection that belongs to a data folder."""
    return f"assistant-{data.name.removeprefix('data-')}"


def _payload(rows: Rows) -> Iterator[dict[str, str]]:
    for number, (document, language) in enumerate(rows.documents):
        for _ in range(int(rows.starts[number + 1] - rows.starts[number])):
            yield {"document": document, "language": language}


@cache
def _client(url: str, api_key: str | None) -> Any:
    """One client an address: those of the local mode lock their folder."""
    try:
        from qdrant_client import QdrantClient
    except ImportError:
        raise AssistantError("qdrant_missing") from None
    with _said(url), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a key over http is the operator's choice, as on a network of their own
        if "://" in url:
            client = QdrantClient(url, api_key=api_key, timeout=_TIMEOUT_S, check_compatibility=False)
        elif url == ":memory:":
            client = QdrantClient(url, force_disable_check_same_thread=True)
        else:
            client = QdrantClient(path=url, force_disable_check_same_thread=True)
    atexit.register(client.close)  # its own way of closing fails at the end of a process
    return client


@contextlib.contextmanager
def _said(url: str) -> Iterator[None]:
    """What goes wrong on the way to the server, as an `AssistantError`."""
    from qdrant_client.http.exceptions import ApiException, ResponseHandlingException, UnexpectedResponse

    try:
        yield
    except UnexpectedResponse as error:
        key = "qdrant_key" if error.status_code in _REFUSED else "qdrant_failed"
        reason = f"HTTP {error.status_code} {error.reason_phrase}"
        raise AssistantError(key, url=url, reason=reason) from error
    except ResponseHandlingException as error:
        raise AssistantError("qdrant_offline", url=url, reason=error.source) from error
    except ApiException as error:
        raise AssistantError("qdrant_failed", url=url, reason=error) from error
