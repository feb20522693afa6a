# The reader's own words, in French. See en.ftl.
#
# Guillemets « … » avec espace insécable, espace fine insécable devant « ; ! ? »,
# insécable devant « : » (Imprimerie nationale).

language = Français

## Numbers and dates

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
month = { $number ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
    [12] décembre
    [21] printemps
    [22] été
    [23] automne
   *[24] hiver
}
date-year = { $year }
date-bce = { $year } av. J.-C.
date-decade = années { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-first-day = { $day }er { $month } { $year }
date-about = vers { $date }
date-doubtful = { $date } ?
date-span = { $from }-{ $to }
date-wide-span = { $from } – { $to }
date-after = { $date } et après
date-before = { $date } et avant
date-unknown = ?
undated = sans date
undated-year = Sans date
reading-time = { $count } min de lecture
quoted = « { $words } »

## On every page

skip = Aller au contenu
settings = Réglages de lecture
settings-mark = Aa
archive-of = Archives · { $period }
archive = Archives
all-headlines = Tous les titres
about = À propos de ces archives
about-links = À propos
follow = Suivre les mises à jour
shortcuts = Raccourcis clavier
problems-link = { $count ->
    [one] { $count } problème dans ces archives
   *[other] { $count } problèmes dans ces archives
}
search-label = Rechercher dans les archives
search-hint = { $count ->
    [one] Rechercher dans { $count } article
   *[other] Rechercher dans { $count } articles
}
close = Fermer

## Headlines

full-text = Texte intégral
headline-only = Titre seul
note-passage = Note de l’archiviste : { $passage }
note = Note de l’archiviste
headlines = Titres
count-relaxed = { $articles } avec certains des mots
count-near = { $articles }, puis { $near } avec certains des mots
count-best = { $count }, les plus pertinents d’abord
count-newest = { $count }, les plus récents d’abord
count-oldest = { $count }, les plus anciens d’abord
count-reading = { $count } ; lecture des textes en cours
best-first = Les plus pertinents d’abord
newest-first = Les plus récents d’abord
oldest-first = Les plus anciens d’abord
some-words = Avec certains des mots
nowhere = « { $word } » ne figure nulle part dans ces archives.
showing-for = « { $word } » ne figure nulle part dans ces archives ; voici les résultats pour « { $meant } ».
did-you-mean = Vouliez-vous dire { $meant } ?
no-date = Ce n’est pas une date ; écrivez 2003, 2003-05 ou 2003-05-07.
after-colon = Il manque un mot après le deux-points.
only-unwanted = Voici tout ce qui ne contient pas ces mots.
nothing-fits = Rien ne correspond dans ces archives.
try-fewer = Essayez moins de mots, ou d’autres mots pour la même chose.
try-filters = Retirez l’un des filtres ci-dessus.
show-all = Afficher tous les titres
show-more = { $count ->
    [one] En afficher { $count } autre
   *[other] En afficher { $count } autres
}
not-shown = { $count ->
    [one] { $count } non affiché
   *[other] { $count } non affichés
}
show-near = { $count ->
    [one] En afficher { $count } autre avec certains des mots
   *[other] En afficher { $count } autres avec certains des mots
}
brackets = Les dates et les sujets entre [crochets] ont été ajoutés par l’archiviste ; la source ne les donne pas.
by-year = Par année
other-years = Autres années

## Filters and timeline

filters = Filtres
filter = Filtrer
in-use = ({ $count ->
    [one] { $count } actif
   *[other] { $count } actifs
})
topic = Sujet
year = Année
author = Auteur
text = Texte
filters-in-use = Filtres actifs
remove = Retirer { $filter }
clear-all = Tout effacer
span = { $from } à { $to }
span-from = à partir de { $from }
span-until = jusqu’à { $to }
timeline = Frise chronologique
timeline-help = Les flèches déplacent, Entrée filtre, Maj et une flèche élargissent la période.
over-time = Articles au fil du temps
bar = { $when }, { $articles }

## An article

table = Tableau
picture = image
picture-elsewhere = [Image hébergée ailleurs : { $name }]
withheld = Des images de cet article se trouvent sur d’autres sites. Elles ne sont pas chargées, car ces sites sauraient qui lit ici.
nearby = Proches dans le temps
earlier = Plus ancien
later = Plus récent
more-on-topic = Sur le même sujet
more-like-this = Articles semblables
search-matches = Occurrences
no-match = Aucune occurrence de « { $words } » dans ce texte
matches = { $count ->
    [one] { $count } occurrence de « { $words } »
   *[other] { $count } occurrences de « { $words } »
}
match-of = Occurrence { $at } sur { $count }
previous = Précédente
next = Suivante
all-results = Tous les résultats
copy-link = Copier le lien
print = Imprimer
cite = Citer
reference = « { $headline } », { $archive }, { $date }.
reference-by = { $authors }, { $reference }
link-copied = Lien copié
copy-failed = Copie impossible : utilisez la barre d’adresse
supplied-both = Date et sujets ajoutés par l’archiviste
supplied-date = Date ajoutée par l’archiviste
supplied-topics = Sujets ajoutés par l’archiviste
only-headline = Seul le titre subsiste ici.
text-lost = Le texte de cet article n’est pas dans les archives.
may-stand = Il se trouve peut-être encore là où il a d’abord paru : voir plus bas.
related = Articles liés
not-here = (pas dans ces archives)
first-published = D’abord paru à l’adresse { $address }
lost-description = « { $headline } », un titre de { $archive }. Seul le titre subsiste dans ces archives.

## About the archive

on-this-device = Sur cet appareil
device-words = Vos réglages de lecture et l’index de la recherche restent dans ce navigateur et nulle part ailleurs. Pas de compte, pas de compteur, pas de tiers ; la recherche se fait sur votre appareil.
device-unsaid = Une fois la recherche lancée, il est dit ici si ces archives sont enregistrées pour la lecture hors ligne. Ouvertes comme fichier, elles sont déjà sur votre appareil.
device-one-file = Ces archives tiennent en un seul fichier. Il est déjà sur votre appareil et s’ouvre sans connexion.
provenance = Provenance
rights = Droits
holds = Contenu
with-full-text = En texte intégral
period = Période
state = État
state-closed = Closes : rien ne viendra s’ajouter
state-open = Ouvertes : il peut en venir d’autres
source = Source
atom-feed = Flux Atom
json-feed = JSON Feed
whole-file = Les archives entières en un fichier
by-mail = Être averti des changements par courriel
mail-offered = La source le proposait ; aucune adresse ne nous est parvenue :
problems = Problèmes dans ces archives
problems-for = Pour qui les publie. Tout ce qui a pu être lu est affiché.
problem-step = { $step } (ligne { $line }, colonne { $column })
problem-unsaid = Le détail de ce problème n’a pas pu être chargé. « backissue check » le donne aussi.
and-more = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}

