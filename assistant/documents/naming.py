"""What documents, their bodies and kinds are called in the language of a reader."""

from assistant.documents.paragraph import Document
from assistant.languages import Language
from assistant.messages import text

# The line that names each field of a masthead, as `assistant.documents.Document` has them.
MASTHEAD = {
    "symbol": "masthead_symbol",
    "body": "masthead_body",
    "kind": "masthead_kind",
    "session": "masthead_session",
    "agenda_item": "masthead_agenda_item",
    "date": "masthead_date",
    "sponsors": "masthead_sponsors",
    "draft": "masthead_draft",
    "became": "masthead_became",
    "adopted": "masthead_adopted",
    "meeting": "masthead_meeting",
}
# The line for what a masthead's body and kind are.
_NAMES = {
    "amendment": "kind_amendment",
    "draft decision": "kind_draft_decision",
    "draft resolution": "kind_draft_resolution",
    "resolution": "kind_resolution",
    "decision": "kind_decision",
    "report": "kind_report",
    "note": "kind_note",
    "letter": "kind_letter",
    "summary record": "kind_summary_record",
    "presidential statement": "kind_presidential_statement",
    "General Assembly": "body_general_assembly",
    "Security Council": "body_security_council",
    "Economic and Social Council": "body_economic_and_social_council",
    "Human Rights Council": "body_human_rights_council",
}


def named(value: str, language: Language) -> str:
    """A body or kind of `assistant.documents.Document` in ``language``."""
    return text(_NAMES[value], language) if value in _NAMES else value


def called(document: Document, language: Language) -> str:
    """What a citation calls ``document`` beside others: the main one, which has no name, by its kind and symbol."""
    return document.name or " ".join(filter(None, [named(document.kind, language), document.symbol]))
