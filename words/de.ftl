# The reader's own words, in German. See en.ftl.
#
# Anrede: Sie. Anführungszeichen: „…“. Geschützte Leerzeichen, wo DIN 5008 sie
# verlangt.

language = Deutsch

## Numbers and dates

articles = { $count } Artikel
month = { $number ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
    [12] Dezember
    [21] Frühjahr
    [22] Sommer
    [23] Herbst
   *[24] Winter
}
date-year = { $year }
date-bce = { $year } v. Chr.
date-decade = { $year }er-Jahre
date-month = { $month } { $year }
date-day = { $day }. { $month } { $year }
date-first-day = { $day }. { $month } { $year }
date-about = ca. { $date }
date-doubtful = { $date }?
date-span = { $from }–{ $to }
date-wide-span = { $from } – { $to }
date-after = ab { $date }
date-before = bis { $date }
date-unknown = ?
undated = ohne Datum
undated-year = Undatiert
reading-time = { $count } Min. Lesezeit
quoted = „{ $words }“

## On every page

skip = Zum Hauptteil
settings = Leseeinstellungen
settings-mark = Aa
archive-of = Archiv · { $period }
archive = Archiv
all-headlines = Alle Schlagzeilen
about = Über dieses Archiv
about-links = Über das Archiv
follow = Auf dem Laufenden bleiben
shortcuts = Tastenkürzel
problems-link = { $count ->
    [one] { $count } Problem in diesem Archiv
   *[other] { $count } Probleme in diesem Archiv
}
search-label = Das Archiv durchsuchen
search-hint = { $count } Artikel durchsuchen
close = Schließen

## Headlines

full-text = Volltext
headline-only = Nur Schlagzeile
note-passage = Anmerkung des Archivs: { $passage }
note = Anmerkung des Archivs
headlines = Schlagzeilen
count-relaxed = { $articles } mit einigen der Wörter
count-near = { $articles }, dann { $near } mit einigen der Wörter
count-best = { $count }, passendste zuerst
count-newest = { $count }, neueste zuerst
count-oldest = { $count }, älteste zuerst
count-reading = { $count }; die Texte werden noch gelesen
best-first = Passendste zuerst
newest-first = Neueste zuerst
oldest-first = Älteste zuerst
some-words = Mit einigen der Wörter
nowhere = „{ $word }“ kommt in diesem Archiv nicht vor.
showing-for = „{ $word }“ kommt in diesem Archiv nicht vor; gezeigt werden Treffer für „{ $meant }“.
did-you-mean = Meinten Sie { $meant }?
no-date = Das ist kein Datum; schreiben Sie 2003, 2003-05 oder 2003-05-07.
after-colon = Nach dem Doppelpunkt fehlt ein Wort.
only-unwanted = Gezeigt wird alles, was diese Wörter nicht enthält.
nothing-fits = Dazu findet sich in diesem Archiv nichts.
try-fewer = Versuchen Sie es mit weniger Wörtern oder mit anderen für dieselbe Sache.
try-filters = Nehmen Sie oben einen der Filter weg.
show-all = Alle Schlagzeilen zeigen
show-more = { $count } weitere zeigen
not-shown = { $count } nicht gezeigt
show-near = { $count } weitere mit einigen der Wörter zeigen
brackets = Daten und Themen in [eckigen Klammern] hat das Archiv ergänzt; die Quelle nennt sie nicht.
by-year = Nach Jahren
other-years = Andere Jahre

## Filters and timeline

filters = Filter
filter = Filtern
in-use = ({ $count } aktiv)
topic = Thema
year = Jahr
author = Autor/in
text = Text
filters-in-use = Aktive Filter
remove = { $filter } entfernen
clear-all = Alle entfernen
span = { $from } bis { $to }
span-from = ab { $from }
span-until = bis { $to }
timeline = Zeitleiste
timeline-help = Pfeiltasten bewegen, die Eingabetaste filtert, Umschalt mit Pfeiltaste erweitert die Spanne.
over-time = Artikel im Lauf der Zeit
bar = { $when }, { $articles }

## An article

table = Tabelle
picture = Bild
picture-elsewhere = [Bild an anderer Stelle: { $name }]
withheld = Bilder dieses Artikels liegen auf anderen Websites. Sie werden nicht geladen, denn diese würden erfahren, wer hier liest.
nearby = Zeitlich benachbart
earlier = Früher
later = Später
more-on-topic = Mehr zu diesem Thema
more-like-this = Ähnliche Artikel
search-matches = Fundstellen
no-match = „{ $words }“ kommt in diesem Text nicht vor
matches = { $count ->
    [one] { $count } Fundstelle für „{ $words }“
   *[other] { $count } Fundstellen für „{ $words }“
}
match-of = Fundstelle { $at } von { $count }
previous = Vorige
next = Nächste
all-results = Alle Treffer
copy-link = Link kopieren
print = Drucken
cite = Zitieren
reference = „{ $headline }“, in: { $archive }, { $date }.
reference-by = { $authors }: { $reference }
link-copied = Link kopiert
copy-failed = Das Kopieren ging nicht: nehmen Sie die Adresszeile
supplied-both = Datum und Themen vom Archiv ergänzt
supplied-date = Datum vom Archiv ergänzt
supplied-topics = Themen vom Archiv ergänzt
only-headline = Hier ist nur die Schlagzeile erhalten.
text-lost = Der Text dieses Artikels ist nicht im Archiv.
may-stand = Vielleicht steht er noch dort, wo er zuerst erschienen ist: siehe unten.
related = Verwandt
not-here = (nicht in diesem Archiv)
first-published = Zuerst erschienen unter { $address }
lost-description = „{ $headline }“, eine Schlagzeile aus: { $archive }. In diesem Archiv ist nur die Schlagzeile erhalten.

