# The reader's own words, in Arabic. See en.ftl.
#
# علامات الاقتباس «…»، والفاصلة «،» والفاصلة المنقوطة «؛» وعلامة الاستفهام «؟».
#
# Digits are the European ones, as in most newspapers on the web: years are typed
# into the search field and stand in addresses that way, and one page should not
# write 2003 in two ways.

language = العربية

## Numbers and dates

articles = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
}
month = { $number ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
    [12] ديسمبر
    [21] ربيع
    [22] صيف
    [23] خريف
   *[24] شتاء
}
date-year = { $year }
date-bce = { $year } ق.م
date-decade = عقد { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-first-day = { $day } { $month } { $year }
date-about = نحو { $date }
date-doubtful = { $date }؟
date-span = { $from }–{ $to }
date-wide-span = { $from } – { $to }
date-after = منذ { $date }
date-before = حتى { $date }
date-unknown = ؟
undated = بلا تاريخ
undated-year = بلا تاريخ
reading-time = { $count ->
    [one] قراءة دقيقة واحدة
    [two] قراءة دقيقتين
    [few] قراءة { $count } دقائق
    [many] قراءة { $count } دقيقة
   *[other] قراءة { $count } دقيقة
}
quoted = «{ $words }»

## On every page

skip = انتقل إلى المحتوى
settings = إعدادات القراءة
settings-mark = أب
archive-of = الأرشيف · { $period }
archive = الأرشيف
all-headlines = كل العناوين
about = عن هذا الأرشيف
about-links = عن الأرشيف
follow = متابعة التحديثات
shortcuts = اختصارات لوحة المفاتيح
problems-link = { $count ->
    [one] مشكلة واحدة في هذا الأرشيف
    [two] مشكلتان في هذا الأرشيف
    [few] { $count } مشكلات في هذا الأرشيف
    [many] { $count } مشكلة في هذا الأرشيف
   *[other] { $count } مشكلة في هذا الأرشيف
}
search-label = ابحث في الأرشيف
search-hint = { $count ->
    [zero] ابحث في الأرشيف
    [one] ابحث في مقالة واحدة
    [two] ابحث في مقالتين
    [few] ابحث في { $count } مقالات
    [many] ابحث في { $count } مقالة
   *[other] ابحث في { $count } مقالة
}
close = إغلاق

## Headlines

full-text = النص الكامل
headline-only = العنوان فقط
note-passage = ملاحظة أمين الأرشيف: { $passage }
note = ملاحظة أمين الأرشيف
headlines = العناوين
count-relaxed = { $articles } ببعض الكلمات
count-near = { $articles }، ثم { $near } ببعض الكلمات
count-best = { $count }، الأنسب أولًا
count-newest = { $count }، الأحدث أولًا
count-oldest = { $count }، الأقدم أولًا
count-reading = { $count }؛ ما زالت النصوص تُقرأ
best-first = الأنسب أولًا
newest-first = الأحدث أولًا
oldest-first = الأقدم أولًا
some-words = ببعض الكلمات
nowhere = لا ترد «{ $word }» في هذا الأرشيف.
showing-for = لا ترد «{ $word }» في هذا الأرشيف؛ هذه نتائج «{ $meant }».
did-you-mean = هل تقصد { $meant }؟
no-date = هذا ليس تاريخًا؛ اكتب 2003 أو 2003-05 أو 2003-05-07.
after-colon = تنقص كلمة بعد النقطتين.
only-unwanted = يُعرض كل ما يخلو من هذه الكلمات.
nothing-fits = لا شيء في هذا الأرشيف يطابق البحث.
try-fewer = جرّب كلمات أقل، أو كلمات أخرى للمعنى نفسه.
try-filters = أزل أحد عوامل التصفية أعلاه.
show-all = اعرض كل العناوين
show-more = { $count ->
    [one] اعرض مقالة أخرى
    [two] اعرض مقالتين أخريين
    [few] اعرض { $count } مقالات أخرى
    [many] اعرض { $count } مقالة أخرى
   *[other] اعرض { $count } مقالة أخرى
}
not-shown = { $count ->
    [one] مقالة واحدة غير معروضة
    [two] مقالتان غير معروضتين
    [few] { $count } مقالات غير معروضة
    [many] { $count } مقالة غير معروضة
   *[other] { $count } مقالة غير معروضة
}
show-near = { $count ->
    [one] اعرض مقالة أخرى ببعض الكلمات
    [two] اعرض مقالتين أخريين ببعض الكلمات
    [few] اعرض { $count } مقالات أخرى ببعض الكلمات
    [many] اعرض { $count } مقالة أخرى ببعض الكلمات
   *[other] اعرض { $count } مقالة أخرى ببعض الكلمات
}
brackets = التواريخ والموضوعات بين [معقوفين] أضافها أمين الأرشيف، ولا ترد في المصدر.
by-year = حسب السنة
other-years = سنوات أخرى

## Filters and timeline

filters = عوامل التصفية
filter = تصفية
in-use = ({ $count } قيد الاستعمال)
topic = الموضوع
year = السنة
author = الكاتب
text = النص
filters-in-use = عوامل التصفية المستعملة
remove = أزل { $filter }
clear-all = إزالة الكل
span = من { $from } إلى { $to }
span-from = من { $from }
span-until = حتى { $to }
timeline = الخط الزمني
timeline-help = الأسهم للتنقل، وEnter للتصفية، وShift مع سهم لتوسيع الفترة.
over-time = المقالات عبر الزمن
bar = { $when }، { $articles }

## An article

table = جدول
picture = صورة
picture-elsewhere = [صورة في موقع آخر: { $name }]
withheld = بعض صور هذه المقالة في مواقع أخرى. لم تُحمَّل لأن تلك المواقع ستعرف من يقرأ هنا.
nearby = القريبة زمنيًا
earlier = الأقدم
later = الأحدث
more-on-topic = المزيد في هذا الموضوع
more-like-this = مقالات مشابهة
search-matches = مواضع البحث
no-match = لا ترد «{ $words }» في هذا النص
matches = { $count ->
    [one] موضع واحد لـ«{ $words }»
    [two] موضعان لـ«{ $words }»
    [few] { $count } مواضع لـ«{ $words }»
    [many] { $count } موضعًا لـ«{ $words }»
   *[other] { $count } موضع لـ«{ $words }»
}
match-of = الموضع { $at } من { $count }
previous = السابق
next = التالي
all-results = كل النتائج
copy-link = نسخ الرابط
print = طباعة
cite = الاستشهاد
reference = «{ $headline }»، { $archive }، { $date }.
reference-by = { $authors }، { $reference }
link-copied = نُسخ الرابط
copy-failed = تعذّر النسخ: استعمل شريط العنوان
supplied-both = التاريخ والموضوعات من إضافة أمين الأرشيف
supplied-date = التاريخ من إضافة أمين الأرشيف
supplied-topics = الموضوعات من إضافة أمين الأرشيف
only-headline = لم يبقَ هنا إلا العنوان.
text-lost = نص هذه المقالة ليس في الأرشيف.
may-stand = ربما ما زالت حيث نُشرت أول مرة: انظر أدناه.
related = ذات صلة
not-here = (ليست في هذا الأرشيف)
first-published = نُشرت أول مرة في { $address }
lost-description = «{ $headline }»، عنوان من { $archive }. لم يبقَ في هذا الأرشيف إلا العنوان.

## About the archive

on-this-device = على هذا الجهاز
device-words = تُحفظ إعدادات قراءتك وفهرس البحث في هذا المتصفح وحده. لا حساب ولا عدّاد ولا طرف ثالث، والبحث يجري على جهازك.
device-unsaid = يُذكر هنا، حين يعمل البحث، هل حُفظ الأرشيف للقراءة دون اتصال. وإذا فُتح كملف فهو على جهازك أصلًا.
device-one-file = هذا الأرشيف ملف واحد. وهو على جهازك أصلًا ويُفتح دون اتصال.
provenance = من أين أتى
rights = الحقوق
holds = يضم
with-full-text = بالنص الكامل
period = الفترة
state = الحالة
state-closed = مغلق: لن يُضاف إليه شيء
state-open = مفتوح: قد يُضاف إليه المزيد
source = المصدر
atom-feed = موجز Atom
json-feed = JSON Feed
whole-file = الأرشيف كله في ملف واحد
by-mail = اعرف بالتغييرات عبر البريد الإلكتروني
mail-offered = عرض المصدر هذا، ولم يصل إلينا عنوان:
problems = مشكلات في هذا الأرشيف
problems-for = لمن ينشره. كل ما أمكنت قراءته معروض.
problem-step = { $step } (السطر { $line }، العمود { $column })
problem-unsaid = تعذّر تحميل وصف هذه المشكلة. الأمر «backissue check» يذكرها أيضًا.
and-more = { $count ->
    [one] ومشكلة أخرى.
    [two] ومشكلتان أخريان.
    [few] و{ $count } مشكلات أخرى.
    [many] و{ $count } مشكلة أخرى.
   *[other] و{ $count } مشكلة أخرى.
}

## No page, no archive

not-found = غير موجود
not-found-title = لا شيء في هذا العنوان
not-found-words = ربما نُقلت المقالة، أو قُطع الرابط. كل ما في هذا الأرشيف على صفحته الأولى، ويمكن البحث فيه أعلاه.
missing-title = الأرشيف مفقود
missing-words = يقول الخادم إنه لا يوجد articles.json بجانب هذه الصفحة.
missing-step = إن كنت تنشر هذا الأرشيف فضع articles.json في المجلد ثم أعد التحميل.
unreachable-title = تعذّر الوصول إلى الأرشيف
unreachable-words = لم يُجب الخادم.
unreachable-step = تحقق من اتصالك، ثم أعد تحميل هذه الصفحة.
refused-title = تعذّر الحصول على الأرشيف
refused-words = أجاب الخادم بالحالة { $status }.
refused-step = حاول لاحقًا؛ وإن بقي الأمر كذلك فأخبر من ينشر هذا الأرشيف.
unreadable-title = تعذّرت قراءة الأرشيف

## Reading settings

theme = الألوان
theme-system = مثل الجهاز
theme-light = فاتح
theme-sepia = بني فاتح
theme-dark = داكن
size = حجم النص
size-small = صغير
size-medium = متوسط
size-large = كبير
size-largest = الأكبر
measure = طول السطر
measure-narrow = قصير
measure-medium = متوسط
measure-wide = طويل
reader-language = اللغة
reader-language-auto = مثل الأرشيف
single-keys = اختصارات بمفتاح واحد
kept-here = تُحفظ على هذا الجهاز فقط.
show-pictures = عرض صور المواقع الأخرى في هذا الأرشيف
settings-lost = تعذّرت قراءة بعض الإعدادات المحفوظة في هذا المتصفح فأُزيلت، وحلّت محلها الإعدادات المعتادة.
show-shortcuts = عرض الاختصارات

## The sheet of shortcuts

key-search = بحث
key-next = العنوان التالي
key-previous = العنوان السابق
key-later = المقالة الأحدث
key-earlier = المقالة الأقدم
key-front = الصفحة الأولى
key-settings = إعدادات القراءة
key-list = هذه القائمة
key-escape = إغلاق، أو مسح البحث
keys-off = يمكن إيقافها من إعدادات القراءة.
searching = البحث
typed-phrase = "كلمتان متتاليتان"
query-phrase = كما هي، واحدة بعد أخرى
typed-without = -كلمة
query-without = من دون الكلمة
typed-either = هذا OR ذاك
query-either = أحدهما
query-fields = يُبحث عنها هناك فقط
query-years = من سنة إلى أخرى
query-before = قبل شهر ما؛ after: بعده
query-symbols = الرموز كما هي

## Written into the pages, for when the reader does not start

start-unable = يحتاج البحث والتصفية إلى WebAssembly، وهو غير موجود في هذا المتصفح أو معطّل فيه.
start-unable-step = يمكن قراءة كل الصفحات من دونه. للبحث استعمل متصفحًا أحدث، أو اسمح بـWebAssembly لهذا الموقع.
start-failed = تعذّر بدء البحث والتصفية ({ $reason }).
start-failed-step = يمكن قراءة كل الصفحات من دونهما. للمحاولة من جديد أعد تحميل هذه الصفحة حين تكون متصلًا.
