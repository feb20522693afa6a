# The reader's own words, in Spanish. See en.ftl.
#
# Comillas angulares («…»), signos de apertura; los meses en minúscula.

language = Español

## Numbers and dates

articles = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
}
month = { $number ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
    [12] diciembre
    [21] primavera
    [22] verano
    [23] otoño
   *[24] invierno
}
date-year = { $year }
date-bce = { $year } a. C.
date-decade = década de { $year }
date-month = { $month } de { $year }
date-day = { $day } de { $month } de { $year }
date-first-day = { $day } de { $month } de { $year }
date-about = ca. { $date }
date-doubtful = ¿{ $date }?
date-span = { $from }-{ $to }
date-wide-span = { $from } – { $to }
date-after = { $date } y después
date-before = { $date } y antes
date-unknown = ?
undated = sin fecha
undated-year = Sin fecha
reading-time = { $count } min de lectura
quoted = «{ $words }»

## On every page

skip = Ir al contenido
settings = Ajustes de lectura
settings-mark = Aa
archive-of = Archivo · { $period }
archive = Archivo
all-headlines = Todos los titulares
about = Acerca de este archivo
about-links = Acerca del archivo
follow = Seguir las novedades
shortcuts = Atajos de teclado
problems-link = { $count ->
    [one] { $count } problema en este archivo
   *[other] { $count } problemas en este archivo
}
search-label = Buscar en el archivo
search-hint = { $count ->
    [one] Buscar en { $count } artículo
   *[other] Buscar en { $count } artículos
}
close = Cerrar

## Headlines

full-text = Texto completo
headline-only = Solo el titular
note-passage = Nota del archivista: { $passage }
note = Nota del archivista
headlines = Titulares
count-relaxed = { $articles } con algunas de las palabras
count-near = { $articles }, y después { $near } con algunas de las palabras
count-best = { $count }, primero los más pertinentes
count-newest = { $count }, primero los más recientes
count-oldest = { $count }, primero los más antiguos
count-reading = { $count }; aún se están leyendo los textos
best-first = Primero los más pertinentes
newest-first = Primero los más recientes
oldest-first = Primero los más antiguos
some-words = Con algunas de las palabras
nowhere = «{ $word }» no aparece en este archivo.
showing-for = «{ $word }» no aparece en este archivo; se muestran los resultados de «{ $meant }».
did-you-mean = ¿Quiso decir { $meant }?
no-date = Eso no es una fecha; escriba 2003, 2003-05 o 2003-05-07.
after-colon = Falta una palabra después de los dos puntos.
only-unwanted = Se muestra todo lo que no contiene estas palabras.
nothing-fits = Nada en este archivo coincide.
try-fewer = Pruebe con menos palabras, o con otras para lo mismo.
try-filters = Quite uno de los filtros de arriba.
show-all = Mostrar todos los titulares
show-more = Mostrar { $count } más
not-shown = { $count ->
    [one] { $count } sin mostrar
   *[other] { $count } sin mostrar
}
show-near = Mostrar { $count } más con algunas de las palabras
brackets = Las fechas y los temas entre [corchetes] los añadió el archivista; la fuente no los da.
by-year = Por año
other-years = Otros años

## Filters and timeline

filters = Filtros
filter = Filtrar
in-use = ({ $count ->
    [one] { $count } activo
   *[other] { $count } activos
})
topic = Tema
year = Año
author = Autor
text = Texto
filters-in-use = Filtros activos
remove = Quitar { $filter }
clear-all = Quitar todos
span = de { $from } a { $to }
span-from = desde { $from }
span-until = hasta { $to }
timeline = Cronología
timeline-help = Las flechas mueven, Intro filtra, Mayús con una flecha amplía el periodo.
over-time = Artículos a lo largo del tiempo
bar = { $when }, { $articles }

## An article

table = Tabla
picture = imagen
picture-elsewhere = [Imagen alojada en otro sitio: { $name }]
withheld = Hay imágenes de este artículo en otros sitios. No se cargan, porque esos sitios sabrían quién lee aquí.
nearby = Cercanos en el tiempo
earlier = Anterior
later = Posterior
more-on-topic = Más sobre este tema
more-like-this = Artículos parecidos
search-matches = Coincidencias
no-match = Ninguna coincidencia de «{ $words }» en este texto
matches = { $count ->
    [one] { $count } coincidencia de «{ $words }»
   *[other] { $count } coincidencias de «{ $words }»
}
match-of = Coincidencia { $at } de { $count }
previous = Anterior
next = Siguiente
all-results = Todos los resultados
copy-link = Copiar el enlace
print = Imprimir
cite = Citar
reference = «{ $headline }», { $archive }, { $date }.
reference-by = { $authors }, { $reference }
link-copied = Enlace copiado
copy-failed = No se pudo copiar: use la barra de direcciones
supplied-both = Fecha y temas añadidos por el archivista
supplied-date = Fecha añadida por el archivista
supplied-topics = Temas añadidos por el archivista
only-headline = Aquí solo se conserva el titular.
text-lost = El texto de este artículo no está en el archivo.
may-stand = Quizá siga donde se publicó por primera vez: vea más abajo.
related = Relacionados
not-here = (no está en este archivo)
first-published = Publicado por primera vez en { $address }
lost-description = «{ $headline }», un titular de { $archive }. En este archivo solo se conserva el titular.

