//! Where the reader is: the address bar and the page kept in step, focus and
//! scroll with them.

use yew::prelude::*;

use crate::browser::pause::{self, Pending};
use crate::browser::{document, history};
use crate::route::Route;
use crate::state::filters::Filters;

/// How a page was come to.
#[derive(Debug, Clone, PartialEq)]
enum Arrival {
    /// It is the first.
    First,
    /// By a link, perhaps to a part of the page.
    Link(Option<String>),
    /// Back or forward.
    Step,
    /// It is the same page, asked otherwise.
    Same,
}

#[derive(Debug, Clone, PartialEq)]
struct Position {
    route: Route,
    arrival: Arrival,
}

/// Where the reader is, and the ways to ask the front page otherwise.
pub struct Navigation {
    /// The page.
    pub route: Route,
    /// Asks the front page, as a step to go back to.
    pub on_filters: Callback<Filters>,
    /// Asks the front page while somebody types: the first letter makes a
    /// step, the rest change it.
    pub on_typing: Callback<Filters>,
}

/// Keeps route and address bar in step. `ready` is true once there is
/// something to show: focus and scroll wait for it.
#[hook]
pub fn use_navigation(ready: bool) -> Navigation {
    let position = use_state(|| Position {
        route: Route::parse(&history::address()),
        arrival: Arrival::First,
    });
    // While somebody types, the address follows the paint: changing it takes the
    // browser as long as drawing a few headlines.
    let following = use_mut_ref(|| None::<Pending>);
    {
        let position = position.setter();
        let following = following.clone();
        use_effect_with((), move |()| {
            history::take_over_scrolling();
            let step = position.clone();
            let watch = history::watch(
                move |address| {
                    step.set(Position {
                        route: Route::parse(&address),
                        arrival: Arrival::Step,
                    });
                },
                move |address| {
                    let route = Route::parse(&address);
                    if route == Route::NotFound {
                        return false;
                    }
                    let before = Route::parse(&history::address());
                    let part = address.split_once('#').map(|(_, part)| part.to_owned());
                    let arrival = if route.same_page(&before) && part.is_none() {
                        Arrival::Same
                    } else {
                        Arrival::Link(part)
                    };
                    following.take();
                    history::push(&address);
                    position.set(Position { route, arrival });
                    true
                },
            );
            move || drop(watch)
        });
    }
    use_effect_with(((*position).clone(), ready), |(position, ready)| {
        if !ready {
            return;
        }
        match &position.arrival {
            Arrival::Link(Some(part)) => document::go_to_part(part),
            Arrival::Link(None) => {
                document::scroll_to(0.0);
                document::focus_heading();
            }
            Arrival::Step => document::scroll_to(history::kept_scroll()),
            Arrival::First => {
                let height = history::kept_scroll();
                if height > 0.0 {
                    document::scroll_to(height);
                }
            }
            Arrival::Same => {}
        }
    });
    let asked = |push: bool| {
        let position = position.clone();
        let following = following.clone();
        Callback::from(move |filters: Filters| {
            let first_letter =
                matches!(&position.route, Route::Front(held) if held.words.is_empty());
            let route = Route::Front(filters);
            let address = route.address();
            *following.borrow_mut() = if push || first_letter {
                history::push(&address);
                None
            } else {
                Some(pause::after_paint(move || history::replace(&address)))
            };
            position.set(Position {
                route,
                arrival: Arrival::Same,
            });
        })
    };
    Navigation {
        route: position.route.clone(),
        on_filters: asked(true),
        on_typing: asked(false),
    }
}
