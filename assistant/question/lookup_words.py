"""The words of questions about the document itself, in three languages, for `structure` and `lookups`."""

import re

from assistant.text.numerals import CARDINALS, EN_ORDINALS, RU_ORDINALS

HAN_N = "[一二三四五六七八九十百]{1,5}"
_FEW = r"(?:an?|one|two|three|four|five|few|a few|a couple of|\d+)"
_FEW_RU = r"(?:одн(?:ом|ой|им)|двух|трех|четырех|пяти|нескольких|пар[еуы]|\d+)"

# Kind of token -> words of Russian and English, and of Chinese, which have no spaces around. Earlier ones win.
_WORDS: dict[str, tuple[str, str]] = {
    "unknown": (r"second[- ](?:to[- ])?last|next[- ]to[- ]last", r"倒数"),
    "sum": (
        rf"in {_FEW}(?:(?: or | to |-){_FEW})? (?:short |simple )?(?:sentences?|words|lines)"
        rf"|(?:в )?{_FEW_RU}(?:(?: или |-){_FEW_RU})? (?:кратк[а-я]+ )?(?:предложени|слов|фраз|строк)[а-я]*"
        r"|summar(?:i[sz]e|i[sz]ing|y)|sum(?: it)? up|outline|recap|condense|shorten|briefly|short|brief"
        r"|in (?:brief|short)"
        r"|(?:key|main) (?:points?|ideas?|message)|gist|essence|explain|paraphrase|in (?:your )?own words"
        r"|in (?:simple|plain) (?:words|terms|language|english)"
        r"|кратк[а-я]+|вкратце|коротко|излож[а-я]+|резюм[а-я]+|обобщ[а-я]+|суммир[а-я]+|суть|сути|смысл[а-я]*"
        r"|(?:главн|основн)[а-я]+ (?:мысл|иде|содержан|положен|тезис)[а-я]+|объясн[а-я]+|поясн[а-я]+|разъясн[а-я]+"
        r"|переска[а-я]+|(?:своими|простыми) словами",
        r"用?\s*[一两二三四五几\d]+(?:[、到至或-][一两二三四五几\d]+)?\s*(?:句话|句|个?字)(?:以内)?|概括|概述"
        r"|总结|归纳|简述|摘要|简要|简短|简单"
        r"|小结|解释|说明|大意|主旨|要点|主要(?:内容|意思)|提炼|用自己的话",
    ),
    "cmp": (
        r"compar(?:e|ed|ing|ison)|contrast|differ(?:s|ent|ences?)?|similar(?:ity|ities)?"
        r"|(?:have |has )?in common|versus|vs"
        r"|сравн[а-я]+|сопостав[а-я]+|отлича[а-я]+|отличи[а-я]+|различ[а-я]+|разниц[а-я]+|общего|сходств[а-я]*",
        r"比较|对比|区别|不同|差异|差别|异同|相同|共同点",
    ),
    "session": (r"sessions?|сесси[а-я]+", r"(?:联大)?第?(?:几|哪一?)届(?:会议|联大|大会|会)?|届会"),
    "agenda": (
        r"(?:agenda )?items?(?: \d+)?(?: (?:of|on) (?:the|its) agenda)?|agenda"
        r"|(?:(?:по номеру )?пункт[а-я]*(?: \d+)? )?повестк[а-я]+(?: дня)?",
        r"(?:哪一?个|什么|第几个?)?(?:议程项目|议程|项目)\s*\d*",
    ),
    "who": (
        r"who|by whom|(?:by )?(?:which|what|how many) (?:countries|(?:member )?states|governments|delegations)"
        r"|how many(?= (?:co-?)?(?:sponsors|authors))"
        r"|сколько(?: у \w+)? (?:стран|государств|правительств|делегаци)[а-я]*"
        r"|сколько(?= (?:у \w+ )?(?:со)?автор)"
        r"|(?:list|name)(?: (?:all|the|its|their))? (?:countries|(?:member )?states|governments|delegations)"
        r"|(?:перечисл|назов)[а-я]+(?: эти)? (?:страны|государства)"
        r"|кто|кем|как(?:ие|ими|ая) (?:стран[а-я]*|государств[а-я]*|правительств[а-я]*|делегаци[а-я]*)",
        r"谁|(?:哪[些几]个?|什么|多少个?|几个)(?:国家|会员国)(?:联合|共同)?|哪些国|有?(?:多少|几)个?(?:国家)?(?=提案国)|(?<=提案国)[都是有]*哪些(?:国家?)?",
    ),
    "submitted": (
        r"submitted|presented|introduced|tabled|proposed|sponsor(?:s|ed)?|co-?sponsors?|authors?"
        r"|puts? forward|put(?=(?: \w+){1,3} forward)|forward|brought(?: forward)?"
        r"|представ(?:ил|лен)[а-я]*|внес(?:л[аи]|ен[а-я]*)?|вынес[а-я]+|(?:со)?автор[а-я]*|предложи[а-я]+|выдвин[а-я]+"
        r"|(?<=внес )на рассмотрение|(?<=внесли )на рассмотрение|на рассмотрение",
        r"(?:联合|共同)?(?:提出|提交|发起)来?|提案国|提案|提(?=的\W*$)",
    ),
    "titled": (
        r"(?:en)?titled?|called|named?|subject|topic|theme"
        r"|(?:как )?назыв[а-я]+|назван[а-я]*|озаглавл[а-я]+|заголов[а-я]+|тем[аыуе]",
        r"标题|[全名]称|名字|题目|主题|题为|叫做?",
    ),
    "tabled": (
        r"considered|discussed|com(?:es?|ing) under|belongs? to|falls? under"
        r"|представл[а-я]+|рассматрива[а-я]+|относится",
        r"审议|属于|归入|列[入在于]",
    ),
    "count": (
        r"how many|(?:total )?number of(?! (?:the |this )?(?:resolution|document)(?!s))|count"
        r"|сколько|количеств[а-я]+|число",
        r"几\s*[个条项]?|多少\s*[个条项]?|数量|总数",
    ),
    "symbol": (
        r"[a-z]{1,4}/(?=\S*\d)[a-z0-9./()-]*[a-z0-9)]|\d{3,4} ?[a-z]? ?\([ivxl]+\)",
        r"第\s*\d{3,4} ?[a-z]? ?\([ivxl]+\)\s*号",
    ),
    "number": (r"(?:no\.? ?)?\d{1,3}/\d{1,4}(?![\d/])", r"第\s*\d{1,3}/\d{1,4}\s*号?"),
    "code": (r"(?:op|pp|fn|art|¶|§)[ .-]{0,2}\d{1,4}(?:\s*\([a-z]{1,4}\))*", r"[¶§]\s*\d{1,4}(?:\s*\([a-z]{1,4}\))*"),
    "annex": (r"(?:annex|приложени[а-я]+)(?: ?\d+)?", r"附件\s*\d*"),
    "num": (
        r"(?:no\.? ?)?\d{1,4}(?:st|nd|rd|th|-?(?:ый|ой|ий|ая|ое|ья|ье|ую|ью|го|му|м|й|я|е))?(?![\d/])"
        r"(?:\s*\([a-z]{1,4}\))*"
        rf"|(?:{EN_ORDINALS})|(?:{RU_ORDINALS})[а-я]{{1,4}}",
        rf"第\s*(?:\d{{1,4}}|{HAN_N})(?:\s*\([a-z]{{1,4}}\))*|(?<=[、和与至到]){HAN_N}(?=\s*[段条])|首(?=段)",
    ),
    "sub": (r"", r"\([a-z]{1,4}\)"),
    "head": (r"heading|заглавн[а-я]+ част[а-я]+", r"文件首部"),
    "pp": (r"preamb(?:le|ular)(?: (?:part|section))?|преамбул[а-я]+|преамбульн[а-я]+", r"序言\s*(?:部分)?"),
    "op": (
        r"operative(?: (?:part|section))?|(?:постановляющ|резолютивн)[а-я]+(?: част[а-я]+)?",
        r"执行\s*(?:部分)?",
    ),
    "note": (r"foot-?notes?|сноск[а-я]+|сносок", r"脚\s*注|注释"),
    "article": (r"articles?|стать[а-я]+|статей", r"条"),
    "last": (r"last|final|последн[а-я]+|заключительн[а-я]+", r"最后的?\s*(?:一个?)?|最末一?|末(?=段)"),
    "show": (
        r"all|every|each|все|всех|всеми|кажд[а-я]+|show|display|print|list|quote|cite|quotation|give|reproduce"
        r"|recite|repeat|read out"
        r"|(?:the )?text|wording|verbatim|word[- ]for[- ]word|exact(?:ly)?|in full|full|whole|entire|complete"
        r"|see|bring up|open"
        r"|покаж[а-я]+|показать|привед[а-я]+|привести|процитир[а-я]+|цитат[а-я]+|дай(?:те)?|дать|вывед[а-я]+"
        r"|вывести|назов[а-я]+"
        r"|перечисл[а-я]+|прочита[а-я]+|прочти(?:те)?|зачита[а-я]+|напиши(?:те)?|повтори(?:те)?|полн[а-я]+"
        r"|целиком|дословн[а-я]+"
        r"|буквально|слово в слово|весь|вся|всю|текст[а-я]*|формулировк[а-я]+|увидеть|посмотреть|откр[а-я]+",
        r"全部|所有|逐段|逐字|逐条|给出|列出|列举|显示|展示|引用|引述|摘录|查看|看看?|读出?|念出?|输出|提供|调出"
        r"|全文|整段|全段|完整|正文|文字|措辞|一字不差",
    ),
    "translate": (r"translat(?:e|ed|ing)|перевед[а-я]+|перевести", r"翻译[成为]?|译[成为]"),
    "zh": (r"chinese|китайск[а-я]+|по-китайски", r"(?:中文|汉语|汉文)(?:本|版)?"),
    "ru": (r"russian|русск[а-я]+|по-русски", r"(?:俄文|俄语)(?:本|版)?"),
    "en": (r"english|английск[а-я]+|по-английски", r"(?:英文|英语)(?:本|版)?"),
    "original": (r"original(?:ly)?|оригинал[а-я]*", r"原文|原件|原始"),
    "official": (
        r"official|unofficial|translations?|authentic|официальн[а-я]+|неофициальн[а-я]+|перевод[а-я]*|аутентичн[а-я]+",
        r"正式|官方|译本|译文|作准",
    ),
    "language": (r"languages?|язык[а-я]*", r"(?:哪[些几]种?)?(?:语言|语种|语文)(?:版本?|文本)?"),
    "adopted": (r"adopted|dated|принят[а-я]*|приняли|датирован[а-я]*", r"通过"),
    "when": (
        r"when|(?:on )?(?:what|which) (?:date|day)|(?:in )?(?:what|which) year"
        r"|date|когда|как(?:ого|им) числ(?:а|ом)|в какой день|в каком году|дат[аы]",
        r"何时|什么时[候间]|哪[一]?[天日年]|几[月日]|日期",
    ),
    "can": (
        r"(?:can|could|would|will) (?:you|i|we)|may i|можно|можете|могли бы|не могли бы(?: вы)?|можешь",
        r"[你您我]?(?:能不能|可不可以|能否|可否|可以|能)",
    ),
    "yesno": (r"ли", r"吗"),
    "cites": (
        r"(?:refers?|points?)(?: to)?|mentions?|(?:is|are) (?:mentioned|meant|cited)(?= in)"
        r"|mentioned|meant|cited"
        r"|указыва[а-я]+|ссыла[а-я]+|отсыла[а-я]+|упомина[а-я]+|упомянут[а-я]*",
        r"提到|提及|指(?:的是|向)?",
    ),
    "be": (
        r"is|are|was|were|been|available|exists?|has|have|there|here|it|or|already|still|used|one|in all"
        r"|which(?! (?:resolution|document))|altogether|только|это"
        r"|был[аои]?|доступ(?:ен|на|но)|существует"
        r"|эта|эту|этот|или|уже|еще"
        r"|здесь|всего|есть|имеется|насчитывается|составлен[а-я]*|котор[а-я]+|использу[а-я]+"
        r"|как[а-я]+(?! (?:резолюци|документ))|является",
        r"一共|总共|共有|共|还是|已经|已|这是|这里|使用|用的",
    ),
    "ask": (
        r"(?:what|how) about|what(?:['’]?s| is| are)?(?: there)?|does|do|says?|said|states?|reads?|provides?"
        r"|contains?|contents?"
        r"|about(?=\W*$)|deals? with|concerns?|devoted to"
        r"|tell (?:me|us)(?: about)?|written|how does|how do|it says|know"
        r"|что|о чем|про что|чем|чему|кого|каково|содержани[а-я]+|содержит[а-я]*|говор(?:ит|ится|ят)|сказано|гласит"
        r"|написан[а-я]*|сообщается"
        r"|посвящен[а-я]*|касается|такое"
        r"|стоит|идет речь|речь(?: идет)?|там|насчет|(?:рас|под)?скажи(?:те)?(?: мне)?(?: об?| про)?|узнать",
        r"什么(?:问题|事情?|方面)?|怎么(?:说|写|规定)|如何(?:说|写|规定)|[是有]?何(?=内容|区别|不同)|说|写|讲|谈|规定|内容|告诉|知道"
        r"|呢|是|(?<=是)哪一?[个项](?=\W*$)",
    ),
    "which": (
        r"(?:which|what)(?: (?:earlier|un|united nations|assembly))?(?= (?:resolution|document))"
        r"|как[а-я]+(?: (?:более )?ранн[а-я]+)?(?= (?:резолюци|документ))",
        r"哪一?[些项个份号]?(?=决议|文件)|什么(?=决议|文件)",
    ),
    "where": (r"where|где", r"哪里|何处|什么地方"),
    # Under which number another text is, and where.
    "issued": (
        r"symbol|number|references?|issued|published|found|find|look for"
        r"|set out|laid down|enshrined|embodied"
        r"|под каким номером|номер[а-я]*|(?:условн[а-я]+ )?обозначени[а-я]+|опубликован[а-я]*|издан[а-я]*|найти"
        r"|искать|обозначен[а-я]*"
        r"|находится|излож[а-я]+|закрепл[а-я]+|привод[а-я]+|приведен[а-я]*",
        r"(?:文号|编号|(?:决议|文件)号)(?:是多少)?|第?几号|刊载|载[于有]|出处|出自|收录|发布|找到|查[到找]?",
    ),
    # What a paragraph does is what it says: "What does OP5 request?"
    "acts": (
        r"(?:reaffirm|recall|note|welcome|emphasi[sz]e|stresse|underline|encourage|request|urge|invite|decide|recogni[sz]e"
        r"|commend|express)(?:s|d|ed)?|stress(?:ed)?|call(?:s|ed)? (?:(?:up)?on|for)"
        r"|(?:подтвержда|напомина|отмеча|приветству|подчеркива|поощря|призыва|предлага|постановля|призна)[а-я]+|прос(?:ит|ят|ила?)"
        r"|настоятельно призыва[а-я]+|высоко оценива[а-я]+|принимает к сведению",
        r"重申|回顾|(?:赞赏地)?注意到|欢迎|(?:着重)?强调(?:指出)?|鼓励|促请|敦促|吁请|呼吁|决定|认识到|确认|赞扬|请求|要求",
    ),
    "doc": (
        r"(?:draft )?resolutions?|draft|document|(?:general )?assembly|резолюци[а-я]+|проект[а-я]*|документ[а-я]*"
        r"|(?:генеральн[а-я]+ )?ассамбле[а-я]+",
        r"决\s*议\s*草\s*案|决\s*议|草案|案文|文本|文件|大会|联大",
    ),
    "noun": (
        r"(?:sub-?)?para(?:graph)?(?:s|\(s\))?\.?|clauses?|(?:под)?пункт[а-я]*|абзац[а-я]*|п\.(?: ?п\.)?|пп\.",
        r"段落?",
    ),
    "and": (r"and|as well as|и|а также", r"[,;、&+]|和|与|及|以及"),
    "to": (r"to|through|по|до", r"[-–—~]|至|到"),
    "fill": (
        r"under|please|judging by|according to"
        r"|kindly|thanks?(?: you)?|hello|hi|good (?:morning|day|afternoon|evening)|the|this|that|these|an?"
        r"|of|in|into|from"
        r"|for|with|between|me|us|i|we|want|need|like|would|just|its|let|have|on|at|as"
        r"|пожалуйста|будьте (?:добры|любезны)|будь добр[а-я]*|спасибо|прошу|здравствуйте|добрый день|мне|нам|мы"
        r"|я|вы|хочу|хотел[а-я]*"
        r"|бы|нужен|нужна|нужны|нужно|эт(?:ой|ого|ом|их)|настоящ[а-я]+|данн[а-я]+|а|в|во|из|с|со|на|к|от|между|друг|у|об?|под"
        r"|если судить по|судя по|согласно|е[ей]|он[аои]?|его|un|united nations|оон|за(?= (?:документ|резолюци))",
        r"请问?|(?<=\d)\s*号|谢谢|关于|[您你]好|您|你|我们?|麻烦|劳驾|想要?|要|给|把|将|由|用|以|从|想|对应|联合国|在|之间|之处|有|的|地|了|一下"
        r"|它|那么?(?![里儿个些])|里面?|中|上|(?<=项目)下|(?<=议程)下|各|这一?|该|本|份|项|个",
    ),
}
_EDGE, _END = r"(?<![a-zа-я\d/])", r"(?![a-zа-я])"
LEXICON = re.compile(
    "|".join(
        f"(?P<{kind}>" + "|".join([*([rf"{_EDGE}(?:{words}){_END}"] if words else []), signs]) + ")"
        for kind, (words, signs) in _WORDS.items()
    )
)
CARDINAL = re.compile(rf"\b((?:para(?:graph)?|foot-?note|article|пункт|сноска|статья) )({'|'.join(CARDINALS)})\b")
# "sub-paragraph (b) of paragraph 3": the letter goes behind the number.
SUB = re.compile(
    r"(?:sub-?paragraph|подпункт[а-я]*) ((?:\([a-z]{1,4}\) ?)+)(?:of )?(para(?:graph)?|пункт[а-я]*) (\d{1,4})"
)
# "paragraph3", "пункты с 3 по 5".
FROM = re.compile(r"\b(para(?:graph)?s?|foot-?notes?|пункт[а-я]*|сноск[а-я]*)(?: (?:from|со?) )?(?=\d)")

