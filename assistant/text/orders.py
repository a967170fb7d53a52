"""Text that speaks to the language model: it is data, so what gives orders is not passed on.

Our own, since guards that are models (Prompt Guard, Llama Guard) are larger than what they would guard here, and know
English best. What they would miss does less harm than elsewhere: an answer has only what a paragraph has, and names the
paragraph. `eval/studies/attacks.py` measures both together.
"""

import re
import unicodedata

from assistant.text.sentences import sentences

# Marks of chat templates; what follows one plays another's part.
ROLE = re.compile(
    r"<\|[^|<>]{0,40}\|>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|#{2,}\s*(?:system|user|assistant|instruction|систем"
    r"|пользовател|ассистент|инструкци|系统|用户|助手|指令)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|\[//\]: # .*|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_IMAGE = re.compile(r"!?\[[^\]]*\]\((?:https?:|data:)[^)]*\)")
# Orders about answers and instructions. Sentences of resolutions order States about, and never an answer; what they do
# say ("disregard for the rules", "отвечать требованиям", "所有问题都必须", "the following question: …") is no order.
_ORDER = re.compile(
    # English
    r"\b(?:ignore|disregard|forget|override)\b(?! (?:for|of|by)\b).{0,60}\b(?:instructions?|prompts?)\b"
    r"|(?:^\W*|[:;,!—–]\s*|\b(?:please|now|you(?: (?:must|should|can|may|will))?)\s+)"
    r"(?:ignore|disregard|forget|override)\b(?! (?:for|of|by)\b).{0,60}\b(?:rules?|above|previous|prior|before)\b"
    r"|\b(?:repeat|reveal|print|show)\b.{0,40}\b(?:instructions|system prompt)\b|\bsystem prompt\b"
    r"|^\W*(?:note to |dear |attention,? )(?:AI )?(?:assistants?|chatbots?|language models?)\s*[:,]"
    r"|^\W*(?:AI )?(?:assistants?|chatbots?|language models?)\s*:|^\W*(?:AI )?assistant,"
    r"|(?<!\bto )\b(?:answer|reply)\s+(?:every|all|any)\b"
    r"|\b(?:answer|reply)\s+(?:only|always|now|with|in (?:english|russian|chinese))\b"
    r"|\brespond\s+(?:only|always|now|in (?:english|russian|chinese))\b|(?:^\W*|[:;,!]\s*|\bplease\s+)respond with\b"
    r"|\b(?:answer|reply|respond)\b.{0,40}\bwith (?:only |just )?(?:the|a|one)"
    r" (?:single |one )?(?:word|phrase|sentence)\b"
    r"|\b(?:every|any|each|your|correct|right) (?:answers?|repl(?:y|ies))\b.{0,80}\b(?:must|always|should|has to)\b"
    r"|\b(?:the answer|all answers)\b.{0,80}\b(?:must|always|should|has to)\b"
    r"|\b(?:correct|right|true|only) (?:answer|reply)(?: is)?\s*:"
    r"|\b(?:is|are) (?:now|from now on) (?:a|an|in)\b.{0,20}\bmode\b(?! of)|\byou are (?:now|no longer)\b"
    r"|\bfrom now on\b.{0,60}\b(?:you|answer|reply|respond|write|say|questions?)\b"
    r"|\b(?:any|no) other answer\b|\bnever say that\b|\bwhen(?:ever)? you are asked\b|\bif in doubt\b.{0,20}\bwrite\b"
    r"|\b(?:begin|start|end|finish)\b.{0,20}\b(?:with|by) (?:the )?(?:words?|phrase|writing)\b|\bcite (?:only )?OP\d"
    r"|^\W*(?:question|answer(?: in \w+)?)\s*:|\bdecode\b.{0,40}\b(?:write|result|print)\b"
    # Russian
    r"|\b(?:игнорируй|забудь|не обращай внимания|не обращайте внимания|отмени)(?:те)?\b.{0,60}"
    r"(?:указани|инструкци|правил|предыдущ|прежн|выше)"
    r"|\b(?:выведи|повтори|покажи|назови)(?:те)?\b.{0,40}(?:инструкци|указани|промпт)|системн[а-я]+ (?:промпт|подсказ)"
    r"|^\W*(?:внимание,? )?(?:(?:помощник|ассистент|бот|ии-помощник)[а-я]*\s*[:,]|(?:модель|система)\s*:)"
    r"|\b(?:отвечай|ответь|пиши|напиши|ссылайся|называй|заканчивай|начинай|добавляй|ставь)(?:те)?\b"
    r"|\bотвечать\b(?:.{0,40}(?:запрещ|нельзя)| (?:только|всегда|одним|на (?:все|люб|кажд)[а-я]* вопрос))"
    r"|\b(?:кажд|люб)[а-я]* (?:ответ|вопрос)[а-я]*.{0,80}(?:всегда|один ответ)|\b(?:каждый|любой) ответ\b.{0,80}долж"
    r"|\bвсе ответы\b.{0,40}долж|друг[а-я]+ ответ[а-я]*.{0,20}нельзя|(?:верн|правильн)[а-я]+ ответ\s*:"
    r"|всегда один ответ\b|\b(?:теперь|отныне|с этого момента) ты\b|\bты (?:теперь|больше не)\b"
    r"|^\W*(?:вопрос|ответ(?: на [а-я]+ языке)?)\s*:"
    # Chinese
    r"|(?:忽略|无视|忘记|不要理会|不理会).{0,20}(?:指示|指令)"
    r"|(?:^\W*|[：:]|请|你)(?:忽略|无视|忘记|不要理会|不理会).{0,20}(?:规则|说明|以上|之前|上述|前面)"
    r"|(?:重复|输出|显示|告诉我|逐字).{0,20}(?:提示词|系统提示|指令|指示)|系统提示词"
    r"|^\W*(?:人工智能)?(?:(?:助手|模型|机器人|系统)(?:须知)?[：:]|助手(?:须知)?[，,])"
    r"|(?:请|只许|只能|一律|务必|都要|总是|永远)(?:回答|作答|引用|写上|写(?!入))|必须(?:回答|作答|写上)|一律只?用.{0,6}回答"
    r"|(?:每个|每次|所有|任何|一切)(?:回答|答案).{0,30}(?:必须|都|一律|永远|总)"
    r"|(?:每个|所有|任何|一切)问题.{0,12}(?:只|都|一律)(?:能|要|须)?(?:回答|作答|答)"
    r"|答案(?:永远|总|一律|始终)是|不得给出其他|凡问到|凡是问到|正确(?:回答|答案)是?[：:]"
    r"|从现在(?:起|开始)(?![到至]).{0,30}(?:你|回答|作答|写)|你现在是|不许回答|^\W*(?:问题|用中文回答|回答)[：:]",
    re.IGNORECASE,
)


def defused(text: str) -> str:
    """``text`` without invisible characters, comments, images from elsewhere, marks of chat templates and what follows
    them, and without the sentences that order an answer about; empty where that is all."""
    visible = shown(text)
    said = sentences(visible)
    kept = [sentence for sentence in said if not _ORDER.search(sentence)]
    return visible if len(kept) == len(said) else " ".join(kept)


def shown(text: str) -> str:
    """``text`` as a person sees it, up to the first mark of a chat template."""
    visible = "".join(character for character in text if unicodedata.category(character) not in ("Cf", "Co", "Cn"))
    plain = _IMAGE.sub(" ", _COMMENT.sub(" ", visible))
    mark = ROLE.search(plain)
    return plain[: mark.start()] if mark else plain
