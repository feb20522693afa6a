# The reader's own words, in English. Project Fluent: https://projectfluent.org
#
# Every language has every message, with the same variables; a test says what is
# missing. How a language counts and groups its numbers stands in
# crates/wording/src/language.rs. docs/languages.md says how to add one.

language = English

## Numbers and dates

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
# 21 to 24 are the seasons.
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
    [12] December
    [21] spring
    [22] summer
    [23] autumn
   *[24] winter
}
date-year = { $year }
date-bce = { $year } BCE
date-decade = { $year }s
# Here and below, the year is one of the three above.
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
# For day 1.
date-first-day = { $day } { $month } { $year }
date-about = c. { $date }
date-doubtful = { $date }?
date-span = { $from }–{ $to }
# Where either side has several words.
date-wide-span = { $from } – { $to }
date-after = after { $date }
date-before = before { $date }
# A side of a span that nobody knows.
date-unknown = ?
# Of an article, beside its headline.
undated = undated
# As a heading, in the place of a year.
undated-year = Undated
reading-time = { $count } min read
quoted = “{ $words }”

## On every page

skip = Skip to the main part
settings = Reading settings
# On the round button.
settings-mark = Aa
archive-of = Archive · { $period }
archive = Archive
all-headlines = All headlines
about = About this archive
# What the links at the foot are together.
about-links = About
follow = Follow updates
shortcuts = Keyboard shortcuts
problems-link = { $count ->
    [one] { $count } problem in this archive
   *[other] { $count } problems in this archive
}
search-label = Search the archive
search-hint = { $count ->
    [one] Search { $count } article
   *[other] Search { $count } articles
}
close = Close

## Headlines

full-text = Full text
headline-only = Headline only
note-passage = Archivist’s note: { $passage }
note = Archivist’s note
headlines = Headlines
count-relaxed = { $articles } with some of the words
count-near = { $articles }, then { $near } with some of the words
count-best = { $count }, best first
count-newest = { $count }, newest first
count-oldest = { $count }, oldest first
count-reading = { $count }; the texts are still being read
best-first = Best first
newest-first = Newest first
oldest-first = Oldest first
some-words = With some of the words
nowhere = “{ $word }” is nowhere in this archive.
showing-for = “{ $word }” is nowhere in this archive; showing results for “{ $meant }”.
did-you-mean = Did you mean { $meant }?
no-date = That is not a date; write 2003, 2003-05 or 2003-05-07.
after-colon = A word is missing after the colon.
only-unwanted = Everything without these words is shown.
nothing-fits = Nothing in this archive fits.
try-fewer = Try fewer words, or other ones for the same thing.
try-filters = Take off one of the filters above.
show-all = Show all headlines
show-more = Show { $count } more
not-shown = { $count } not shown
show-near = Show { $count } more with some of the words
brackets = Dates and topics in [square brackets] were supplied by the archivist; the source does not give them.
by-year = By year
other-years = Other years

## Filters and timeline

filters = Filters
filter = Filter
in-use = ({ $count } in use)
topic = Topic
year = Year
author = Author
text = Text
filters-in-use = Filters in use
remove = Remove { $filter }
clear-all = Clear all
span = { $from } to { $to }
span-from = from { $from }
span-until = until { $to }
timeline = Timeline
timeline-help = Arrow keys move, Enter filters, Shift with an arrow key widens the span.
over-time = Articles over time
bar = { $when }, { $articles }

## An article

table = Table
picture = picture
picture-elsewhere = [Picture elsewhere: { $name }]
withheld = Pictures of this article stand on other sites. They are not loaded, since those sites would learn who reads here.
nearby = Nearby in time
earlier = Earlier
later = Later
more-on-topic = More on this topic
more-like-this = More like this
search-matches = Search matches
no-match = No match for “{ $words }” in this text
matches = { $count ->
    [one] { $count } match for “{ $words }”
   *[other] { $count } matches for “{ $words }”
}
match-of = Match { $at } of { $count }
previous = Previous
next = Next
all-results = All results
copy-link = Copy link
print = Print
# The title of a box that opens.
cite = Cite
# A reference to the article, as a note or a bibliography has it. What stands in
# it is copied from there, so it is on one line and ends as a sentence does.
reference = “{ $headline }”, { $archive }, { $date }.
# The same where somebody is named: the names, then the reference above.
reference-by = { $authors }, { $reference }
link-copied = Link copied
copy-failed = Could not copy: use the address bar
supplied-both = Date and topics supplied by the archivist
supplied-date = Date supplied by the archivist
supplied-topics = Topics supplied by the archivist
only-headline = Only the headline survives here.
text-lost = The text of this article is not in the archive.
may-stand = It may still stand where it was first published: see below.
related = Related
not-here = (not in this archive)
first-published = First published at { $address }
# For search engines and previews of links.
lost-description = “{ $headline }”, a headline from { $archive }. Only the headline survives in this archive.

