//! The search engine: documents, terms and queries.
//!
//! Knows nothing of articles, browsers or files. Texts go in by document number;
//! a query comes out as document numbers, best first, with exact counts.
//!
//! Words: a *document* is a number from 0 up, a *field* a part of one, a *term* a
//! folded word, a *posting* a document that holds a term, its *impact* how
//! strongly; a *query* is what somebody asked, a *hit* a document found, a
//! *passage* the part of a text that shows best why.
//!
//! # Building
//!
//! Documents are added in the order in which an archive lists them, newest
//! first and undated last: that order breaks ties, is [`Order::Newest`], and
//! makes a document's number its place in the archive. Both halves come in
//! pieces, so that a page can breathe between them:
//!
//! ```
//! use search::{Builder, Facts, Field, Stemmer};
//!
//! let mut builder = Builder::new(vec![Some(Stemmer::english())]);
//! let facts = Facts {
//!     language: 0,                            // place in the list above
//!     days: Some((2003_05_07, 2003_05_07)),   // first and last it can be of
//!     values: &[(0, 4), (1, 2)],              // facet 0 has value 4, 1 has 2
//! };
//! builder.add(&facts, &[(Field::Headline, "Storm"), (Field::Body, "It blew.")]);
//! let mut finishing = builder.finish();
//! while !finishing.step() { /* a few milliseconds each */ }
//! let index = finishing.index();
//! # assert_eq!(index.documents(), 1);
//! ```
//!
//! Two builders may share the work, side by side: the second begins where the
//! first will end ([`Builder::after`]), hands over what it has
//! ([`Builder::part`]), and the first joins it to its own ([`Builder::join`]). The
//! index is the same to the byte.
//!
//! # Asking
//!
//! ```
//! # use search::{Builder, Facts, Stemmer};
//! use search::{Field, Filter, Order, Request, Texts, parse};
//! # let mut builder = Builder::new(vec![Some(Stemmer::english())]);
//! # builder.add(&Facts::default(), &[(Field::Body, "It blew a storm.")]);
//! # let index = builder.finish().index();
//!
//! struct Lent<'a>(&'a [&'a str]);
//! impl Texts for Lent<'_> {
//!     fn text(&mut self, document: u32, field: Field, out: &mut String) {
//!         if field == Field::Body { out.push_str(self.0[document as usize]); }
//!     }
//! }
//!
//! let (query, remarks) = parse("stormy weather");
//! let request = Request {
//!     query: &query,
//!     filters: &[],                           // or Filter { facet: 0, values: vec![4] }
//!     days: None,                             // or a range chosen beside the query
//!     order: Order::Best,
//!     limit: 20,
//! };
//! let texts = ["It blew a storm."];
//! let answer = index.search(&request, &mut Lent(&texts));
//! for hit in &answer.hits {
//!     let text = texts[hit.document as usize];
//!     let passage = answer.marker.passage(text, 160);   // what to show, and marks in it
//!     let all = answer.marker.marks(text);              // every match, for the article
//! #   assert!(passage.marks == all);
//! }
//! # assert!(remarks.is_empty());
//! ```
//!
//! [`Answer::counts`] has, for each facet and value, how many there would be if
//! that facet were not filtered; [`Answer::any_day`] is what a timeline counts.
//! [`Answer::words`] says how each word fared: found, mistyped, nowhere. Texts
//! are read only for symbols (`C++`), so the archive keeps them and lends them.
//! [`Index::explain`] and [`Index::more_like`] answer the two other questions.
//!
//! # Keeping
//!
//! [`Index::to_bytes`] and [`Index::from_bytes`]; [`VERSION`] belongs in the name
//! under which they are kept. An index whose blocks are elsewhere is asked by
//! [`Index::search_in`]: it names the [`Block`]s it lacks, and is asked again.
//! The same answer comes out, whatever was asked before.
//!
//! What this crate refuses to do: input and output, clocks, threads, randomness,
//! and panicking on anything it is given.

mod alike;
mod alphabet;
mod answer;
mod batch;
mod blocks;
mod builder;
mod bytes;
mod chunks;
mod dictionary;
mod docs;
mod explain;
mod facets;
mod feedback;
mod field;
mod finish;
mod forms;
mod function_words;
mod impact;
mod index;
mod levenshtein;
mod mark;
mod near;
mod order;
mod parse;
mod part;
mod phrase;
mod pieces;
mod postings;
mod query;
mod rank;
mod resolve;
mod scan;
mod score;
mod subjects;
mod vocabulary;

pub use answer::{Answer, Hit, Order, Request, Texts};
pub use blocks::{Block, Blocks, Section};
pub use builder::{Builder, Facts};
pub use docs::{DocSet, Members};
pub use explain::{Explanation, Part};
pub use facets::Filter;
pub use field::Field;
pub use finish::Finishing;
pub use forms::How;
pub use index::{Fault, Index, VERSION};
pub use language::Stemmer;
pub use mark::{Mark, Marker, Passage};
pub use parse::{Odd, Remark, parse};
pub use query::{Clause, Day, Query, Span, What};
pub use resolve::Report;
