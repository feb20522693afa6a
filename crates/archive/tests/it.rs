//! The archive crate from outside: files go in, archives and problems come out.

mod broken;
mod hostile;
mod oracle;
mod reading;
