//! Choosing a span on the timeline by click, drag or keyboard.

use yew::prelude::*;

use crate::browser::{keyboard, pointer};
use crate::state::filters::{Choice, Filters};
use crate::state::library::SharedArchive;
use crate::words;

/// Where a drag began and where it is.
#[derive(Clone, Copy, PartialEq)]
struct Drag {
    from: usize,
    to: usize,
}

/// Where pointer and keyboard are.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Hand {
    /// The bar the keyboard is on.
    pub active: usize,
    /// Where a widening by keyboard began.
    anchor: usize,
    drag: Option<Drag>,
}

/// What the timeline needs.
pub struct SpanChoice {
    hand: Hand,
    /// A bar was pressed.
    pub on_press: Callback<(usize, Event)>,
    /// The pointer came over a bar.
    pub on_over: Callback<(usize, Event)>,
    /// The pointer was let go.
    pub on_release: Callback<Event>,
    /// A key was pressed.
    pub on_key: Callback<Event>,
}

impl SpanChoice {
    /// Where pointer and keyboard are.
    #[must_use]
    pub fn hand(&self) -> Hand {
        self.hand
    }

    /// Whether a bar is being dragged over; `None` when nothing is dragged.
    #[must_use]
    pub fn dragged(&self, at: usize) -> Option<bool> {
        self.hand
            .drag
            .map(|drag| (drag.from.min(drag.to)..=drag.from.max(drag.to)).contains(&at))
    }
}

/// State and callbacks of the timeline.
#[hook]
pub fn use_span_choice(
    archive: &SharedArchive,
    filters: &Filters,
    on_filters: &Callback<Filters>,
) -> SpanChoice {
    let hand = use_state(Hand::default);
    let choose = {
        let (archive, filters, on_filters) = (archive.clone(), filters.clone(), on_filters.clone());
        Callback::from(move |drag: Drag| {
            on_filters.emit(
                archive
                    .shelf()
                    .timeline
                    .with_span(&filters, drag.from, drag.to),
            );
        })
    };
    let on_press = {
        let hand = hand.clone();
        Callback::from(move |(at, event): (usize, Event)| {
            pointer::release(&event);
            hand.set(Hand {
                active: at,
                anchor: at,
                drag: Some(Drag { from: at, to: at }),
            });
        })
    };
    let on_over = {
        let hand = hand.clone();
        Callback::from(move |(to, _)| {
            if let Some(Drag { from, .. }) = hand.drag {
                hand.set(Hand {
                    drag: Some(Drag { from, to }),
                    ..*hand
                });
            }
        })
    };
    let on_release = {
        let (hand, choose) = (hand.clone(), choose.clone());
        Callback::from(move |_| {
            if let Some(drag) = hand.drag {
                choose.emit(drag);
            }
        })
    };
    // Let go here or anywhere else, a drag is over.
    {
        let hand = hand.clone();
        use_effect_with(hand.drag, move |drag| {
            let listener = drag.map(|_| {
                pointer::on_release_anywhere(move || {
                    hand.set(Hand {
                        drag: None,
                        ..*hand
                    });
                })
            });
            move || drop(listener)
        });
    }
    let on_key = {
        let last = archive.shelf().timeline.bars.len().saturating_sub(1);
        let hand = hand.clone();
        let (filters, on_filters) = (filters.clone(), on_filters.clone());
        Callback::from(move |event: Event| {
            let at = hand.active;
            let (key, shift) = keyboard::key(&event);
            // Time runs the way the page is read.
            let (earlier, later) = match words::direction() {
                "rtl" => ("ArrowRight", "ArrowLeft"),
                _ => ("ArrowLeft", "ArrowRight"),
            };
            let to = match key.as_str() {
                key if key == earlier => at.saturating_sub(1),
                key if key == later => (at + 1).min(last),
                "Home" => 0,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    hand.set(Hand {
                        anchor: at,
                        ..*hand
                    });
                    choose.emit(Drag { from: at, to: at });
                    return;
                }
                "Escape" if filters.holds(&Choice::Span) => {
                    on_filters.emit(filters.with_toggled(Choice::Span));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            if shift {
                hand.set(Hand {
                    active: to,
                    ..*hand
                });
                let from = hand.anchor;
                choose.emit(Drag { from, to });
            } else {
                hand.set(Hand {
                    active: to,
                    anchor: to,
                    drag: None,
                });
            }
        })
    };
    SpanChoice {
        hand: *hand,
        on_press,
        on_over,
        on_release,
        on_key,
    }
}
