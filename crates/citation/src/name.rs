//! Names: of whom, and in which parts.
//!
//! A byline is a text. Whether it names a person or a body nobody says, and a
//! format that inverts names wants to know. The rule here is careful: a name is a
//! person's when all its words look like a person's, in the order that BibTeX reads
//! them (Patashnik, *BibTeXing*, 1988, section 4: given names, then a particle in
//! lower case, then the family name), or with a comma after the family name. All
//! else, and whatever has a word that bodies are named by, stays whole: to take a
//! person for a body keeps the name right and only its order plain; the other way
//! round invents a person.

/// A name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name<'a> {
    /// A person's.
    Person {
        /// `Ludwig`.
        given: String,
        /// `van`; empty when there is none.
        particle: String,
        /// `Beethoven`.
        family: String,
        /// `Jr.`; empty when there is none.
        suffix: String,
    },
    /// A body's, or one that cannot be told.
    Whole(&'a str),
}

/// Longest name of a person, in words.
const MOST_WORDS: usize = 5;

/// Words in lower case that belong to a family name.
const PARTICLES: &str = " af al av bin da das de del della den der di do dos du el ibn la le ten ter van vom von zu zum zur ";

/// What may follow a family name.
const SUFFIXES: &str = " II III IV Jnr Jnr. Jr Jr. Snr Snr. Sr Sr. ";

/// Words that bodies are named by and people are not, without accents, in the
/// languages of the reader that have capitals.
const BODIES: &str = " agence agencia agency agentur alliance archive archives army assembly associacion asociacion association authority bank board branch brigade broadcasting bund bureau campaign center centre club coalition colectivo collectif collective college comite commission committee communist company confederation conference congress conseil consejo cooperative corporation correspondent council department desk division editor editorial editors executive federacion federation forum foundation front fund future gazette gewerkschaft government group groupe grupo gruppe herald institut institute instituto international journal kommission komitee labour league liga ligue library magazine ministry mouvement movement movimiento museum national network news office organisation organization our partei parti partido party press project publishing redaccion redaktion redaction reporter reporters republic research review school service services sindicato socialist society special staff stiftung students studio syndicat team the times trade trust union united university verband verein verlag women workers workshop writers youth zeitung ";

/// Reads a name.
pub fn read(name: &str) -> Name<'_> {
    let name = name.trim();
    let mut parts = name.split(',').map(str::trim);
    let person = match (parts.next(), parts.next(), parts.next()) {
        (Some(whole), None, _) => in_order(whole),
        (Some(family), Some(given), None) if !listed(SUFFIXES, given) => inverted(family, given),
        (Some(whole), Some(suffix), None) => in_order(whole).map(|name| with_suffix(name, suffix)),
        _ => None,
    };
    person.unwrap_or(Name::Whole(name))
}

/// `Ludwig van Beethoven`, `Martin Luther King Jr.`
fn in_order(name: &str) -> Option<Name<'static>> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let mut suffix = "";
    if words.len() > 2 && words.last().is_some_and(|word| listed(SUFFIXES, word)) {
        suffix = words.pop().unwrap_or_default();
    }
    if !(2..=MOST_WORDS).contains(&words.len()) || !words.iter().all(|word| fits(word)) {
        return None;
    }
    // Particles stand together, after a given name and before a family name; without
    // one the last word is the family name.
    let particle = words.iter().position(|word| listed(PARTICLES, word));
    let from = particle.unwrap_or(words.len() - 1);
    let family = words[from..]
        .iter()
        .position(|word| !listed(PARTICLES, word))?
        + from;
    let scattered = words[family..].iter().any(|word| listed(PARTICLES, word));
    if from == 0 || scattered || initial(words[words.len() - 1]) {
        return None;
    }
    Some(Name::Person {
        given: words[..from].join(" "),
        particle: words[from..family].join(" "),
        family: words[family..].join(" "),
        suffix: suffix.to_owned(),
    })
}