## About the archive

on-this-device = Auf diesem Gerät
device-words = Ihre Leseeinstellungen und der Suchindex bleiben in diesem Browser und sonst nirgends. Es gibt kein Konto, keinen Zähler und keine Dritten; die Suche läuft auf Ihrem Gerät.
device-unsaid = Sobald die Suche läuft, steht hier, ob das Archiv offline gespeichert ist. Als Datei geöffnet ist es schon auf Ihrem Gerät.
device-one-file = Dieses Archiv ist eine einzige Datei. Sie liegt schon auf Ihrem Gerät und öffnet sich ohne Verbindung.
provenance = Woher es kommt
rights = Rechte
holds = Enthält
with-full-text = Mit Volltext
period = Zeitraum
state = Stand
state-closed = Abgeschlossen: es kommt nichts mehr hinzu
state-open = Offen: es kann noch etwas hinzukommen
source = Quelle
atom-feed = Atom-Feed
json-feed = JSON Feed
whole-file = Das ganze Archiv als eine Datei
by-mail = Per E-Mail von Änderungen erfahren
mail-offered = Das bot die Quelle an; eine Adresse ist uns nicht überliefert:
problems = Probleme in diesem Archiv
problems-for = Für alle, die es veröffentlichen. Was gelesen werden konnte, wird gezeigt.
problem-step = { $step } (Zeile { $line }, Spalte { $column })
problem-unsaid = Was hier nicht stimmt, konnte nicht geladen werden. „backissue check“ sagt es auch.
and-more = { $count ->
    [one] Und { $count } weiteres.
   *[other] Und { $count } weitere.
}

## No page, no archive

not-found = Nicht gefunden
not-found-title = Unter dieser Adresse steht nichts
not-found-words = Vielleicht ist der Artikel umgezogen, oder der Link wurde abgeschnitten. Alles, was dieses Archiv enthält, steht auf seiner Titelseite und lässt sich oben durchsuchen.
missing-title = Das Archiv fehlt
missing-words = Der Server sagt, dass neben dieser Seite keine articles.json liegt.
missing-step = Wenn Sie dieses Archiv veröffentlichen, legen Sie articles.json in den Ordner und laden Sie neu.
unreachable-title = Das Archiv ist nicht erreichbar
unreachable-words = Der Server hat nicht geantwortet.
unreachable-step = Prüfen Sie Ihre Verbindung und laden Sie diese Seite dann neu.
refused-title = Das Archiv ist nicht zu bekommen
refused-words = Der Server hat mit dem Status { $status } geantwortet.
refused-step = Versuchen Sie es später noch einmal; wenn es so bleibt, sagen Sie es denen, die dieses Archiv veröffentlichen.
unreadable-title = Das Archiv lässt sich nicht lesen

## Reading settings

theme = Farben
theme-system = Wie das Gerät
theme-light = Hell
theme-sepia = Sepia
theme-dark = Dunkel
size = Schriftgröße
size-small = Klein
size-medium = Mittel
size-large = Groß
size-largest = Sehr groß
measure = Zeilenlänge
measure-narrow = Kurz
measure-medium = Mittel
measure-wide = Lang
reader-language = Sprache
reader-language-auto = Wie das Archiv
single-keys = Kürzel mit einzelnen Tasten
kept-here = Wird nur auf diesem Gerät gespeichert.
show-pictures = Bilder von anderen Websites in diesem Archiv zeigen
settings-lost = Einige der in diesem Browser gespeicherten Einstellungen waren unlesbar und wurden verworfen; an ihrer Stelle gelten die üblichen.
show-shortcuts = Kürzel zeigen

## The sheet of shortcuts

key-search = Suchen
key-next = Nächste Schlagzeile
key-previous = Vorige Schlagzeile
key-later = Späterer Artikel
key-earlier = Früherer Artikel
key-front = Titelseite
key-settings = Leseeinstellungen
key-list = Diese Liste
key-escape = Schließen oder die Suche leeren
keys-off = Sie lassen sich in den Leseeinstellungen abschalten.
searching = Suchen
typed-phrase = "zwei Wörter"
query-phrase = genau so, eins nach dem anderen
typed-without = -Wort
query-without = ohne das Wort
typed-either = dies OR das
query-either = eins von beiden
query-fields = nur dort gesucht
query-years = von einem Jahr bis zu einem anderen
query-before = vor einem Monat; after: danach
query-symbols = Zeichen so, wie sie dastehen

## Written into the pages, for when the reader does not start

start-unable = Suche und Filter brauchen WebAssembly; dieser Browser hat es nicht, oder es ist abgeschaltet.
start-unable-step = Alle Seiten lassen sich ohne lesen. Für die Suche nehmen Sie einen neueren Browser, oder erlauben Sie WebAssembly für diese Website.
start-failed = Suche und Filter konnten nicht gestartet werden ({ $reason }).
start-failed-step = Alle Seiten lassen sich ohne sie lesen. Für einen neuen Versuch laden Sie diese Seite neu, wenn Sie online sind.
