//! The document outside the app's own nodes: head, theme, focus, scroll, and
//! taking over from the prerendered page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};
use yew::Event;
use yew::html::TargetCast;

use crate::head::{Head, Key};
use crate::state::preferences::{Preferences, SETTINGS};
use crate::words;

/// The element that holds the page; prerendered at first, the app's later.
const PAGE: &str = "page";

/// The mark on the root element once the app has taken over.
const READY: &str = "data-app";

/// The mark on the root element of an archive that is one file.
const ONE_FILE: &str = "data-one-file";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element to mount the app in, not yet part of the page.
#[must_use]
pub fn stage() -> Option<Element> {
    document()?.create_element("div").ok()
}

/// Puts the staged app in the place of what stands there, in one step. What was
/// typed into the search field meanwhile, and the focus, go along.
pub fn take_over(stage: &Element) {
    let Some(document) = document() else {
        return;
    };
    if let Some(page) = document
        .get_element_by_id(PAGE)
        .filter(|page| page != stage)
    {
        let field = |root: &Element| {
            let found = root.query_selector("input[type=search]").ok().flatten()?;
            found.dyn_into::<HtmlInputElement>().ok()
        };
        let typed = field(&page).map(|old| {
            let focused = document.active_element().as_ref() == Some(old.as_ref());
            (old.value(), focused)
        });
        stage.set_id(PAGE);
        let _ = page.replace_with_with_node_1(stage);
        if let Some(((value, focused), new)) = typed.zip(field(stage)) {
            if !value.is_empty() && value != new.value() {
                new.set_value(&value);
                let _ = dispatch_input(&new);
            }
            if focused {
                let _ = new.focus();
            }
        }
    }
    mark_ready(&document);
}

fn dispatch_input(field: &HtmlInputElement) -> Result<bool, wasm_bindgen::JsValue> {
    let bubbling = web_sys::EventInit::new();
    bubbling.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("input", &bubbling)?;
    field.dispatch_event(&event)
}

/// Puts the staged app above the page that stands there: for a message when
/// what stands there can still be read.
pub fn stand_above(stage: &Element) {
    let Some(document) = document() else {
        return;
    };
    if let Some(page) = document.get_element_by_id(PAGE) {
        if page.has_attribute("data-empty") {
            take_over(stage);
        } else if let Some(parent) = page.parent_node() {
            let _ = parent.insert_before(stage, Some(&page));
        }
    }
    mark_ready(&document);
}

/// Whether the archive is one file, as the press says on the root element.
#[must_use]
pub fn one_file() -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute(ONE_FILE))
}

/// Whether the app has taken over; outside a browser there is nothing to take.
#[must_use]
pub fn ready() -> bool {
    if !cfg!(target_arch = "wasm32") {
        return true;
    }
    let root = document().and_then(|document| document.document_element());
    root.is_none_or(|root| root.has_attribute(READY))
}

fn mark_ready(document: &Document) {
    if let Some(root) = document.document_element() {
        speak(document, &root);
        let _ = root.set_attribute(READY, "ready");
    }
}

/// Where the page was printed in another language than the reader's: says so on
/// the root element, and puts the reader's words into what it leaves standing.
fn speak(document: &Document, root: &Element) {
    if words::speaks(&root.get_attribute("lang").unwrap_or_default()) {
        return;
    }
    let _ = root.set_attribute("lang", words::language());
    let _ = root.set_attribute("dir", words::direction());
    let Ok(marked) = document.query_selector_all("[data-word]") else {
        return;
    };
    for at in 0..marked.length() {
        let element = marked
            .item(at)
            .and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let number = element.get_attribute("data-word");
            let number = number.and_then(|number| number.parse().ok());
            element.set_text_content(number.map(words::numbered));
        }
    }
}

/// Shows what a reader has chosen. The style sheet does the rest.
pub fn show_preferences(preferences: &Preferences) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    for setting in SETTINGS {
        let name = ["data-", setting.name].concat();
        let _ = root.set_attribute(&name, setting.chosen(preferences));
    }
}

/// Makes the head say what the page is. Tags of the page before are taken off;
/// those the press wrote for this very page stay, since it says more there.
pub fn show_head(head: &Head) {
    let Some(document) = document() else {
        return;
    };
    // To set it is dear, and while somebody types it stays.
    if document.title() != head.title {
        document.set_title(&head.title);
    }
    let Some(place) = document.head() else {
        return;
    };
    let described = document.query_selector("meta[name=description]");
    let described = described.ok().flatten();
    let described = described.and_then(|tag| tag.get_attribute("content"));
    let description = head.tags.first().map(|(_, content)| content);
    if described.is_some() && described.as_ref() == description {
        return;
    }
    if let Ok(old) = document.query_selector_all("[data-page]") {
        for at in 0..old.length() {
            if let Some(node) = old.item(at) {
                let _ = place.remove_child(&node);
            }
        }
    }
    for (key, content) in &head.tags {
        if let Ok(tag) = document.create_element("meta") {
            let (kind, name) = match key {
                Key::Name(name) => ("name", name),
                Key::Property(name) => ("property", name),
            };
            let _ = tag.set_attribute(kind, name);
            let _ = tag.set_attribute("content", content);
            let _ = tag.set_attribute("data-page", "");
            let _ = place.append_child(&tag);
        }
    }
}

