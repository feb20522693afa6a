# The reader's own words, in Japanese. See en.ftl.
#
# 敬体。かぎ括弧「」、全角の約物。数え方は「件」。

language = 日本語

## Numbers and dates

articles = { $count }件の記事
month = { $number ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
    [12] 12月
    [21] 春
    [22] 夏
    [23] 秋
   *[24] 冬
}
date-year = { $year }年
date-bce = 紀元前{ $year }年
date-decade = { $year }年代
date-month = { $year }{ $month }
date-day = { $year }{ $month }{ $day }日
date-first-day = { $year }{ $month }{ $day }日
date-about = { $date }頃
date-doubtful = { $date }（？）
date-span = { $from }〜{ $to }
date-wide-span = { $from }〜{ $to }
date-after = { $date }以降
date-before = { $date }以前
date-unknown = 不明
undated = 日付なし
undated-year = 日付なし
reading-time = 約{ $count }分で読めます
quoted = 「{ $words }」

## On every page

skip = 本文へ移動
settings = 表示設定
settings-mark = あ
archive-of = アーカイブ · { $period }
archive = アーカイブ
all-headlines = すべての見出し
about = このアーカイブについて
about-links = アーカイブについて
follow = 更新を受け取る
shortcuts = キーボードショートカット
problems-link = このアーカイブの問題{ $count }件
search-label = アーカイブを検索
search-hint = { $count }件の記事を検索
close = 閉じる

## Headlines

full-text = 全文あり
headline-only = 見出しのみ
note-passage = 編者注：{ $passage }
note = 編者注
headlines = 見出し
count-relaxed = { $articles }（一部の語を含む）
count-near = { $articles }、続いて一部の語を含む{ $near }件
count-best = { $count }、関連度順
count-newest = { $count }、新しい順
count-oldest = { $count }、古い順
count-reading = { $count }（本文を読み込み中）
best-first = 関連度順
newest-first = 新しい順
oldest-first = 古い順
some-words = 一部の語を含む記事
nowhere = 「{ $word }」はこのアーカイブにありません。
showing-for = 「{ $word }」はこのアーカイブにありません。「{ $meant }」の結果を表示しています。
did-you-mean = もしかして：{ $meant }
no-date = 日付として読めません。2003、2003-05、2003-05-07 のように入力してください。
after-colon = コロンの後に語がありません。
only-unwanted = これらの語を含まない記事をすべて表示しています。
nothing-fits = 該当する記事はありません。
try-fewer = 語を減らすか、別の言い方をお試しください。
try-filters = 上の絞り込みを一つ外してください。
show-all = すべての見出しを表示
show-more = さらに{ $count }件を表示
not-shown = 残り{ $count }件
show-near = 一部の語を含む記事をさらに{ $count }件表示
brackets = 角括弧 [ ] で囲んだ日付とトピックは編者が補ったもので、原資料にはありません。
by-year = 年別
other-years = 他の年

## Filters and timeline

filters = 絞り込み
filter = 絞り込む
in-use = （{ $count }件適用中）
topic = トピック
year = 年
author = 著者
text = 本文
filters-in-use = 適用中の絞り込み
remove = { $filter }を解除
clear-all = すべて解除
span = { $from }から{ $to }まで
span-from = { $from }以降
span-until = { $to }まで
timeline = 年表
timeline-help = 矢印キーで移動、Enter で絞り込み、Shift と矢印キーで期間を広げます。
over-time = 時期別の記事数
bar = { $when }、{ $articles }

## An article

table = 表
picture = 画像
picture-elsewhere = ［外部の画像：{ $name }］
withheld = この記事の画像の一部は他のサイトにあります。読み込むと閲覧がそのサイトに知られるため、読み込んでいません。
nearby = 前後の記事
earlier = 前の記事
later = 後の記事
more-on-topic = 同じトピックの記事
more-like-this = 似ている記事
search-matches = 検索語の一致箇所
no-match = この本文に「{ $words }」はありません
matches = 「{ $words }」の一致：{ $count }か所
match-of = { $count }か所中{ $at }か所目
previous = 前へ
next = 次へ
all-results = 検索結果一覧
copy-link = リンクをコピー
print = 印刷
cite = 引用
reference = 「{ $headline }」『{ $archive }』{ $date }。
reference-by = { $authors }{ $reference }
link-copied = リンクをコピーしました
copy-failed = コピーできませんでした。アドレスバーをご利用ください
supplied-both = 日付とトピックは編者による補記
supplied-date = 日付は編者による補記
supplied-topics = トピックは編者による補記
only-headline = 見出しだけが残っています。
text-lost = この記事の本文はアーカイブにありません。
may-stand = 最初に掲載された場所にまだ残っているかもしれません。下記をご覧ください。
related = 関連記事
not-here = （このアーカイブにはありません）
first-published = 初出：{ $address }
lost-description = 「{ $headline }」、{ $archive }の見出し。このアーカイブには見出しだけが残っています。

