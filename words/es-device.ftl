# What the reader says of this device, in Spanish. See en-device.ftl and es.ftl.

saved = Guardado para leer sin conexión, { $size }, edición del { $date }.
works = La portada, la búsqueda y todos los artículos se abren sin conexión.
verified = Se han comprobado todos los ficheros y están tal como se publicaron.
checking = Se están comprobando todos los ficheros.
kept = El navegador ha prometido conservarlo.
may-go = El navegador puede eliminarlo si necesita espacio, y una ventana privada lo olvida al cerrarse.
not-promised = El navegador no ha querido prometer que lo conservará. Quizá lo haga cuando venga usted más a menudo o instale el archivo como aplicación.
came-back = El navegador lo había eliminado desde una visita anterior; se ha vuelto a guardar.
gone = El navegador ha eliminado lo que se guardó en una visita anterior.
saving = Guardando para leer sin conexión.
progress = { $done } de { $size }
not-saved = No está guardado para leer sin conexión.
reads-on = Puede seguir leyendo mientras haya conexión.
ask = Este archivo es grande ({ $size }). Se guardará para leer sin conexión cuando usted lo diga.
ask-sparing = Su dispositivo está ahorrando datos. El archivo se guardará para leer sin conexión cuando usted lo diga.
off = En este dispositivo no se conserva nada de este archivo, como usted quiso. Solo se recuerda ese deseo.

## Why it is not saved

why-insecure = Los navegadores no guardan nada que llegue por una conexión no segura (sin https).
why-unsupported = Este navegador no guarda nada para leer sin conexión. Muchos no lo hacen en una ventana privada.
why-withdrawn = Quien publica este archivo no lo ofrece para leer sin conexión.
why-refused = El navegador, o una regla del servidor, no lo permite.
why-unreachable = No se pudo contactar con el servidor.
why-missing = En el servidor falta un fichero que forma parte del archivo: { $file }.
why-altered = Un fichero llega del servidor distinto de como se publicó: { $file }. Quizá se esté actualizando en este momento.
why-quota = En este dispositivo no queda espacio. Una ventana privada da menos.
why-storage = El navegador no pudo guardarlo.
why-damaged = En este dispositivo falta un fichero o está dañado: { $file }.
why-stopped = Se interrumpió el guardado.

## A newer edition

newer-ready = Hay una edición más reciente lista.
newer-saving = Se está guardando una edición más reciente.
newer-failed = No se pudo guardar una edición más reciente. La que tiene sigue completa.

## What can be done

do-save = Guardar para leer sin conexión
do-again = Intentarlo de nuevo
do-switch = Mostrar la edición más reciente
do-later = Ahora no
do-verify = Comprobar todos los ficheros
do-persist = Pedir al navegador que lo conserve
do-install = Instalar como aplicación
do-remove = Eliminar todo de este dispositivo
remove-words = Al eliminar se borran el archivo guardado, el índice de la búsqueda y sus ajustes de lectura, comunes a todos los archivos de Backissue de este servidor.