## About the archive

on-this-device = On this device
device-words = Your reading settings and the index of the search are kept in this browser and nowhere else. There is no account, no counter and no third party; the search runs on your device.
# In the place of what the device says (en-device.ftl), where no script runs.
device-unsaid = Once the search runs, this says whether the archive is saved for offline. Opened as a file, it is on your device already.
# The same in an archive that is one file.
device-one-file = This archive is one file. It is on your device already and opens without a connection.
provenance = Where it comes from
rights = Rights
holds = Holds
with-full-text = With full text
period = Period
state = State
state-closed = Closed: nothing more will come
state-open = Open: more may come
source = Source
atom-feed = Atom feed
json-feed = JSON Feed
whole-file = The whole archive as one file
by-mail = E-mail to hear about changes
mail-offered = The source offered this; no address has come down to us:
problems = Problems in this archive
problems-for = For whoever publishes it. Everything that could be read is shown.
problem-step = { $step } (line { $line }, column { $column })
problem-unsaid = What is wrong here could not be loaded. “backissue check” says it too.
and-more = And { $count } more.

## No page, no archive

not-found = Not found
not-found-title = There is nothing at this address
not-found-words = The article may have moved, or the link may have been cut short. Everything this archive holds is on its front page and can be searched above.
missing-title = The archive is missing
missing-words = The host says that there is no articles.json beside this page.
missing-step = If you publish this archive, put articles.json into the folder and reload.
unreachable-title = The archive cannot be reached
unreachable-words = The host did not answer.
unreachable-step = Check your connection, then reload this page.
refused-title = The archive cannot be had
refused-words = The host answered with status { $status }.
refused-step = Try again later; if it stays so, tell whoever publishes this archive.
unreadable-title = The archive cannot be read

## Reading settings

theme = Theme
theme-system = As the device
theme-light = Light
theme-sepia = Sepia
theme-dark = Dark
size = Text size
size-small = Small
size-medium = Medium
size-large = Large
size-largest = Largest
measure = Line length
measure-narrow = Narrow
measure-medium = Medium
measure-wide = Wide
reader-language = Language
# The archive's own language, or the browser's.
reader-language-auto = As the archive
single-keys = Single-key shortcuts
kept-here = Kept on this device only.
# Also a button beside the message “withheld”.
show-pictures = Show pictures from other sites in this archive
settings-lost = Some of the settings kept in this browser made no sense and were thrown away; the usual ones stand in their place.
show-shortcuts = Show shortcuts

## The sheet of shortcuts

key-search = Search
key-next = Next headline
key-previous = Previous headline
key-later = Later article
key-earlier = Earlier article
key-front = Front page
key-settings = Reading settings
key-list = This list
key-escape = Close, or clear the search
keys-off = They can be switched off under Reading settings.
searching = Searching
# What to type stands before what it means. “OR”, “title:” and the like are the
# same in every language.
typed-phrase = "two words"
query-phrase = just so, one after the other
typed-without = -word
query-without = without the word
typed-either = this OR that
query-either = either
query-fields = looked for there only
query-years = from one year to another
query-before = earlier than a month; after: later
query-symbols = symbols as they stand

## Written into the pages, for when the reader does not start

start-unable = Search and filters need WebAssembly, which this browser does not have or has switched off.
start-unable-step = Every page can be read without it. For search, use a newer browser, or allow WebAssembly for this site.
start-failed = Search and filters could not be started ({ $reason }).
start-failed-step = Every page can be read without them. To try again, reload this page when you are online.
