"""The language model, and the line of readers before it."""

from assistant.generation.engine import Engine, Message, chance
from assistant.generation.loading import load_engine, runs_in_openvino

__all__ = ["Engine", "Message", "chance", "load_engine", "runs_in_openvino"]
