//! The reader's entry point.

fn main() {
    #[cfg(feature = "csr")]
    reader::start();
}
