//! The numbers of the tables, unpacked when the first is asked for.
//!
//! They are kept as steps from one to the next, a byte mostly, which halves what
//! a reader downloads; looking something up needs the numbers themselves.

use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

use crate::table::{ENDS, NUMBERS, STEPS};

static UNPACKED: [AtomicU16; NUMBERS] = [const { AtomicU16::new(0) }; NUMBERS];
static READY: AtomicBool = AtomicBool::new(false);

/// Where a column (see [`ENDS`]) begins, and how many of its numbers, which
/// rise, are not above one.
pub(crate) fn up_to(column: usize, most: u16) -> (usize, usize) {
    if !READY.load(Ordering::Acquire) {
        unpack();
    }
    let end = |at: usize| ENDS.get(at).map_or(0, |end| usize::from(*end));
    let start = end(column.wrapping_sub(1));
    let numbers = UNPACKED.get(start..end(column)).unwrap_or_default();
    (
        start,
        numbers.partition_point(|number| read(number) <= most),
    )
}

/// The number at a place of all, once [`up_to`] was asked; 0 beyond the last.
pub(crate) fn number(at: usize) -> u16 {
    UNPACKED.get(at).map_or(0, read)
}

/// How many numbers a column has.
pub(crate) const fn length(column: usize) -> usize {
    (ENDS[column] - ENDS[column - 1]) as usize
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
