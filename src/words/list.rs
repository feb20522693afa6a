//! Every message of the reader, by name: what stands in `words/*.ftl`, in the
//! order in which the compiled files have it.

/// Makes the list: each line is a name here, the name in the files, and the
/// variables in the order in which they are given. A message that is counted or
/// chosen by a number has that one first.
macro_rules! list {
    ($($name:ident $text:literal $($variable:ident)*;)*) => {
        /// A message.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Word {
            $(#[doc = concat!("`", $text, "`")] $name,)*
        }

        /// Every message's name in the files and its variables, for what
        /// compiles and checks them.
        pub const MESSAGES: &[(&str, &[&str])] = &[
            $(($text, &[$(stringify!($variable)),*]),)*
        ];

        /// Every message.
        pub const WORDS: &[Word] = &[$(Word::$name),*];
    };
}

list! {
    // Numbers and dates.
    Articles "articles" count;
    Month "month" number;
    DateYear "date-year" year;
    DateBce "date-bce" year;
    DateDecade "date-decade" year;
    DateMonth "date-month" month year;
    DateDay "date-day" day month year;
    DateFirstDay "date-first-day" day month year;
    DateAbout "date-about" date;
    DateDoubtful "date-doubtful" date;
    DateSpan "date-span" from to;
    DateWideSpan "date-wide-span" from to;
    DateAfter "date-after" date;
    DateBefore "date-before" date;
    DateUnknown "date-unknown";
    Undated "undated";
    UndatedYear "undated-year";
    ReadingTime "reading-time" count;
    Quoted "quoted" words;
    // On every page.
    Skip "skip";
    Settings "settings";
    SettingsMark "settings-mark";
    ArchiveOf "archive-of" period;
    Archive "archive";
    AllHeadlines "all-headlines";
    About "about";
    AboutLinks "about-links";
    Follow "follow";
    Shortcuts "shortcuts";
    ProblemsLink "problems-link" count;
    SearchLabel "search-label";
    SearchHint "search-hint" count;
    Close "close";
    // Headlines.
    FullText "full-text";
    HeadlineOnly "headline-only";
    NotePassage "note-passage" passage;
    Note "note";
    Headlines "headlines";
    CountRelaxed "count-relaxed" articles;
    CountNear "count-near" articles near;
    CountBest "count-best" count;
    CountNewest "count-newest" count;
    CountOldest "count-oldest" count;
    CountReading "count-reading" count;
    BestFirst "best-first";
    NewestFirst "newest-first";
    OldestFirst "oldest-first";
    SomeWords "some-words";
    Nowhere "nowhere" word;
    ShowingFor "showing-for" word meant;
    DidYouMean "did-you-mean" meant;
    NoDate "no-date";
    AfterColon "after-colon";
    OnlyUnwanted "only-unwanted";
    NothingFits "nothing-fits";
    TryFewer "try-fewer";
    TryFilters "try-filters";
    ShowAll "show-all";
    ShowMore "show-more" count;
    NotShown "not-shown" count;
    ShowNear "show-near" count;
    Brackets "brackets";
    ByYear "by-year";
    OtherYears "other-years";
    // Filters and timeline.
    Filters "filters";
    Filter "filter";
    InUse "in-use" count;
    Topic "topic";
    Year "year";
    Author "author";
    Text "text";
    FiltersInUse "filters-in-use";
    Remove "remove" filter;
    ClearAll "clear-all";
    Span "span" from to;
    SpanFrom "span-from" from;
    SpanUntil "span-until" to;
    Timeline "timeline";
    TimelineHelp "timeline-help";
    OverTime "over-time";
    Bar "bar" when articles;
    // An article.
    Table "table";
    Picture "picture";
    PictureElsewhere "picture-elsewhere" name;
    Withheld "withheld";
    Nearby "nearby";
    Earlier "earlier";
    Later "later";
    MoreOnTopic "more-on-topic";
    MoreLikeThis "more-like-this";
    SearchMatches "search-matches";
    NoMatch "no-match" words;
    Matches "matches" count words;
    MatchOf "match-of" at count;
    Previous "previous";
    Next "next";
    AllResults "all-results";
    CopyLink "copy-link";
    Print "print";
    Cite "cite";
    Reference "reference" headline archive date;
    ReferenceBy "reference-by" authors reference;
    LinkCopied "link-copied";
    CopyFailed "copy-failed";
    SuppliedBoth "supplied-both";
    SuppliedDate "supplied-date";
    SuppliedTopics "supplied-topics";
    OnlyHeadline "only-headline";
    TextLost "text-lost";
    MayStand "may-stand";
    Related "related";
    NotHere "not-here";
    FirstPublished "first-published" address;
    LostDescription "lost-description" headline archive;
    // About the archive.
    OnThisDevice "on-this-device";
    DeviceWords "device-words";
    DeviceUnsaid "device-unsaid";
    DeviceOneFile "device-one-file";
    Provenance "provenance";
    Rights "rights";
    Holds "holds";
    WithFullText "with-full-text";
    Period "period";
    State "state";
    StateClosed "state-closed";
    StateOpen "state-open";
    Source "source";
    AtomFeed "atom-feed";
    JsonFeed "json-feed";
    WholeFile "whole-file";
    ByMail "by-mail";
    MailOffered "mail-offered";
    Problems "problems";
    ProblemsFor "problems-for";
    ProblemStep "problem-step" step line column;
    ProblemUnsaid "problem-unsaid";
    AndMore "and-more" count;
    // No page, no archive.
    NotFound "not-found";
    NotFoundTitle "not-found-title";
    NotFoundWords "not-found-words";
    MissingTitle "missing-title";
    MissingWords "missing-words";
    MissingStep "missing-step";
    UnreachableTitle "unreachable-title";
    UnreachableWords "unreachable-words";
    UnreachableStep "unreachable-step";
    RefusedTitle "refused-title";
    RefusedWords "refused-words" status;
    RefusedStep "refused-step";
    UnreadableTitle "unreadable-title";
    // Reading settings.
    Theme "theme";
    ThemeSystem "theme-system";
    ThemeLight "theme-light";
    ThemeSepia "theme-sepia";
    ThemeDark "theme-dark";
    Size "size";
    SizeSmall "size-small";
    SizeMedium "size-medium";
    SizeLarge "size-large";
    SizeLargest "size-largest";
    Measure "measure";
    MeasureNarrow "measure-narrow";
    MeasureMedium "measure-medium";
    MeasureWide "measure-wide";
    ReaderLanguage "reader-language";
    ReaderLanguageAuto "reader-language-auto";
    SingleKeys "single-keys";
    KeptHere "kept-here";
    ShowPictures "show-pictures";
    SettingsLost "settings-lost";
    ShowShortcuts "show-shortcuts";
    // The sheet of shortcuts.
    KeySearch "key-search";
    KeyNext "key-next";
    KeyPrevious "key-previous";
    KeyLater "key-later";
    KeyEarlier "key-earlier";
    KeyFront "key-front";
    KeySettings "key-settings";
    KeyList "key-list";
    KeyEscape "key-escape";
    KeysOff "keys-off";
    Searching "searching";
    TypedPhrase "typed-phrase";
    QueryPhrase "query-phrase";
    TypedWithout "typed-without";
    QueryWithout "query-without";
    TypedEither "typed-either";
    QueryEither "query-either";
    QueryFields "query-fields";
    QueryYears "query-years";
    QueryBefore "query-before";
    QuerySymbols "query-symbols";
    // Written into the pages, for when the reader does not start.
    StartUnable "start-unable";
    StartUnableStep "start-unable-step";
    StartFailed "start-failed" reason;
    StartFailedStep "start-failed-step";
}

/// The first message that only the press needs: what stands from here on is
/// written into the pages and is not loaded.
pub const PRINTED: usize = Word::StartUnable as usize;
