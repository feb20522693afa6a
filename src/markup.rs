//! Elements in few words: what pages and components are written in.
//!
//! Why not `html!`: the macro writes the construction of every element out in
//! full at each place; a third of the module's code was that. Here an element is
//! one call with one text, and Yew's virtual DOM takes it from there.
//!
//! Words: a *pattern* is `tag.class|name=value|name`: a tag, at most one class
//! after a dot, then attributes, each after a bar and with a value of any
//! characters but a bar. More classes are written as `|class=one two`.
//!
//! What it refuses to do: take markup. Text is text.

use std::rc::Rc;

use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VNode, VTag, VText};
use yew::{Callback, Event, Html};

use crate::route::linked;
use crate::words::{Word, say};

/// An element being put together.
pub struct El(Rc<VTag>);

/// An element by its pattern.
#[must_use]
pub fn el(pattern: &'static str) -> El {
    let mut parts = pattern.split('|');
    let head = parts.next().unwrap_or("div");
    let (tag, class) = head.split_once('.').unwrap_or((head, ""));
    let mut element = El(Rc::new(VTag::new(AttrValue::Static(tag))));
    if !class.is_empty() {
        element = element.set("class", AttrValue::Static(class));
    }
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        element = element.set(name, AttrValue::Static(value));
    }
    element
}

/// An element that stands in the place of one that is not there, so that its
/// neighbours keep theirs.
pub fn nothing() -> Html {
    Html::default()
}

/// Nodes side by side.
#[inline(never)]
pub fn side_by_side(nodes: Vec<Html>) -> Html {
    nodes.into_iter().collect()
}

/// A text.
#[inline(never)]
pub fn words(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

impl El {
    fn tag(&mut self) -> &mut VTag {
        // Nobody else holds an element before it is finished.
        Rc::make_mut(&mut self.0)
    }

    #[inline(never)]
    fn set(mut self, mut name: &'static str, mut value: AttrValue) -> Self {
        if matches!(name, "href" | "src")
            && let Some(linked) = linked(&value)
        {
            if name == "src" {
                // One file has no files beside it: `static/one-file.js` shows the
                // picture it has packed under that name.
                name = "data-src";
            } else {
                value = linked.into();
            }
        }
        self.tag().add_attribute(name, value);
        self
    }

    #[inline(never)]
    fn add(mut self, child: Html) -> Self {
        self.tag().add_child(child);
        self
    }

    /// With an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.stand_as(name, self)
    }

    /// With an attribute, if there is a value.
    #[must_use]
    pub fn attr_if(self, name: &'static str, value: Option<impl Value>) -> Self {
        match value {
            Some(value) => value.stand_as(name, self),
            None => self,
        }
    }

    /// With another class than its pattern's.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.set("class", AttrValue::Static(class))
    }

    /// With a key among its siblings.
    #[must_use]
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.tag().key = Some(key.into());
        self
    }

    /// A link to an address.
    #[must_use]
    pub fn href(self, address: String) -> Self {
        address.stand_as("href", self)
    }

    /// With what stands in a field.
    #[must_use]
    pub fn value(mut self, value: AttrValue) -> Self {
        self.tag().set_value(Some(value));
        self
    }

    /// Checked or not.
    #[must_use]
    pub fn checked(mut self, checked: bool) -> Self {
        self.tag().set_checked(checked);
        self
    }

    /// With an element or other node inside, after what is there.
    #[must_use]
    pub fn child(self, child: impl Child) -> Self {
        child.stand_in(self)
    }

    /// With a node if there is one, and its empty place if not.
    #[must_use]
    pub fn maybe(self, child: Option<impl Child>) -> Self {
        match child {
            Some(child) => child.stand_in(self),
            None => self.add(nothing()),
        }
    }

    /// With nodes inside, after what is there.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = impl Child>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// With fixed words inside.
    #[must_use]
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.add(VText::new(text).into())
    }

    /// With a message of the reader's inside.
    #[must_use]
    #[inline(never)]
    pub fn say(self, word: Word) -> Self {
        self.text(say(word))
    }

    /// Named by a message, for those who hear the page.
    #[must_use]
    #[inline(never)]
    pub fn label(self, word: Word) -> Self {
        self.set("aria-label", AttrValue::Static(say(word)))
    }

    /// With somebody's words inside.
    #[must_use]
    #[inline(never)]
    pub fn words(self, text: &str) -> Self {
        self.add(words(text))
    }

    /// With words put together inside.
    #[must_use]
    #[inline(never)]
    pub fn told(self, text: String) -> Self {
        self.add(VText::new(text).into())
    }

    /// Tells of an event.
    #[must_use]
    pub fn on(mut self, kind: On, told: &Callback<Event>) -> Self {
        let told = told.clone();
        self.tag().add_listener(Rc::new(Told { kind, told }));
        self
    }

    /// Tells of clicks.
    #[must_use]
    pub fn on_click(self, told: &Callback<Event>) -> Self {
        self.on(On::Click, told)
    }

    /// Tells when a box is ticked or a choice made.
    #[must_use]
    pub fn on_change(self, told: &Callback<Event>) -> Self {
        self.on(On::Change, told)
    }
}

/// What can stand inside an element. Each kind is one function, so that a place
/// where it is used is one call.
pub trait Child {
    /// Goes into an element, after what is there.
    fn stand_in(self, element: El) -> El;
}

impl Child for El {
    #[inline(never)]
    fn stand_in(self, element: El) -> El {
        element.add(self.into())
    }
}

impl Child for Html {
    fn stand_in(self, element: El) -> El {
        element.add(self)
    }
}

/// What can be an attribute's value.
pub trait Value {
    /// Becomes an element's attribute.
    fn stand_as(self, name: &'static str, element: El) -> El;
}

impl Value for &'static str {
    #[inline(never)]
    fn stand_as(self, name: &'static str, element: El) -> El {
        element.set(name, AttrValue::Static(self))
    }
}

impl Value for String {
    #[inline(never)]
    fn stand_as(self, name: &'static str, element: El) -> El {
        element.set(name, self.into())
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        VNode::VTag(element.0)
    }
}

/// The events that are listened for: Yew's own list is ten times as long, and
/// copying one of it costs a branch for each.
#[derive(Debug, Clone, Copy)]
pub enum On {
    /// A box ticked, a choice made.
    Change,
    /// A click.
    Click,
    /// A letter typed.
    Input,
    /// A key pressed.
    KeyDown,
    /// A pointer pressed.
    PointerDown,
    /// A pointer come over.
    PointerEnter,
    /// A pointer let go.
    PointerUp,
    /// A form sent.
    Submit,
}

/// One kind of listener for all events: each of Yew's own brings its own code.
struct Told {
    kind: On,
    told: Callback<Event>,
}

impl Listener for Told {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            On::Change => ListenerKind::onchange,
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::KeyDown => ListenerKind::onkeydown,
            On::PointerDown => ListenerKind::onpointerdown,
            On::PointerEnter => ListenerKind::onpointerenter,
            On::PointerUp => ListenerKind::onpointerup,
            On::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        self.told.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
