# What the reader says of this device, in French. See en-device.ftl and fr.ftl.

saved = Enregistré pour la lecture hors ligne, { $size }, édition du { $date }.
works = L’accueil, la recherche et tous les articles s’ouvrent sans connexion.
verified = Tous les fichiers ont été vérifiés et sont tels que publiés.
checking = Vérification de tous les fichiers en cours.
kept = Le navigateur a promis de tout garder.
may-go = Le navigateur peut tout supprimer s’il manque de place, et une fenêtre privée oublie tout quand on la ferme.
not-promised = Le navigateur n’a pas voulu promettre de tout garder. Il le fera peut-être après quelques visites de plus, ou quand ces archives seront installées comme application.
came-back = Le navigateur avait tout supprimé depuis une visite précédente ; tout a été enregistré de nouveau.
gone = Le navigateur a supprimé ce qui avait été enregistré lors d’une visite précédente.
saving = Enregistrement pour la lecture hors ligne en cours.
progress = { $done } sur { $size }
not-saved = Non enregistré pour la lecture hors ligne.
reads-on = La lecture reste possible tant qu’il y a une connexion.
ask = Ces archives sont volumineuses ({ $size }). Elles ne seront enregistrées que si vous le demandez.
ask-sparing = Votre appareil économise les données. Ces archives ne seront enregistrées que si vous le demandez.
off = Rien de ces archives n’est gardé sur cet appareil, comme vous l’avez souhaité. Seul ce souhait l’est.

## Why it is not saved

why-insecure = Les navigateurs n’enregistrent rien de ce qui arrive par une connexion non sécurisée (sans https).
why-unsupported = Ce navigateur n’enregistre rien pour la lecture hors ligne. Beaucoup s’en abstiennent dans une fenêtre privée.
why-withdrawn = L’éditeur de ces archives ne les propose pas hors ligne.
why-refused = Le navigateur, ou une règle de l’hébergeur, ne le permet pas.
why-unreachable = L’hébergeur n’a pas répondu.
why-missing = Il manque chez l’hébergeur un fichier de ces archives : { $file }.
why-altered = Un fichier arrive de l’hébergeur autrement qu’il n’a été publié : { $file }. Peut-être une mise à jour est-elle en cours.
why-quota = Il n’y a plus assez de place sur cet appareil. Une fenêtre privée en donne moins.
why-storage = Le navigateur n’a pas pu enregistrer.
why-damaged = Sur cet appareil, un fichier manque ou est abîmé : { $file }.
why-stopped = L’enregistrement a été interrompu.

## A newer edition

newer-ready = Une édition plus récente est prête.
newer-saving = Une édition plus récente est en cours d’enregistrement.
newer-failed = Une édition plus récente n’a pas pu être enregistrée. Celle que vous avez reste entière.

## What can be done

do-save = Enregistrer pour la lecture hors ligne
do-again = Réessayer
do-switch = Afficher l’édition plus récente
do-later = Pas maintenant
do-verify = Vérifier tous les fichiers
do-persist = Demander au navigateur de tout garder
do-install = Installer comme application
do-remove = Tout supprimer de cet appareil
remove-words = La suppression efface les archives enregistrées, l’index de la recherche et vos réglages de lecture, communs à toutes les archives Backissue de cet hébergeur.