## About the archive

on-this-device = この端末について
device-words = 表示設定と検索の索引はこのブラウザーにだけ保存されます。アカウントもアクセス計測も第三者もありません。検索はこの端末の中で行われます。
device-unsaid = 検索が動きはじめると、オフライン用に保存されているかどうかがここに示されます。ファイルとして開いた場合は、すでに端末にあります。
device-one-file = このアーカイブは一つのファイルです。すでに端末にあり、接続なしで開けます。
provenance = 来歴
rights = 権利
holds = 収録
with-full-text = 全文あり
period = 期間
state = 状態
state-closed = 完結：今後の追加はありません
state-open = 継続中：今後追加されることがあります
source = 出典
atom-feed = Atom フィード
json-feed = JSON Feed
whole-file = アーカイブ全体を一つのファイルで
by-mail = 更新のお知らせをメールで受け取る
mail-offered = 元のサイトの案内です。宛先のアドレスは伝わっていません：
problems = このアーカイブの問題
problems-for = 公開する方へ。読み取れたものはすべて表示しています。
problem-step = { $step }（{ $line }行{ $column }文字目）
problem-unsaid = 問題の内容を読み込めませんでした。「backissue check」でも確認できます。
and-more = ほか{ $count }件。

## No page, no archive

not-found = 見つかりません
not-found-title = このアドレスには何もありません
not-found-words = 記事が移動したか、リンクが途中で切れている可能性があります。このアーカイブの内容はすべてトップページにあり、上の欄から検索できます。
missing-title = アーカイブがありません
missing-words = このページと同じ場所に articles.json がないとサーバーが答えました。
missing-step = このアーカイブを公開している方は、articles.json をフォルダーに置いて再読み込みしてください。
unreachable-title = アーカイブに接続できません
unreachable-words = サーバーから応答がありませんでした。
unreachable-step = 接続を確認して、このページを再読み込みしてください。
refused-title = アーカイブを取得できません
refused-words = サーバーがステータス { $status } を返しました。
refused-step = 時間をおいてお試しください。続くようなら、このアーカイブの公開者にお知らせください。
unreadable-title = アーカイブを読み取れません

## Reading settings

theme = テーマ
theme-system = 端末に合わせる
theme-light = ライト
theme-sepia = セピア
theme-dark = ダーク
size = 文字の大きさ
size-small = 小
size-medium = 中
size-large = 大
size-largest = 特大
measure = 行の長さ
measure-narrow = 短い
measure-medium = 普通
measure-wide = 長い
reader-language = 言語
reader-language-auto = アーカイブに合わせる
single-keys = 一文字のショートカット
kept-here = この端末にだけ保存されます。
show-pictures = このアーカイブで他のサイトの画像を表示する
settings-lost = このブラウザーに保存されていた設定の一部が読み取れなかったため破棄し、標準の設定に戻しました。
show-shortcuts = ショートカット一覧

## The sheet of shortcuts

key-search = 検索
key-next = 次の見出し
key-previous = 前の見出し
key-later = 後の記事
key-earlier = 前の記事
key-front = トップページ
key-settings = 表示設定
key-list = この一覧
key-escape = 閉じる、または検索を消す
keys-off = 表示設定で無効にできます。
searching = 検索のしかた
typed-phrase = "二つの語"
query-phrase = この並びのとおりに
typed-without = -語
query-without = その語を含まない
typed-either = これ OR あれ
query-either = いずれか
query-fields = その欄だけを検索
query-years = ある年からある年まで
query-before = その月より前（after: は後）
query-symbols = 記号もそのまま

## Written into the pages, for when the reader does not start

start-unable = 検索と絞り込みには WebAssembly が必要ですが、このブラウザーにはないか、無効になっています。
start-unable-step = どのページもそのままお読みいただけます。検索するには、新しいブラウザーを使うか、このサイトで WebAssembly を許可してください。
start-failed = 検索と絞り込みを開始できませんでした（{ $reason }）。
start-failed-step = どのページもそのままお読みいただけます。もう一度試すには、オンラインのときに再読み込みしてください。