## About the archive

on-this-device = En este dispositivo
device-words = Sus ajustes de lectura y el índice de la búsqueda se guardan en este navegador y en ningún otro sitio. No hay cuentas, ni contadores, ni terceros; la búsqueda se hace en su dispositivo.
device-unsaid = En cuanto funciona la búsqueda, aquí se dice si el archivo está guardado para leer sin conexión. Abierto como fichero, ya está en su dispositivo.
device-one-file = Este archivo cabe en un solo fichero. Ya está en su dispositivo y se abre sin conexión.
provenance = De dónde procede
rights = Derechos
holds = Contiene
with-full-text = Con texto completo
period = Periodo
state = Estado
state-closed = Cerrado: no vendrá nada más
state-open = Abierto: puede venir más
source = Fuente
atom-feed = Canal Atom
json-feed = JSON Feed
whole-file = El archivo entero en un solo fichero
by-mail = Recibir avisos de cambios por correo
mail-offered = La fuente lo ofrecía; no nos ha llegado ninguna dirección:
problems = Problemas en este archivo
problems-for = Para quien lo publica. Se muestra todo lo que se pudo leer.
problem-step = { $step } (línea { $line }, columna { $column })
problem-unsaid = No se pudo cargar qué es lo que falla aquí. «backissue check» también lo dice.
and-more = Y { $count } más.

## No page, no archive

not-found = No encontrado
not-found-title = No hay nada en esta dirección
not-found-words = Puede que el artículo haya cambiado de sitio o que el enlace esté cortado. Todo lo que contiene este archivo está en su portada y se puede buscar arriba.
missing-title = Falta el archivo
missing-words = El servidor dice que no hay ningún articles.json junto a esta página.
missing-step = Si usted publica este archivo, ponga articles.json en la carpeta y recargue.
unreachable-title = No se puede acceder al archivo
unreachable-words = El servidor no respondió.
unreachable-step = Compruebe su conexión y recargue esta página.
refused-title = No se puede obtener el archivo
refused-words = El servidor respondió con el estado { $status }.
refused-step = Inténtelo más tarde; si sigue así, avise a quien publica este archivo.
unreadable-title = No se puede leer el archivo

## Reading settings

theme = Tema
theme-system = Como el dispositivo
theme-light = Claro
theme-sepia = Sepia
theme-dark = Oscuro
size = Tamaño del texto
size-small = Pequeño
size-medium = Mediano
size-large = Grande
size-largest = Muy grande
measure = Largo de línea
measure-narrow = Corto
measure-medium = Mediano
measure-wide = Largo
reader-language = Idioma
reader-language-auto = Como el archivo
single-keys = Atajos de una sola tecla
kept-here = Se guarda solo en este dispositivo.
show-pictures = Mostrar en este archivo las imágenes de otros sitios
settings-lost = Algunos ajustes guardados en este navegador eran ilegibles y se han descartado; en su lugar rigen los habituales.
show-shortcuts = Ver los atajos

## The sheet of shortcuts

key-search = Buscar
key-next = Titular siguiente
key-previous = Titular anterior
key-later = Artículo posterior
key-earlier = Artículo anterior
key-front = Portada
key-settings = Ajustes de lectura
key-list = Esta lista
key-escape = Cerrar, o vaciar la búsqueda
keys-off = Se pueden desactivar en los ajustes de lectura.
searching = Buscar
typed-phrase = "dos palabras"
query-phrase = tal cual, una tras otra
typed-without = -palabra
query-without = sin la palabra
typed-either = esto OR aquello
query-either = lo uno o lo otro
query-fields = buscado solo ahí
query-years = de un año a otro
query-before = antes de un mes; after: después
query-symbols = los símbolos tal cual

## Written into the pages, for when the reader does not start

start-unable = La búsqueda y los filtros necesitan WebAssembly, que este navegador no tiene o tiene desactivado.
start-unable-step = Todas las páginas se pueden leer sin él. Para buscar, use un navegador más reciente o permita WebAssembly en este sitio.
start-failed = No se pudieron iniciar la búsqueda y los filtros ({ $reason }).
start-failed-step = Todas las páginas se pueden leer sin ellos. Para reintentarlo, recargue esta página cuando tenga conexión.