# Questions for the paragraphs that have some words or begin with them; all else in them is a word of asking.
_OF = r"(?: of (?:the |this )?(?:draft )?(?:resolution|text|document|preamble|operative part))?"
_OF_RU = r"(?: (?:эт[а-я]+ )?(?:преамбулы|постановляющей части|резолюции|проекта(?: резолюции)?|текста|документа))*"
_WHERE = rf"(?:in )?(?:which|what) (?:(?:operative|preambular) )?para(?:graph)?s?(?:\(s\))?{_OF}"
_WHERE_RU = rf"(?:в )?как[а-я]+ (?:преамбульн[а-я]+ )?(?:пункт|абзац)[а-я]*{_OF_RU}"
_WHERE_HAN = (
    r"(?:在?(?:这份|该|本)?(?:决议|草案|案文|文件|文本|序言|执行)*(?:部分)?(?:中|里|的)?,?)?"
    r"在?(?:是)?哪[一几些]?个?段(?:落)?(?:中|里)?"
)
_TEXT_HAN = r"(?:请问)?(?:这份|该|本)?(?:决议|草案|案文|文件|文本|序言)*(?:部分|中|里)*"
_MENTIONS_HAN = "(?:提到|提及|谈到|谈及|说到|讲到|论及)[了过]?"
_IN = r"(?: in the (?:draft )?(?:resolution|text|document))?"
_IN_RU = r"(?: в (?:этом )?(?:тексте|резолюции|проекте(?: резолюции)?|документе))?"
MENTIONS = re.compile(
    rf"(?:{_WHERE} (?:mentions?|names?|(?:speaks?|talks?) (?:of|about)|refers? to|contains? the words?) (?P<a>.+?)"
    rf"|(?:{_WHERE}|where{_IN}) (?:is|are) (?P<b>.+?) (?:mentioned|named|referred to|spoken of){_IN}"
    rf"|(?:{_WHERE}|where{_IN}) (?:does|do) (?:the|this) (?:draft )?(?:resolution|text)"
    r" (?:mention|name|speak of|refer to) (?P<c>.+?)"
    rf"|(?:{_WHERE_RU}|где{_IN_RU}) (?:упомина[а-я]+|упомянут[а-я]*|назван[а-я]*"
    r"|(?:говор[а-я]+|сказано|(?:идет )?речь(?: идет)?)"
    rf" (?:об?о?|про)) (?P<d>.+?){_IN_RU}"
    rf"|(?:is|are) (?P<g>.+?) (?:mentioned|named|referred to|spoken of)(?: anywhere| at all)?{_IN}"
    r"|(?:does|do) (?:the|this) (?:draft )?(?:resolution|text|document) (?:anywhere )?(?:mention|name|refer to)"
    rf" (?P<h>.+?)(?: anywhere| at all)?{_IN}"
    rf"|(?:упомина[а-я]+|упомянут[а-я]*|назван[а-я]*) ли{_IN_RU} (?P<i>.+?){_IN_RU}"
    rf"|есть ли{_IN_RU} упоминани[а-я]+ (?:об?о? )?(?P<j>.+?){_IN_RU}"
    rf"|{_TEXT_HAN}(?:有没有|是否){_MENTIONS_HAN}(?P<k>.+?)|{_TEXT_HAN}{_MENTIONS_HAN}(?P<l>.+?)[了过]?吗"
    rf"|(?:请问)?{_WHERE_HAN}{_MENTIONS_HAN}(?P<e>.+?)"
    rf"|(?:请问)?(?P<f>.+?){_WHERE_HAN}(?:被?(?:提到|提及|出现)过?)的?)"
)
BEGINS = re.compile(
    rf"(?:{_WHERE} (?:begins?|starts?|opens?) with (?:the words? )?(?P<a>.+?)"
    rf"|{_WHERE_RU} начина[а-я]+ (?:со? )?(?:слов[а-я]* )?(?P<b>.+?)"
    rf"|(?:请问)?{_WHERE_HAN}(?:是)?以(?P<c>.+?)(?:一词|二字)?(?:开头|开始|起首)的?)"
)
