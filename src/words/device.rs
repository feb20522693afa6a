//! What is said of the device: whether the archive is saved for offline, and what
//! can be done. The reader itself says none of it; `static/device.js` does, with
//! words of its own file, by the names that stand here.

/// Every message's name and its variables, for what compiles and checks them.
pub const DEVICE: &[(&str, &[&str])] = &[
    // How it is.
    ("saved", &["size", "date"]),
    ("works", &[]),
    ("verified", &[]),
    ("checking", &[]),
    ("kept", &[]),
    ("may-go", &[]),
    ("not-promised", &[]),
    ("came-back", &[]),
    ("gone", &[]),
    ("saving", &[]),
    ("progress", &["size", "done"]),
    ("not-saved", &[]),
    ("reads-on", &[]),
    ("ask", &["size"]),
    ("ask-sparing", &[]),
    ("off", &[]),
    // Why it is not saved: the words of docs/offline.md.
    ("why-insecure", &[]),
    ("why-unsupported", &[]),
    ("why-withdrawn", &[]),
    ("why-refused", &[]),
    ("why-unreachable", &[]),
    ("why-missing", &["file"]),
    ("why-altered", &["file"]),
    ("why-quota", &[]),
    ("why-storage", &[]),
    ("why-damaged", &["file"]),
    ("why-stopped", &[]),
    // A newer edition.
    ("newer-ready", &[]),
    ("newer-saving", &[]),
    ("newer-failed", &[]),
    // What can be done.
    ("do-save", &[]),
    ("do-again", &[]),
    ("do-switch", &[]),
    ("do-later", &[]),
    ("do-verify", &[]),
    ("do-persist", &[]),
    ("do-install", &[]),
    ("do-remove", &[]),
    ("remove-words", &[]),
];
