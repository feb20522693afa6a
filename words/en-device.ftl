# What the reader says of this device, under About, in English: whether the archive
# is saved for reading offline. See en.ftl. { $size } is such as “1.6 MB”.

saved = Saved for offline, { $size }, edition of { $date }.
works = The front page, the search and every article open without a connection.
verified = Every file was checked and is as it was published.
checking = Every file is being checked.
kept = The browser has promised to keep it.
may-go = The browser may remove it when it needs the space, and a private window forgets it when it is closed.
not-promised = The browser would not promise to keep it. It may do so once you come here more often, or have installed the archive as an app.
came-back = The browser had removed it since an earlier visit; it has been saved again.
gone = The browser has removed what an earlier visit had saved.
saving = Being saved for offline.
progress = { $done } of { $size }
not-saved = Not saved for offline.
reads-on = You can go on reading as long as there is a connection.
ask = This archive is large ({ $size }). It is saved for offline when you say so.
ask-sparing = Your device asks to save data. The archive is saved for offline when you say so.
off = Nothing of this archive is kept on this device, as you wished. Only this wish is.

## Why it is not saved

why-insecure = Browsers keep nothing for offline that comes over an insecure connection (without https).
why-unsupported = This browser keeps nothing for offline. Many do not in a private window.
why-withdrawn = Whoever publishes this archive does not offer it for offline.
why-refused = The browser, or a rule of the host, does not allow it.
why-unreachable = The host could not be reached.
why-missing = The host lacks a file that belongs to the archive: { $file }.
why-altered = A file comes from the host otherwise than it was published: { $file }. Perhaps it is just being updated.
why-quota = This device has no room left for it. A private window gives less room.
why-storage = The browser could not store it.
why-damaged = On this device a file is missing or damaged: { $file }.
why-stopped = The saving was stopped.

## A newer edition

newer-ready = A newer edition is ready.
newer-saving = A newer edition is being saved.
newer-failed = A newer edition could not be saved. The one you have stays whole.

## What can be done

do-save = Save for offline
do-again = Try again
do-switch = Show the newer edition
do-later = Not now
do-verify = Check every file
do-persist = Ask the browser to keep it
do-install = Install as an app
do-remove = Remove everything from this device
remove-words = Removing takes away the saved archive, the index of the search and your reading settings, which all Backissue archives on this host share.