## No page, no archive

not-found = Page introuvable
not-found-title = Il n’y a rien à cette adresse
not-found-words = L’article a peut-être changé de place, ou le lien a été tronqué. Tout ce que contiennent ces archives figure sur la page d’accueil et peut être recherché ci-dessus.
missing-title = Les archives manquent
missing-words = L’hébergeur répond qu’il n’y a pas d’articles.json à côté de cette page.
missing-step = Si vous publiez ces archives, placez articles.json dans le dossier et rechargez.
unreachable-title = Les archives sont inaccessibles
unreachable-words = L’hébergeur n’a pas répondu.
unreachable-step = Vérifiez votre connexion, puis rechargez cette page.
refused-title = Les archives n’ont pas pu être obtenues
refused-words = L’hébergeur a répondu avec le code { $status }.
refused-step = Réessayez plus tard ; si cela dure, prévenez qui publie ces archives.
unreadable-title = Les archives sont illisibles

## Reading settings

theme = Thème
theme-system = Comme l’appareil
theme-light = Clair
theme-sepia = Sépia
theme-dark = Sombre
size = Taille du texte
size-small = Petite
size-medium = Moyenne
size-large = Grande
size-largest = Très grande
measure = Longueur des lignes
measure-narrow = Courte
measure-medium = Moyenne
measure-wide = Longue
reader-language = Langue
reader-language-auto = Comme les archives
single-keys = Raccourcis à une touche
kept-here = Conservé sur cet appareil uniquement.
show-pictures = Afficher les images d’autres sites dans ces archives
settings-lost = Certains réglages conservés dans ce navigateur étaient illisibles et ont été écartés ; les réglages habituels les remplacent.
show-shortcuts = Voir les raccourcis

## The sheet of shortcuts

key-search = Rechercher
key-next = Titre suivant
key-previous = Titre précédent
key-later = Article plus récent
key-earlier = Article plus ancien
key-front = Page d’accueil
key-settings = Réglages de lecture
key-list = Cette liste
key-escape = Fermer, ou vider la recherche
keys-off = On peut les désactiver dans les réglages de lecture.
searching = Recherche
typed-phrase = "deux mots"
query-phrase = tels quels, l’un après l’autre
typed-without = -mot
query-without = sans ce mot
typed-either = ceci OR cela
query-either = l’un ou l’autre
query-fields = cherché là seulement
query-years = d’une année à une autre
query-before = avant un mois ; after: après
query-symbols = les symboles tels quels

## Written into the pages, for when the reader does not start

start-unable = La recherche et les filtres ont besoin de WebAssembly, que ce navigateur n’a pas ou a désactivé.
start-unable-step = Toutes les pages se lisent sans. Pour la recherche, utilisez un navigateur plus récent ou autorisez WebAssembly pour ce site.
start-failed = La recherche et les filtres n’ont pas pu démarrer ({ $reason }).
start-failed-step = Toutes les pages se lisent sans eux. Pour réessayer, rechargez cette page une fois en ligne.
