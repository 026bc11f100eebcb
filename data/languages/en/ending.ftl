### The end of a journey.

ending-question = This is what we looked for
ending-no-question = Here we are, at the end
ending-lead = Let us look at how far you have come.

ending-seen = What you saw in your films
ending-seen-lead = In your own words.
# Said to screen readers in place of a picture
ending-still = A still of this moment

ending-where-ask = Where would you say you are now?
ending-where-lead = Only if you like. There is no right number.

ending-baby-ask = How would you describe { $baby } now?
ending-baby-lead = A few words are plenty.
# How old the baby is; { $baby } is one of them here. $count is how many days, weeks or months
ending-age-day =
    { $count ->
        [one] { $baby } is { $count } day old now.
       *[other] { $baby } is { $count } days old now.
    }
# $count is how many
ending-age-week =
    { $count ->
        [one] { $baby } is { $count } week old now.
       *[other] { $baby } is { $count } weeks old now.
    }
# $count is how many
ending-age-month =
    { $count ->
        [one] { $baby } is { $count } month old now.
       *[other] { $baby } is { $count } months old now.
    }
# For a baby who came early: the age counted from the day they were due. $count is how many
ending-corrected-day =
    { $count ->
        [one] Counted from the day { $baby } was due, it is { $count } day.
       *[other] Counted from the day { $baby } was due, it is { $count } days.
    }
# $count is how many
ending-corrected-week =
    { $count ->
        [one] Counted from the day { $baby } was due, it is { $count } week.
       *[other] Counted from the day { $baby } was due, it is { $count } weeks.
    }
# $count is how many
ending-corrected-month =
    { $count ->
        [one] Counted from the day { $baby } was due, it is { $count } month.
       *[other] Counted from the day { $baby } was due, it is { $count } months.
    }
ending-us-ask = And how is it between you and { $baby } now?
ending-us-lead = The way you are together, these days.
# Above words that are said today
ending-now = Now
# Above words from the first meeting
ending-first = When we began

ending-films-ask = What would you like to happen with your films?
ending-films-lead = You can take some home, or have them erased. You can still tell us later.

ending-thanks = Thank you for this journey
ending-goes-on = What you and { $baby } have together goes on.
# The button that ends this time together
ending-close = We have come to the end
