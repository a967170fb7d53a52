"""Question sets and benchmarks, answered and counted."""

from assistant.evaluation.metrics import METRICS, Result, holds_facts, summarise
from assistant.evaluation.questions import Question, load_questions
from assistant.evaluation.runs import cell, evaluate, table

__all__ = [
    "METRICS",
    "Question",
    "Result",
    "cell",
    "evaluate",
    "holds_facts",
    "load_questions",
    "summarise",
    "table",
]
