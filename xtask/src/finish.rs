//! `cargo xtask finish`: what follows the build of the reader, in the folder
//! Trunk has filled and not yet moved. Trunk calls it as its hook, one hook for
//! all because it runs several at once.

use crate::failure::Failure;
use crate::house::House;
use crate::{licences, press, shrink, steps};

/// Makes the loader smaller, adds the licences of what is in the folder, then has
/// the press write the pages.
pub fn run(house: &House) -> Result<(), Failure> {
    shrink::run(house)?;
    licences::into_staging(house)?;
    let backissue = press::compiled(house)?;
    let mut finish = steps::command(backissue, &house.root);
    steps::run("writing the pages", finish.arg("finish"))
}
