"""What runs the embedding model: sentence-transformers, or on CPUs its network alone in OpenVINO.

One text at a time or in batches, an `Encoder` gives the same vectors; `eval/studies/embedding.py` prints how near they
are and how fast.
"""

from assistant.index.encoders.encoder import Encoded, Encoder
from assistant.index.encoders.loading import load_encoder

__all__ = ["Encoded", "Encoder", "load_encoder"]