/// The height of a common laptop's screen.
const COMMON_HEIGHT: usize = 900;

/// The height of the screen in CSS px: of the window, which may be smaller, only
/// a layout could tell. [`COMMON_HEIGHT`] outside a browser.
#[must_use]
pub fn screen_height() -> usize {
    if !cfg!(target_arch = "wasm32") {
        return COMMON_HEIGHT;
    }
    let screen = web_sys::window().and_then(|window| window.screen().ok());
    let height = screen.and_then(|screen| screen.height().ok());
    height.map_or(COMMON_HEIGHT, |height| height.max(0) as usize)
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Scrolls to a height.
pub fn scroll_to(height: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, height);
    }
}

/// Brings the part of the page with a name into view and puts the focus there.
pub fn go_to_part(name: &str) {
    let part = document().and_then(|document| document.get_element_by_id(name));
    if let Some(part) = part.and_then(|part| part.dyn_into::<HtmlElement>().ok()) {
        part.scroll_into_view();
        part.set_tab_index(-1);
        let _ = part.focus();
    }
}

/// Puts the focus on the page's heading.
pub fn focus_heading() {
    focus_first("h1");
}

/// Puts the focus into the search field, what stands there selected.
pub fn focus_search() {
    let found = document().and_then(|d| d.query_selector("input[type=search]").ok()?);
    if let Some(field) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

fn focus_first(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes the focus off the field, so that a phone puts its keyboard away.
pub fn close_keyboard() {
    let active = document().and_then(|document| document.active_element());
    if let Some(element) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Moves the focus to the next headline, or the one before.
pub fn step_headline(forward: bool) {
    let step = || {
        let document = document()?;
        let links = document.query_selector_all("main ol li > a").ok()?;
        let active = document.active_element();
        let at = (0..links.length()).find(|&at| {
            let link = links.item(at);
            link.is_some() && link.as_ref() == active.as_deref()
        });
        let next = match (at, forward) {
            (None, _) => 0,
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1)?,
        };
        links
            .item(next)?
            .dyn_into::<HtmlElement>()
            .ok()?
            .focus()
            .ok()
    };
    let _ = step();
}

/// Brings the next match, or the one before, into view; `from` counts from 1 and
/// is 0 before the first step. Gives the number of the one shown.
#[must_use]
pub fn step_match(from: usize, forward: bool) -> usize {
    let step = || {
        let marks = document()?
            .query_selector_all("article mark:not(.on)")
            .ok()?;
        let count = marks.length() as usize;
        let next = match (from, forward) {
            (0 | 1, false) => count,
            (_, false) => from - 1,
            (_, true) if from >= count => 1,
            (_, true) => from + 1,
        };
        for at in 0..marks.length() {
            let mark = marks.item(at)?.dyn_into::<HtmlElement>().ok()?;
            if at as usize + 1 == next {
                let _ = mark.set_attribute("class", "here");
                mark.scroll_into_view();
            } else {
                let _ = mark.remove_attribute("class");
            }
        }
        Some(next.min(count))
    };
    step().unwrap_or(from)
}

/// Follows the first link that a selector finds.
pub fn follow_link(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    let link = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(link) = &link {
        link.click();
    }
    link.is_some()
}

/// Opens a popover, or closes it.
pub fn toggle_sheet(name: &str) {
    let sheet = document().and_then(|document| document.get_element_by_id(name));
    if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) {
        // Popovers are Baseline since 2025; without them the key does nothing.
        if let Ok(toggle) = js_sys::Reflect::get(&sheet, &"togglePopover".into())
            && let Some(toggle) = toggle.dyn_ref::<js_sys::Function>()
        {
            let _ = toggle.call0(&sheet);
        }
    }
}

/// What stands in the field that an event came from.
#[must_use]
pub fn typed(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map_or_else(String::new, |field| field.value())
}

/// What stands in the search field of a form that is being sent.
#[must_use]
pub fn searched() -> String {
    let found = document().and_then(|d| d.query_selector("input[type=search]").ok()?);
    found
        .and_then(|found| found.dyn_into::<HtmlInputElement>().ok())
        .map_or_else(String::new, |field| field.value())
}
