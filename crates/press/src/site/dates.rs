//! Dates for machines, no finer than they are known.
//!
//! Only a day that the source itself gives, without doubt, is told as a day.
//! A supplied or doubtful date is never passed off as one.

use archive::{Article, Date, Edtf, Precision};

/// The day of publication, when the source states it.
pub fn stated_day(article: &Article) -> Option<Date> {
    let date = article.date.as_ref()?;
    let sure = !article.supplied.date && !date.approximate() && !date.uncertain();
    (sure && date.precision() == Precision::Day && fits(date.earliest())).then(|| date.earliest())
}

/// A day as feeds want it (RFC 3339), at the beginning of the day: the source
/// gives no time and no zone.
pub fn instant(day: Date) -> String {
    format!("{}T00:00:00Z", day.iso())
}

/// The instant an Atom entry must have (`updated`).
///
/// The earliest day the date may mean. An undated article gets the oldest day
/// its archive gives, so that it neither pretends to be news nor is invented
/// beyond what the archive covers: the start of the period the archive states,
/// else its oldest date, else the beginning of Unix time.
pub fn updated(article: &Article, oldest: Date) -> Date {
    let known = article.date.as_ref().map(Edtf::earliest);
    known.filter(|day| fits(*day)).unwrap_or(oldest)
}

/// Where undated articles are put; see [`updated`].
pub fn oldest(archive: &archive::Archive) -> Date {
    let period = archive.period.as_ref().map(Edtf::earliest);
    let articles = archive
        .articles
        .iter()
        .filter_map(|article| article.date.as_ref().map(Edtf::earliest))
        .filter(|day| fits(*day))
        .min();
    period
        .filter(|day| fits(*day))
        .or(articles)
        .unwrap_or(Date {
            year: 1970,
            month: 1,
            day: 1,
        })
}

/// True for a year that RFC 3339 can write.
fn fits(day: Date) -> bool {
    (0..=9999).contains(&day.year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use archive::Supplied;

    #[test]
    fn only_a_stated_day_is_a_day() {
        for (date, supplied, wanted) in [
            ("2003-03-07", false, Some("2003-03-07T00:00:00Z")),
            ("2003-03-07", true, None),
            ("2003-03-07~", false, None),
            ("2003-03-07?", false, None),
            ("2003-03", false, None),
            ("-0044-03-15", false, None),
        ] {
            let article = Article {
                date: Edtf::parse(date),
                supplied: Supplied {
                    date: supplied,
                    ..Supplied::default()
                },
                ..Article::default()
            };
            assert_eq!(
                stated_day(&article).map(instant).as_deref(),
                wanted,
                "{date}"
            );
        }
    }

    #[test]
    fn undated_articles_are_put_at_the_beginning() {
        let dated = |date: &str| Article {
            date: Edtf::parse(date),
            ..Article::default()
        };
        let mut archive = archive::Archive {
            articles: vec![dated("2005-07~"), dated("2001"), Article::default()],
            ..Default::default()
        };
        assert_eq!(oldest(&archive).iso(), "2001-01-01");
        archive.period = Edtf::parse("2000/2005");
        assert_eq!(oldest(&archive).iso(), "2000-01-01");
        assert_eq!(
            updated(&archive.articles[0], oldest(&archive)).iso(),
            "2005-07-01"
        );
        assert_eq!(
            updated(&archive.articles[2], oldest(&archive)).iso(),
            "2000-01-01"
        );
        assert_eq!(oldest(&archive::Archive::default()).iso(), "1970-01-01");
    }
}
