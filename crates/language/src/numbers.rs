//! The numbers of the tables, unpacked when the first is asked for.
//!
//! They are kept as steps from one to the next, a byte mostly, which halves what
//! a reader downloads; looking something up needs the numbers themselves.

use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

use crate::table::{ENDS, NUMBERS, STEPS};

static UNPACKED: [AtomicU16; NUMBERS] = [const { AtomicU16::new(0) }; NUMBERS];
static READY: AtomicBool = AtomicBool::new(false);

/// A column of numbers (see [`ENDS`]).
pub(crate) fn column(at: usize) -> &'static [AtomicU16] {
    if !READY.load(Ordering::Acquire) {
        unpack();
    }
    let end = |at: usize| ENDS.get(at).map_or(0, |end| usize::from(*end));
    UNPACKED
        .get(end(at.wrapping_sub(1))..end(at))
        .unwrap_or_default()
}

/// A number of a column; 0 beyond its end.
pub(crate) fn number(column: &[AtomicU16], at: usize) -> u16 {
    column.get(at).map_or(0, read)
}

/// How many numbers of a rising column are not above one.
pub(crate) fn up_to(column: &[AtomicU16], most: u16) -> usize {
    column.partition_point(|number| read(number) <= most)
}

fn read(number: &AtomicU16) -> u16 {
    number.load(Ordering::Relaxed)
}

/// Whoever else unpacks at the same time writes the same.
#[cold]
#[inline(never)]
fn unpack() {
    let mut last = 0_u16;
    let mut steps = STEPS.iter();
    for number in &UNPACKED {
        let mut shift = 0;
        for byte in steps.by_ref() {
            last = last.wrapping_add(u16::from(byte & 0x7f) << shift);
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        number.store(last, Ordering::Relaxed);
    }
    READY.store(true, Ordering::Release);
}
