//! Reading what was written back, with parsers that are not ours.

use quick_xml::Reader;
use quick_xml::events::Event;

/// An element read back: its name, its attributes, the text inside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// The name of the element around it.
    pub parent: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// The text directly inside.
    pub text: String,
}

impl Element {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// All elements of a document in the order they end; stops the test when the
/// document is not well-formed.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut done = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(element(&start, &open)),
            Event::Empty(start) => done.push(element(&start, &open)),
            Event::End(_) => done.push(open.pop().unwrap()),
            Event::Text(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                let text = format!("&{};", &*reference);
                let element = open.last_mut().unwrap();
                element
                    .text
                    .push_str(&quick_xml::escape::unescape(&text).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    done
}

fn element(start: &quick_xml::events::BytesStart<'_>, open: &[Element]) -> Element {
    Element {
        name: start.name().as_ref().to_owned(),
        parent: open
            .last()
            .map(|parent| parent.name.clone())
            .unwrap_or_default(),
        attributes: start
            .attributes()
            .map(|attribute| {
                let attribute = attribute.unwrap();
                let value = quick_xml::escape::unescape(&attribute.value)
                    .unwrap()
                    .into_owned();
                (attribute.key.as_ref().to_owned(), value)
            })
            .collect(),
        text: String::new(),
    }
}

/// The texts of all elements of a name inside one of another.
pub fn texts<'a>(elements: &'a [Element], parent: &str, name: &str) -> Vec<&'a str> {
    elements
        .iter()
        .filter(|element| element.parent == parent && element.name == name)
        .map(|element| element.text.as_str())
        .collect()
}

/// The values of an attribute wherever it stands in an HTML page. The pages
/// quote every value, and escape quotes inside.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}
