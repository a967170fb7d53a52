"""A question without greetings, thanks, and what leads up to it ("I am preparing a brief and should like to know …").

Those words match no paragraph: a question of one sentence between them was taken for one that no paragraph answers.
"""

import re

_GREETING = re.compile(
    r"(?:(?:good (?:morning|afternoon|evening|day)|hello|hi|greetings|dear)\b[^.!?,:;]{0,40}[.!,:;—-]+\s*"
    r"|(?:добр(?:ый|ое|ого) (?:день|утро|вечер|дня)|доброго времени|здравствуйте|приветствую|уважаем[а-яё]+)\b"
    r"[^.!?:;]{0,40}?[.!:;—-]+\s*"
    r"|(?:добр(?:ый|ое|ого) (?:день|утро|вечер)|здравствуйте|уважаем[а-яё]+ [а-яё]+),\s*"
    r"|(?:[您你]们?好|早上好|上午好|下午好|晚上好|各位[^，。！：？]{0,10}|尊敬的[^，。！：？]{0,10})[，,。.！!：:]\s*)+",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:(?:^|(?<=[.?!,;—-]))\s*(?:(?:many|with) )?(?:thanks?(?: you)?|(?:best|kind) regards)(?: (?:very|so) much)?"
    r"(?: in advance| a lot)?"
    r"|(?:^|(?<=[.?!,;—-]))\s*(?:заранее )?(?:(?:большое|огромное) )?(?:спасибо|благодар(?:ю|им|ен|на|ны|ствую))"
    r"(?: (?:вас|вам))?(?: заранее| за (?:помощь|ответ))?"
    r"|(?<=[。？?！!，,])\s*(?:先)?(?:非常|万分|十分|多)?(?:感谢|谢谢|多谢|谢)(?:了|您|你|大家|帮助|您的帮助)?)\s*[.!。！]*$",
    re.IGNORECASE,
)
# What the reader says of himself, up to the question. Of what it may be about nothing is lost as long as the question
# does not point back to it.
_LEAD = re.compile(
    r"(?:(?:i|we|please|could|can|would|may)\b[^?]*\b(?:tell me|tell us|let me know|let us know|inform (?:me|us)"
    r"|(?:like|want|wish|need) to (?:know|ask|learn)|wonder(?:ing)?|advise)\b[,:]?\s+"
    r"(?=(?:[a-z]{2,5} )?(?:what|which|whom?|whose|when|where|why|how|whether|if)\b)"
    r"|(?:под)?скажите,? пожалуйста[,:]?\s+"
    r"|(?:я|мы|мне|нам|прошу|готов(?:лю|им)|пожалуйста|не могли бы|подскажите|скажите|сообщите|поясните)\b[^?]*?"
    r"(?:подскаж[а-яё]+|подсказать|скажите|скажете|сказать|сообщ[а-яё]+|поясн[а-яё]+|(?:у)?знать|уточнить|спросить)"
    r"(?:,? (?:мне|нам))?(?:,? пожалуйста)?[,:]?\s+"
    r"(?=(?:(?:в|во|на|к|по|с|о|об|от|из|до|для|при|под) )?(?:что|кто|кого|кому|чем|где|куда|когда|почему|зачем|сколько"
    r"|чей|чья|чьи|как|как(?:ой|ая|ое|ие|ого|ому|ом|им|их|ую|ими|ова?|овы|ово))\b)"
    r"|(?:我|我们)[^？?。]*?(?:请问|(?:请|烦请|敬请|麻烦您?)(?:告知|告诉我们?)|想(?:请教|了解|知道|问)(?:一下)?)[，,：:]?\s*"
    # "For my thesis: …", "I am cataloguing this document – …"
    r"|(?:(?:i am|i['’]m|we are|we['’]re) |for (?:my|our|a|an) )[^?:–—]{1,60}?(?::| [–—-])\s+"
    r"|(?:(?:мне |нам )?для |(?:заполня|готовл|пиш|составля|собира|провер)[а-яё]*[юу] )[^?:–—]{1,60}?(?::| [–—-])\s+"
    r"|(?:我们?|为了?)[^？?。：:]{1,30}[：:]\s*"
    r"|(?:请问(?:一下)?|烦请告知|敬请告知|请告知|请告诉我们?|麻烦(?:您|你)?告诉我们?|想(?:请教|了解|知道)一下)[，,：:]\s*)",
    re.IGNORECASE,
)
_THE_DRAFT = re.compile(
    r"\b(?:this|the) (?:draft|document|resolution|text)\b|(?:эт|данн)[а-яё]+ (?:проект|документ|резолюци|текст)"
    r"|[这该本]份?(?:草案|文件|决议|案文)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|this|these|those|he|she|there)\b|\b(?:он|она|оно|они|его|её|ее|их|ему|ей|им|ним|ней|них"
    r"|нём|нем|это|этот|эта|эти|этого|этой|этом|там)\b|它|其(?![中他余实次])|[这那][里儿个]",
    re.IGNORECASE,
)


def to_the_point(question: str) -> str:
    """``question`` without greetings, thanks and what leads up to it; itself where nothing or no question is left."""
    greeting = _GREETING.match(question)
    bare = _THANKS.sub("", question[greeting.end() :] if greeting else question)
    lead = _LEAD.match(bare)
    # "It" is the draft where nothing else is named.
    if lead and (_THE_DRAFT.search(lead[0]) or not _POINTS_BACK.search(bare, lead.end())):
        bare = bare[lead.end() :]
    bare = bare.strip()
    if sum(map(str.isalnum, bare)) < 2 or bare == question:
        return question
    first = bare[0].upper()
    return (first if len(first) == 1 else bare[0]) + bare[1:]  # "ß" would become two letters
