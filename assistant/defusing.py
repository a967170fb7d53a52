"""Text that speaks to the language model: it is data, so what gives orders is not passed on.

Our own, since guards that are models (Prompt Guard, Llama Guard) are larger than what they would guard here, and know
English best. What they would miss does less harm than elsewhere: an answer has only what a paragraph has, and names the
paragraph. `eval/attacks.py` measures both together.
"""

import re
import unicodedata

from assistant.quotations import sentences

# Marks of chat templates; what follows one plays another's part.
_ROLE = re.compile(
    r"<\|[^|<>]{0,40}\|>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|#{2,}\s*(?:system|user|assistant|instruction|систем"
    r"|пользовател|ассистент|инструкци|系统|用户|助手|指令)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|\[//\]: # .*|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_IMAGE = re.compile(r"!?\[[^\]]*\]\((?:https?:|data:)[^)]*\)")
# Orders about answers and instructions; sentences of resolutions order States about, and never an answer.
_ORDER = re.compile(
    # English
    r"\b(?:ignore|disregard|forget|override)\b.{0,60}\b(?:instructions?|rules?|prompts?|above|previous|prior|before)\b"
    r"|\b(?:repeat|reveal|print|show)\b.{0,40}\b(?:instructions|system prompt)\b|\bsystem prompt\b"
    r"|^\W*(?:note to |dear |attention,? )?(?:AI )?(?:assistants?|chatbots?|language models?)\s*[:,]"
    r"|\b(?:answer|reply|respond)\b\s*(?:every|all|any|only|always|now\b|with\b|in (?:english|russian|chinese))"
    r"|\b(?:every|all|any|each|the|your|correct|right) (?:answers?|repl(?:y|ies))\b.{0,80}"
    r"\b(?:must|always|should|has to)\b"
    r"|\b(?:is|are) (?:now|from now on) (?:a|an|in)\b.{0,20}\bmode\b|\byou are (?:now|no longer)\b|\bfrom now on\b"
    r"|\b(?:any|no) other answer\b|\bnever say that\b|\bwhen(?:ever)? you are asked\b|\bif in doubt\b.{0,20}\bwrite\b"
    r"|\b(?:begin|start|end|finish)\b.{0,20}\b(?:with|by) (?:the )?(?:words?|phrase|writing)\b|\bcite (?:only )?OP\d"
    r"|\b(?:question|answer(?: in \w+)?)\s*:|\bdecode\b.{0,40}\b(?:write|result|print)\b"
    # Russian
    r"|\b(?:игнорируй|забудь|не обращай внимания|отмени)[а-я]*.{0,60}(?:указани|инструкци|правил|предыдущ|прежн|выше)"
    r"|(?:выведи|повтори|покажи|назови)[а-я]*.{0,40}(?:инструкци|указани|промпт)|системн[а-я]+ (?:промпт|подсказ)"
    r"|^\W*(?:внимание,? )?(?:помощник|ассистент|модель|бот|система|ии-помощник)[а-я]*\s*[:,]"
    r"|\b(?:отвечай|отвечать|ответь|пиши|напиши|ссылайся|называй|заканчивай|начинай|добавляй|ставь)(?:те)?\b"
    r"|(?:кажд|люб|все)[а-я]* (?:ответ|вопрос)[а-я]*.{0,80}(?:всегда|долж|один ответ)"
    r"|друг[а-я]+ ответ[а-я]*.{0,20}нельзя"
    r"|\b(?:теперь|отныне|с этого момента) ты\b|\bты (?:теперь|больше не)\b|\b(?:вопрос|ответ(?: на [а-я]+ языке)?)\s*:"
    # Chinese
    r"|(?:忽略|无视|忘记|不要理会|不理会).{0,20}(?:指示|指令|规则|说明|以上|之前|上述|前面)"
    r"|(?:重复|输出|显示|告诉我|逐字).{0,20}(?:提示词|系统提示|指令|指示)|系统提示词"
    r"|^\W*(?:人工智能)?(?:助手|模型|机器人|系统)(?:须知)?[：:，,]|(?:请|必须|只许|只能|一律|务必|都要|总是|永远)(?:回答|作答|引用|写上|写)"
    r"|(?:每个|所有|任何|一切)(?:回答|答案|问题).{0,30}(?:必须|都|一律|永远|总)|答案(?:永远|总|一律|始终)是|不得给出其他|凡问到|凡是问到"
    r"|从现在(?:起|开始)|你现在是|不许回答|(?:问题|用中文回答|回答)[：:]",
    re.IGNORECASE,
)


def defused(text: str) -> str:
    """``text`` without invisible characters, comments, images from elsewhere, marks of chat templates and what follows
    them, and without the sentences that order an answer about; empty where that is all."""
    visible = "".join(character for character in text if unicodedata.category(character) not in ("Cf", "Co", "Cn"))
    shown = _IMAGE.sub(" ", _COMMENT.sub(" ", visible))
    if mark := _ROLE.search(shown):
        shown = shown[: mark.start()]
    said = sentences(shown)
    kept = [sentence for sentence in said if not _ORDER.search(sentence)]
    return shown if len(kept) == len(said) else " ".join(kept)
