//! Stemmers against Snowball's own, and against bytes that are none.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use language::rules::compile;
use language::{Fault, LONGEST_WORD, Stemmer, fold_into};
use proptest::prelude::*;
use waken_snowball::{Algorithm, stem};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("stems")
}

fn languages() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect("the folder of stemmers")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "stem")
        })
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

fn bytes(language: &str) -> Vec<u8> {
    fs::read(folder().join(language).with_extension("bin")).expect("compiled rules")
}

fn stemmer(language: &str) -> Stemmer {
    Stemmer::from_bytes(&bytes(language)).expect("a stemmer")
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

fn stemmed(stemmer: &Stemmer, word: &str) -> String {
    let mut out = "left over".to_owned();
    stemmer.stem(word, &mut out);
    out
}

/// The bytes that are committed are what the rules say.
#[test]
fn bytes_are_those_of_the_rules() {
    assert!(languages().len() >= 11);
    for language in languages() {
        let rules =
            fs::read_to_string(folder().join(&language).with_extension("stem")).expect("rules");
        let compiled = compile(&rules).unwrap_or_else(|mistake| panic!("{language}: {mistake}"));
        assert!(
            compiled == bytes(&language),
            "{language}: run `cargo run -p language --example stems`"
        );
        assert!(
            compiled.len() <= 2048,
            "{language}: {} bytes",
            compiled.len()
        );
    }
}

/// Words to try: every beginning with every ending.
fn made(beginnings: &str, endings: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for beginning in beginnings.split_whitespace() {
        words.insert(beginning.to_owned());
        for ending in endings.split_whitespace() {
            words.insert(format!("{beginning}{ending}"));
        }
    }
    words
}

const ENGLISH: &str = "a ab add agre analog andes arsen at atlas aw be beauti believ bias bl boy by call \
    can cann care cat commun connect cosmos cry dai day depend die dying early earr egg emerg employ \
    even exc exceed failing fall feed fil fizz fluent form free gener gently good happ herr hesit hop \
    hope hoping hous howe idl inn integr later li luxuri lying market nation news occur only oper organ \
    out past plant pleas predic probab proc quick radic rat relat replac sensi skies skis sky snow \
    speci stopp succ sup syst tan theolog tri tying ugly univers us vietnam vis weak writ y yes youth z";
const ENGLISH_ENDINGS: &str = "s es ed ing ly edly ingly ied ies eed eedly er ers est ation ations \
    ational tional ization izer ator alism aliti ality alli fulness fulli fully ousli ousness ously \
    iveness iviti ivity biliti bility ogi ogist logist lessli lessly ful ness icate iciti icity ical \
    ative alize ance ence able ible ant ement ment ent ism ate iti ity ous ive ize ion sion tion e ee \
    l ll y yed ying ys tted pping nned bled ated ized sses ss us";

fn agreement(
    language: &str,
    algorithm: Algorithm,
    words: &BTreeSet<String>,
) -> (usize, Vec<String>) {
    let ours = stemmer(language);
    let mut differing = Vec::new();
    for word in words {
        let own = stemmed(&ours, &folded(word));
        let expected = folded(&stem(algorithm, word));
        if own != expected {
            differing.push(format!("{word}: {own}, Snowball {expected}"));
        }
    }
    (words.len(), differing)
}

/// English is Snowball's to the letter (also, when this was written, on the
/// 87,396 words of four collections).
#[test]
fn english_is_snowball() {
    let mut words = made(ENGLISH, ENGLISH_ENDINGS);
    // Two endings, one behind the other.
    for ending in ENGLISH_ENDINGS.split_whitespace() {
        words.extend(made(
            "connect gener nation past y op agre",
            &ENGLISH_ENDINGS.replace(' ', &format!(" {ending}")),
        ));
    }
    let (count, differing) = agreement("en", Algorithm::English, &words);
    assert!(count > 5000);
    assert!(differing.is_empty(), "{differing:?}");
}

/// The other languages: how far they agree on words made from common beginnings
/// and endings, accents and all. The shares over whole dictionaries stand in
/// `stems/README.md`.
#[test]
fn other_languages_agree() {
    use Algorithm::{
        Danish, DutchPorter, Finnish, French, German, Hungarian, Italian, Norwegian, Portuguese,
        Russian, Spanish, Swedish,
    };
    let table: &[(&str, Algorithm, &str, &str, usize)] = &[
        (
            "de",
            German,
            "haus häus straße frei freund bau mädch übung könig groß system tisch lehr abend plan neu zeug quell aue",
            "e en er es em ern erin erinnen s st est et ung ungen heit heiten keit igkeit lich lichkeit isch ig ige nis nisse end ln lns ö",
            999,
        ),
        (
            "ru",
            Russian,
            "книг стол город красив чита дела говор учи нов ёлк молод больш перв районн важн",
            "а ы у ой е и ам ами ах ый ого ему ым ая ую ое ые их ть л ла ли лся ет ют ешь ем вш вши вшись ющий щий ость остью ейш ейший нный ся",
            1000,
        ),
        (
            "fi",
            Finnish,
            "talo auto koira kansa kirja suo kuu uutinen hallitus presidentti",
            "n a t ta tta ssa sta lla lta lle ksi na en ien jen iden illa issa ja ni si nsa mme han hon siin kin kaan ko mpi mmat",
            980,
        ),
        (
            "hu",
            Hungarian,
            "ház ember könyv alma kert város iskola autó nap",
            "ban ben ból ról tól nak nek hoz hez val vel ok ek ak k at et ot t am em im aink eink juk unk d od ed ja je ért ként kor ig n on en",
            800,
        ),
        (
            "sv",
            Swedish,
            "flick häst hus bok land stad lös arbet kvalit människ frihet",
            "a ar en et s or ors erna arnas ade ades ande heter hetens lig fullt löst ast dd gt",
            970,
        ),
        (
            "da",
            Danish,
            "hus bil land græs lær frihed arbejd køb mulig skole vand",
            "e en er et s ens erne ernes hed heden heder erede ende lig løst ig igst els tt gd",
            960,
        ),
        (
            "no",
            Norwegian,
            "hus bil land gress lær frihet arbeid kjøp mulig skole vann",
            "e en er et s ene enes het heten heter ede ende lig lov ert erte ers ast dt vt skapers",
            960,
        ),
        (
            "nl",
            DutchPorter,
            "huis lop boek vrij werk kind groot mogelijk bak goed teken geef yoghurt",
            "en s heden heid e ene se ing ingen end ig ige lijk baar bar igheid aam eer oos",
            999,
        ),
        (
            "es",
            Spanish,
            "habl com viv canci nacion activ posibil histor rápid averig lleg lengu psicolog",
            "o a as amos an aba ía ían ó ado idos ando iendo ar er ir arse irlo ar ación aciones mente idad able osa ivo eza logía uciones é ué",
            930,
        ),
        (
            "fr",
            French,
            "parl fin vend activ nation commun beau heur grand jou employ histor quot",
            "er e es ons ez ent ait aient era eront ant ante ants ation ateur ement ité ités if ive eux euse aux ment amment emment isme issant it ira ion ière",
            950,
        ),
        (
            "it",
            Italian,
            "parl prend fin attiv nazion libert citt amic felic grand lung psicolog quest",
            "o a i e are ere ire ando endo ato ita uto ava evano erà irono azione azioni mente amente ità abile oso ivo enza logia arlo armi he hi",
            930,
        ),
        (
            "pt",
            Portuguese,
            "fal com part naç activ possibil histór rápid pega alegr lingu psicolog",
            "o a os as amos am ava ia ado idos ando endo ar er ir ação ações ção mente idade ável oso ivo eza logia ência ei ou ão ões gue ira",
            940,
        ),
    ];
    let mut shares = Vec::new();
    let mut wrong = Vec::new();
    for (language, algorithm, beginnings, endings, least) in table {
        let (count, differing) = agreement(language, *algorithm, &made(beginnings, endings));
        let share = (count - differing.len()) * 1000 / count;
        shares.push((*language, share));
        if share < *least {
            wrong.push((*language, share, differing));
        }
    }
    assert!(wrong.is_empty(), "{shares:?} {wrong:#?}");
}

/// Two languages whose stemmers are not Snowball's: forms of one word meet, and
/// those of others do not.
#[test]
fn forms_meet() {
    for (language, forms, others) in [
        (
            "tr",
            "kitap kitabı kitaplar kitaplarda kitapların kitabımız kitaplarımızdan",
            "kita kat",
        ),
        (
            "tr",
            "ülke ülkede ülkeler ülkenin ülkemiz ülkelerimizde",
            "ürün",
        ),
        ("tr", "ev evde evler evin evimizden evlerinde", "el"),
        ("ar", "كتاب الكتاب والكتاب بالكتاب كتابها", "كتب"),
        ("ar", "مسلم المسلمون المسلمين مسلمات للمسلمين", "سلام"),
        ("ar", "مدرسة المدرسة مدرسه", "مدير"),
        ("fi", "talo talossa talon talolla", "tie"),
        ("hu", "ház házban házak házakban", "hét"),
    ] {
        let stemmer = stemmer(language);
        let stem = |word: &str| stemmed(&stemmer, &folded(word));
        let stems: BTreeSet<String> = forms.split(' ').map(stem).collect();
        assert_eq!(stems.len(), 1, "{language}: {stems:?}");
        for other in others.split(' ') {
            assert!(!stems.contains(&stem(other)), "{language}: {other}");
        }
    }
}

/// A word typed without its accents has the stem of the word written with them.
#[test]
fn accents_make_no_difference() {
    for (language, with, without) in [
        ("de", "Häuser", "Hauser"),
        ("fr", "employés", "employes"),
        ("es", "canciónes", "canciones"),
        ("pt", "nações", "nacoes"),
        ("sv", "hästarna", "hastarna"),
        ("ru", "ёлками", "елками"),
    ] {
        let stemmer = stemmer(language);
        assert_eq!(
            stemmed(&stemmer, &folded(with)),
            stemmed(&stemmer, &folded(without))
        );
    }
}

#[test]
fn words_of_other_scripts_are_their_own_stems() {
    for (language, word) in [
        ("en", "книгами"),
        ("ru", "running"),
        ("en", "café"),
        ("de", "東京"),
    ] {
        assert_eq!(stemmed(&stemmer(language), word), word);
    }
    let long = "running".repeat(20);
    assert!(long.len() > LONGEST_WORD);
    assert_eq!(stemmed(&Stemmer::english(), &long), long);
    assert_eq!(stemmed(&Stemmer::english(), ""), "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    /// English, on any letters: equal to Snowball's, and never much longer than
    /// the word.
    #[test]
    fn english_on_any_letters(word in "[a-z]{1,14}|[aeiouystdlngr]{1,12}(ing|ed|ly|ational|ization|eed|ies|ment|ness|y)") {
        let own = stemmed(&Stemmer::english(), &word);
        prop_assert_eq!(&own, &stem(Algorithm::English, &word).to_string());
        prop_assert!(own.len() <= word.len() + 1);
    }

    #[test]
    fn any_word_in_any_language(word in any::<String>()) {
        for language in languages() {
            let own = stemmed(&stemmer(&language), &word);
            prop_assert!(own.chars().count() <= word.chars().count() + 4);
            prop_assert!(!own.is_empty() || word.is_empty());
        }
    }

    /// Bytes that are nearly a stemmer: refused, or they run and end.
    #[test]
    fn altered_bytes(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>(), short in any::<bool>()) {
        for language in ["en", "ru", "da"] {
            let mut bytes = bytes(language);
            for (place, byte) in &changes {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            if short {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Ok(stemmer) = Stemmer::from_bytes(&bytes) {
                for word in ["generations", "a", "книгами", "fornægtelserne", "yyyyyyyyyyyyyyyyyyy"] {
                    let own = stemmed(&stemmer, word);
                    prop_assert!(!own.is_empty());
                }
            }
        }
    }

    #[test]
    fn any_bytes(tail in prop::collection::vec(0..32_u8, 0..60)) {
        let mut bytes = b"Stm1\x40\x00".to_vec();
        bytes.extend(&tail);
        if let Ok(stemmer) = Stemmer::from_bytes(&bytes) {
            stemmed(&stemmer, "generations");
        }
        let mut bytes = b"Stm1\x40\x00\x01\x02ae\x01".to_vec();
        bytes.push(tail.len() as u8);
        bytes.extend(&tail);
        if let Ok(stemmer) = Stemmer::from_bytes(&bytes) {
            stemmed(&stemmer, "generations");
        }
    }
}

/// Programs that would run for ever, or down for ever, end.
#[test]
fn endless_programs_end() {
    for rules in [
        "rule main ( repeat '' )",
        "rule main ( repeat ( ) )",
        "rule main ( beyond ( repeat ( seek ( ) ) ) )",
        "rule main ( repeat ( repeat ( repeat test hop 1 ) ) )",
        "rule main ( repeat ( [ ] put 'a' ) )",
        "rule main ( repeat ( [ ] drop ) )",
        "rule main ( backwards ( repeat backwards ( hop 1 [ hop 1 ] put 'abc' ) ) )",
    ] {
        let bytes = compile(rules).expect("rules");
        let stemmer = Stemmer::from_bytes(&bytes).expect("a stemmer");
        assert!(!stemmed(&stemmer, "generations").is_empty(), "{rules}");
    }
    // A rule that calls itself.
    let stemmer = Stemmer::from_bytes(b"Stm1\x40\x00\x00\x01\x02\x09\x00").expect("a stemmer");
    assert_eq!(stemmed(&stemmer, "generations"), "generations");
    // Two that call each other twice.
    let stemmer = Stemmer::from_bytes(
        b"Stm1\x40\x00\x00\x02\x06\x11\x02\x09\x01\x09\x01\x06\x11\x02\x09\x00\x09\x00",
    );
    assert_eq!(
        stemmed(&stemmer.expect("a stemmer"), "generations"),
        "generations"
    );
}

#[test]
fn what_is_no_stemmer_is_refused() {
    let english = bytes("en");
    assert_eq!(Stemmer::from_bytes(b"").err(), Some(Fault::Foreign));
    assert_eq!(Stemmer::from_bytes(b"<html>").err(), Some(Fault::Foreign));
    for end in 4..english.len() {
        let fault = Stemmer::from_bytes(&english[..end]).err();
        assert_eq!(fault, Some(Fault::Broken), "cut to {end}");
    }
    let longer = [english.as_slice(), b"x"].concat();
    assert_eq!(Stemmer::from_bytes(&longer).err(), Some(Fault::Broken));
}

#[test]
fn mistakes_in_rules_are_told_with_their_line() {
    for (rules, line, what) in [
        ("rule main ( hop )", 1, "a number"),
        ("group v 'ae'\nrule main (\n in w )", 3, "no group"),
        ("rule main ( ending 'a' )", 1, "expected"),
        ("rule main ( hops 3 )", 1, "no command"),
        ("nonsense", 1, "expected"),
        ("first 0x410 rule main ( 'abc' )", 1, "no letter"),
        ("rule main (", 1, ""),
        ("rule main ( ending { => drop } )", 1, "strings"),
    ] {
        let mistake = compile(rules).expect_err(rules);
        assert_eq!(mistake.line, line, "{rules}: {mistake}");
        assert!(mistake.what.contains(what), "{rules}: {mistake}");
    }
}
