# What the reader says of this device, in German. See en-device.ftl and de.ftl.

saved = Offline gespeichert, { $size }, Ausgabe vom { $date }.
works = Startseite, Suche und alle Artikel lassen sich ohne Verbindung öffnen.
verified = Alle Dateien wurden geprüft und sind so, wie sie veröffentlicht wurden.
checking = Alle Dateien werden geprüft.
kept = Der Browser hat zugesagt, die Ausgabe zu behalten.
may-go = Der Browser darf die Ausgabe entfernen, wenn er den Platz braucht; ein privates Fenster vergisst sie beim Schließen.
not-promised = Der Browser wollte nicht zusagen, die Ausgabe zu behalten. Vielleicht tut er es, wenn Sie öfter hier waren oder das Archiv als App installiert haben.
came-back = Der Browser hatte die Ausgabe seit einem früheren Besuch entfernt; sie wurde neu gespeichert.
gone = Der Browser hat entfernt, was bei einem früheren Besuch gespeichert wurde.
saving = Wird zum Offline-Lesen gespeichert.
progress = { $done } von { $size }
not-saved = Nicht zum Offline-Lesen gespeichert.
reads-on = Mit Verbindung können Sie weiterlesen.
ask = Dieses Archiv ist groß ({ $size }). Es wird offline gespeichert, wenn Sie es wünschen.
ask-sparing = Ihr Gerät soll Daten sparen. Das Archiv wird offline gespeichert, wenn Sie es wünschen.
off = Von diesem Archiv wird auf diesem Gerät nichts aufbewahrt, wie Sie es gewünscht haben. Nur dieser Wunsch selbst.

## Why it is not saved

why-insecure = Was über eine unsichere Verbindung (ohne https) kommt, speichern Browser nicht offline.
why-unsupported = Dieser Browser speichert nichts offline. In einem privaten Fenster tun es viele nicht.
why-withdrawn = Wer dieses Archiv veröffentlicht, bietet es nicht offline an.
why-refused = Der Browser oder eine Regel des Servers lässt es nicht zu.
why-unreachable = Der Server war nicht zu erreichen.
why-missing = Dem Server fehlt eine Datei, die zum Archiv gehört: { $file }.
why-altered = Eine Datei kommt vom Server anders, als sie veröffentlicht wurde: { $file }. Vielleicht wird sie gerade aktualisiert.
why-quota = Auf diesem Gerät ist dafür kein Platz mehr. In einem privaten Fenster gibt es weniger davon.
why-storage = Der Browser konnte es nicht speichern.
why-damaged = Auf diesem Gerät fehlt eine Datei oder ist beschädigt: { $file }.
why-stopped = Das Speichern wurde abgebrochen.

## A newer edition

newer-ready = Eine neuere Ausgabe liegt bereit.
newer-saving = Eine neuere Ausgabe wird gespeichert.
newer-failed = Eine neuere Ausgabe konnte nicht gespeichert werden. Die vorhandene bleibt vollständig.

## What can be done

do-save = Zum Offline-Lesen speichern
do-again = Noch einmal versuchen
do-switch = Neuere Ausgabe anzeigen
do-later = Nicht jetzt
do-verify = Alle Dateien prüfen
do-persist = Vom Browser behalten lassen
do-install = Als App installieren
do-remove = Alles von diesem Gerät entfernen
remove-words = Beim Entfernen verschwinden das gespeicherte Archiv, der Suchindex und Ihre Leseeinstellungen, die für alle Backissue-Archive dieses Servers gelten.