/// `Beethoven, Ludwig van`, `van Beethoven, Ludwig`.
fn inverted(family: &str, given: &str) -> Option<Name<'static>> {
    let (family, given): (Vec<&str>, Vec<&str>) = (
        family.split_whitespace().collect(),
        given.split_whitespace().collect(),
    );
    let few = |words: &[&str]| (1..=MOST_WORDS - 2).contains(&words.len());
    if !few(&family) || !few(&given) || !family.iter().chain(&given).all(|word| fits(word)) {
        return None;
    }
    let own = family.iter().position(|word| !listed(PARTICLES, word))?;
    let after = given
        .iter()
        .position(|word| listed(PARTICLES, word))
        .unwrap_or(given.len());
    if after == 0 {
        return None;
    }
    let particle = [&family[..own], &given[after..]].concat();
    Some(Name::Person {
        given: given[..after].join(" "),
        particle: particle.join(" "),
        family: family[own..].join(" "),
        suffix: String::new(),
    })
}

fn with_suffix(name: Name<'static>, after: &str) -> Name<'static> {
    match name {
        Name::Person {
            given,
            particle,
            family,
            ..
        } => Name::Person {
            given,
            particle,
            family,
            suffix: after.to_owned(),
        },
        whole => whole,
    }
}

/// Whether a word may be part of a person's name.
fn fits(word: &str) -> bool {
    if listed(PARTICLES, word) {
        return true;
    }
    let plain: String = word.to_lowercase().chars().map(without_accent).collect();
    let of_letters =
        |letter: char| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\'' | '’');
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    // `BBC` is no name; `J.`, `J.R.R.`, `MacBride` and `O’Brien` are parts of one.
    let shouted = word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !word.contains('.')
        && !word.chars().any(char::is_lowercase);
    capital && !shouted && word.chars().all(of_letters) && !listed(BODIES, &plain)
}

/// `J.` or `J`.
fn initial(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() < 2
}

fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && !word.contains(' ') && list.contains(&format!(" {word} "))
}

fn without_accent(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'î' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'û' | 'ü' => 'u',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_bodies() {
        let check = |name: &str, wanted: &str| {
            let said = match read(name) {
                Name::Person {
                    given,
                    particle,
                    family,
                    suffix,
                } => {
                    format!("{given}|{particle}|{family}|{suffix}")
                }
                Name::Whole(name) => name.to_owned(),
            };
            assert_eq!(said, wanted, "{name}");
        };
        check("Jane Smith", "Jane||Smith|");
        check(" A. N. Other ", "A. N.||Other|");
        check("J.R.R. Tolkien", "J.R.R.||Tolkien|");
        check("Conor Cruise O’Brien", "Conor Cruise||O’Brien|");
        check("Ludwig van Beethoven", "Ludwig|van|Beethoven|");
        check("Simone de Beauvoir", "Simone|de|Beauvoir|");
        check("Jean de la Fontaine", "Jean|de la|Fontaine|");
        check("Gabriel García Márquez", "Gabriel García||Márquez|");
        check("Martin Luther King Jr.", "Martin Luther||King|Jr.");
        check("Sammy Davis, Jr.", "Sammy||Davis|Jr.");
        check("Smith, Jane", "Jane||Smith|");
        check("van Gogh, Vincent", "Vincent|van|Gogh|");
        check("Beethoven, Ludwig van", "Ludwig|van|Beethoven|");
        check("García Márquez, Gabriel", "Gabriel||García Márquez|");
        for whole in [
            "",
            ",",
            "Movement for a Socialist Future",
            "The Editors",
            "The Editors & Co",
            "Our Correspondent",
            "Editorial Team",
            "Comité Central",
            "Rédaction Paris",
            "BBC News",
            "PA",
            "Jane Smith and John Doe",
            "Smith, Jones & Partners",
            "Smith, Jones, Brown",
            "Class of 2003",
            "Area 51",
            "jane smith",
            "JANE SMITH",
            "東京新聞",
            "山田 太郎",
            "نجيب محفوظ",
            "Malcolm X",
            "de la",
            "van Gogh",
            "A very long name that no person ever had",
        ] {
            check(whole, whole);
        }
    }
}
