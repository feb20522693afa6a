//! Choosing a span on the timeline by click, drag or keyboard.

use yew::prelude::*;

use crate::browser::pointer;
use crate::state::filters::{Choice, Filters};
use crate::state::library::SharedArchive;

/// Where a drag began and where it is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    from: usize,
    to: usize,
}

/// What the timeline needs.
pub struct SpanChoice {
    /// The bar the keyboard is on.
    pub active: usize,
    drag: Option<Drag>,
    /// A bar was pressed.
    pub on_press: Callback<(usize, PointerEvent)>,
    /// The pointer came over a bar.
    pub on_over: Callback<usize>,
    /// The pointer was let go.
    pub on_release: Callback<PointerEvent>,
    /// A key was pressed.
    pub on_key: Callback<KeyboardEvent>,
}

impl SpanChoice {
    /// Whether a bar is being dragged over; `None` when nothing is dragged.
    #[must_use]
    pub fn dragged(&self, at: usize) -> Option<bool> {
        self.drag
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
    let active = use_state(|| 0_usize);
    let drag = use_state(|| None::<Drag>);
    // Where a widening by keyboard began.
    let anchor = use_state(|| 0_usize);
    let choose = {
        let (archive, filters, on_filters) = (archive.clone(), filters.clone(), on_filters.clone());
        Callback::from(move |drag: Drag| {
            on_filters.emit(archive.shelf().timeline.with_span(&filters, drag.from, drag.to));
        })
    };
    let on_press = {
        let (drag, active, anchor) = (drag.clone(), active.clone(), anchor.clone());
        Callback::from(move |(at, event): (usize, PointerEvent)| {
            pointer::release(&event);
            active.set(at);
            anchor.set(at);
            drag.set(Some(Drag { from: at, to: at }));
        })
    };
    let on_over = {
        let drag = drag.clone();
        Callback::from(move |at| {
            if let Some(held) = *drag {
                drag.set(Some(Drag { to: at, ..held }));
            }
        })
    };
    let on_release = {
        let (drag, choose) = (drag.clone(), choose.clone());
        Callback::from(move |_| {
            if let Some(held) = *drag {
                drag.set(None);
                choose.emit(held);
            }
        })
    };
    // Let go anywhere else, a drag is over.
    {
        let drag = drag.clone();
        use_effect_with(drag.is_some(), move |&dragging| {
            let listener = dragging.then(|| pointer::on_release_anywhere(move || drag.set(None)));
            move || drop(listener)
        });
    }
    let on_key = {
        let last = archive.shelf().timeline.bars.len().saturating_sub(1);
        let (active, anchor) = (active.clone(), anchor.clone());
        let (filters, on_filters) = (filters.clone(), on_filters.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = *active;
            let to = match event.key().as_str() {
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowRight" => (at + 1).min(last),
                "Home" => 0,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    anchor.set(at);
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
            active.set(to);
            if event.shift_key() {
                choose.emit(Drag { from: *anchor, to });
            } else {
                anchor.set(to);
            }
        })
    };
    SpanChoice {
        active: *active,
        drag: *drag,
        on_press,
        on_over,
        on_release,
        on_key,
    }
}
