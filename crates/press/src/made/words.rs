//! The words made archives are made of.
//!
//! Common words stand in order of use; newspaper words are mixed with words
//! made from syllables until there are a few thousand, because it is the long
//! tail of rare words that makes an index large.

use super::chance::Chance;

/// How many different words there are.
pub const VOCABULARY: usize = 6000;

/// Words every text is full of, commonest first.
const COMMON: &str = "the of and to a in that is was for it on with as his be at by had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state those people too mr how little good world make very year still see own work men day get here between both life being under three never know same last another while us might great go come since against right came take used himself few house use place during without again home around small however found thought went say part once general high upon school every";

/// Words newspapers use.
const NEWS: &str = "council minister strike union pay workers government election vote party leader policy protest march war peace crisis hospital nurses teachers pupils railway station train fares bus drivers miners factory closure jobs redundancy wages inflation budget tax pensions benefit housing rent tenants landlord eviction estate planning motorway bypass airport harbour ferry dockers shipyard steel coal nuclear power reactor waste river flood drought storm rescue lifeboat fire brigade firefighters police inquiry verdict court judge jury trial appeal prison sentence riot curfew arrest detective witness evidence scandal resignation reshuffle cabinet parliament committee hearing report commission treaty summit embassy ambassador refugees asylum border troops invasion ceasefire sanctions weapons inspectors occupation resistance independence referendum devolution constitution republic monarchy bishop cathedral chapel mosque synagogue charity appeal donation volunteers campaign petition boycott picket ballot negotiation settlement deadlock walkout lockout shareholder merger takeover bankruptcy bank loan debt interest currency exchange market shares profits dividend audit fraud pension fund trustee privatisation nationalisation subsidy tariff export import farmers harvest cattle dairy fishery quota trawler forest timber quarry pollution asbestos chemical spill laboratory vaccine epidemic outbreak surgeon maternity clinic ambulance patient waiting list university students lecturers grant tuition examination curriculum library museum theatre orchestra conductor festival exhibition painter sculptor novelist poet publisher editor journalist broadcaster television newspaper censorship archive football cricket rugby athletics stadium referee manager transfer league championship medal record marathon regatta anniversary memorial veteran funeral obituary tribute ceremony mayor alderman sheriff magistrate coroner solicitor barrister architect engineer inventor satellite rocket computer telephone network software digital science research discovery telescope fossil glacier climate carbon emissions solar wind turbine recycling landfill sewage reservoir pipeline drilling platform explosion collapse derailment collision lorry bridge tunnel tram depot signal timetable delay cancellation";

/// What newspapers write about, the commonest first.
pub const TOPICS: &[&str] = &[
    "Politics",
    "Work",
    "Health",
    "Education",
    "Housing",
    "Transport",
    "Crime and courts",
    "World",
    "Economy",
    "Environment",
    "Farming",
    "Science",
    "Culture",
    "Sport",
    "Religion",
    "Media",
    "Energy",
    "Defence",
    "History",
    "Letters",
];

/// Who writes in made newspapers.
pub const AUTHORS: &[&str] = &[
    "Ada Thornbury",
    "Alan Pettifer",
    "Amira Haddow",
    "Angus Whitlock",
    "Beatrice Okell",
    "Bernard Tolley",
    "Brigid Farrow",
    "Calum Strand",
    "Cecily Marrow",
    "Clement Hoxley",
    "Dafydd Prosser",
    "Dina Castellan",
    "Dorothy Munce",
    "Edwin Lacker",
    "Elspeth Carne",
    "Emeka Woodall",
    "Enid Fairlamb",
    "Fergus Oakden",
    "Florian Hest",
    "Freya Dunstall",
    "Gareth Limb",
    "Geraldine Spooner",
    "Gita Ramsbottom",
    "Hamish Corley",
    "Hester Quill",
    "Horace Bannerman",
    "Imogen Stacey",
    "Iris Pemble",
    "Ivor Nettleship",
    "Jasper Whin",
    "Joan Attersall",
    "Judith Kemble",
    "Kamala Drew",
    "Keir Mossop",
    "Leonard Fitch",
    "Lettice Barrow",
    "Ludo Penhale",
    "Mabel Crosswick",
    "Magnus Thirlby",
    "Maud Ellery",
    "Nadia Fenwright",
    "Neville Sprague",
    "Nora Ballantine",
    "Olive Tranter",
    "Osman Keeling",
    "Patience Loxton",
    "Percival Dray",
    "Phoebe Gadsby",
    "Quentin Marl",
    "Rachel Ostler",
    "Rhys Caldbeck",
    "Rosalind Yeo",
    "Rupert Slaney",
    "Sadie Vickery",
    "Solomon Hythe",
    "Sybil Trench",
    "Tamsin Roe",
    "Ursula Peach",
    "Walter Inskip",
    "Zelda Croome",
];

const ONSETS: &[&str] = &[
    "b", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m",
    "n", "p", "pl", "pr", "r", "s", "sh", "sp", "st", "str", "t", "th", "tr", "v", "w",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "ee", "oa", "ou"];
const CODAS: &[&str] = &[
    "", "", "ck", "d", "l", "ll", "m", "n", "nd", "ng", "nt", "r", "rd", "rn", "s", "st", "t",
];
const ENDINGS: &[&str] = &[
    "", "", "", "ed", "er", "ers", "ing", "ings", "ion", "ish", "ism", "ist", "ity", "ley", "ly",
    "ment", "ness", "s", "ton", "worth",
];

/// The vocabulary, commonest first.
pub fn vocabulary(chance: &mut Chance) -> Vec<String> {
    let mut words: Vec<String> = COMMON.split(' ').map(str::to_owned).collect();
    let mut seen: std::collections::HashSet<String> = words.iter().cloned().collect();
    let mut news = NEWS.split(' ');
    while words.len() < VOCABULARY {
        // Two newspaper words to each made one while they last, so that they
        // are common; the long tail is made.
        let made = made(chance);
        let next = if chance.one_in(3) { None } else { news.next() };
        let word = next.map_or(made, str::to_owned);
        if seen.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// A word that could be English and is none, or nearly none.
fn made(chance: &mut Chance) -> String {
    let mut word = String::new();
    for _ in 0..chance.between(1, 3) {
        for parts in [ONSETS, VOWELS, CODAS] {
            word.push_str(super::pick(chance, parts));
        }
    }
    word.push_str(super::pick(chance, ENDINGS));
    word
}
