//! A page for one test: the reader's frame on a made archive, mounted in an
//! element of its own and taken down with it.

use reader::components::settings::settings;
use reader::frame::{Props, frame};
use reader::route::Route;
use reader::state::filters::Filters;
use reader::state::library::SharedArchive;
use reader::state::preferences::Preferences;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::scheduler;

#[derive(Properties, PartialEq)]
struct StageProps {
    archive: SharedArchive,
    route: Route,
}

/// Keeps the route in state, as the app does with the address bar.
#[component]
fn Stage(props: &StageProps) -> Html {
    let route = use_state(|| props.route.clone());
    let asked = {
        let route = route.clone();
        Callback::from(move |filters: Filters| route.set(Route::Front(filters)))
    };
    let settings = use_memo((), |()| {
        settings(&Preferences::default(), &Callback::noop())
    });
    frame(&Props {
        archive: props.archive.clone(),
        index: None,
        route: (*route).clone(),
        settings,
        on_filters: asked.clone(),
        on_typing: asked,
    })
}

/// Gives the page English words, as the start script would.
pub fn speak() {
    let all = wording::compiled(
        reader::words::MESSAGES,
        archive::PROBLEMS,
        reader::words::DEVICE,
    )
    .unwrap();
    let english = all.iter().find(|one| one.language.tag == "en").unwrap();
    reader::words::set(english.file(&all, ["", ""], usize::MAX));
    reader::words::set_problems(english.problems_file());
}

/// A mounted page.
pub struct Page {
    root: Element,
    app: Option<yew::AppHandle<Stage>>,
}

impl Page {
    /// Mounts the page at an address on the archive in a text.
    pub async fn open(archive: &str, address: &str) -> Self {
        speak();
        let reading = archive::read(archive.as_bytes());
        let archive = SharedArchive::new(reading.archive.unwrap(), reading.problems);
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let props = StageProps {
            archive,
            route: Route::parse(address),
        };
        let app = yew::Renderer::<Stage>::with_root_and_props(root.clone(), props).render();
        scheduler::flush().await;
        Self {
            root,
            app: Some(app),
        }
    }

    /// The text of every element a selector finds, white space folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| {
                let text = found.item(at).unwrap().text_content().unwrap_or_default();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    /// The first element a selector finds.
    pub fn first(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).unwrap();
        wasm_bindgen::JsCast::unchecked_into(found.expect(selector))
    }

    /// Clicks the first element a selector finds, and lets the page settle.
    pub async fn click(&self, selector: &str) {
        self.first(selector).click();
        scheduler::flush().await;
    }

    /// Types into the search field, and lets the page settle.
    pub async fn search(&self, words: &str) {
        let field: web_sys::HtmlInputElement =
            wasm_bindgen::JsCast::unchecked_into(self.first("input[type=search]"));
        field.set_value(words);
        let bubbling = web_sys::EventInit::new();
        bubbling.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict("input", &bubbling).unwrap();
        field.dispatch_event(&event).unwrap();
        scheduler::flush().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}
