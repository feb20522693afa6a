//! A part of a page that is left alone until it is another one.
//!
//! Yew compares every node of a page at every change; here one pointer says that
//! nothing below has changed.

use std::rc::Rc;

use yew::virtual_dom::VComp;
use yew::{Component, Context, Html, Properties};

/// What stands still.
#[derive(Properties)]
pub struct Props {
    /// The nodes; the same for as long as it is the same allocation.
    pub held: Rc<Html>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.held, &other.held)
    }
}

/// The part.
pub struct Still;

impl Component for Still {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        (*context.props().held).clone()
    }
}

/// Nodes that stand still for as long as they are held in the same place.
pub fn still(held: Rc<Html>) -> Html {
    VComp::new::<Still>(Rc::new(Props { held }), None).into()
}
