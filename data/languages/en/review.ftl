### The shared review: what the clips show, in the parent's words.

## The thread of dots: the name of each step, and the title of most of them

# Said to screen readers: the name of the row of dots
thread = Our steps today
step-since = Hello again
step-question = Our question
# $place is which of the clips it is, from 1
step-clip =
    { $place ->
        [1] The first clip
        [2] The second clip
        [3] The third clip
        [4] The fourth clip
       *[other] Another clip
    }
step-ideas = What we take with us
step-ratings = How it feels now
# That step where several carers are there, who are asked one by one. $name is what one is called
step-ratings-of = How it feels now: { $name }
step-back = Looking back at today
step-next = Next time

## Hello again

since-lead = How have things been?
since-ideas = Ideas you had last time
since-ask = What have you noticed since?
# Opens a box for worries
mind-open = Something on my mind
mind-ask = It is fine to say it here

## Our question

question-still = Is it still what you want to look for?
# Opens a box
question-differently = Say it differently

## A clip

clip-ask = What did you notice?
clip-not-shown = This film is not to be shown any more.
# Said to screen readers in place of a picture
clip-still = A still of our clip
thinking-ask = What might { $baby } have been thinking?
feeling-ask = What might { $baby } have been feeling?
me-ask = And you? What were you thinking or feeling?
# Above three questions that may be left closed
wonder-lead = If you would like to wonder a little more

# Buttons under the clip
player-closer = Closer
player-whole = All of it
player-large = Fill the screen
player-small = Smaller
player-still = One picture
player-moving = The clip again
player-captions = Words on the picture
# Over the picture: tap on it to show a place
player-pin-ask = Tap on the picture where you saw it
player-pin-here = Here
player-pin-not = Not now
# Said to screen readers: a ring on the picture that the arrow keys move
player-pin-ring = The place. The arrow keys move it
# Said to screen readers: a ring on the picture
player-ring = What you saw is here

## Under what somebody noticed

# A button: keep what was noticed as a strength
noticed-strength = That’s a strength
# The same button when it is one
noticed-is-strength = A strength
# A button: show on the picture what is meant
noticed-show = Show me the moment
# A button: go to the picture that was shown
noticed-go = This moment
noticed-show-again = Show it anew
noticed-unpin = Take the ring away
# A button that shows some more buttons
noticed-more = More
noticed-less = Less
noticed-reword = Say it differently
noticed-reword-label = In other words
noticed-idea = An idea from this
noticed-keep = Keep
noticed-not = Not now

## Under an idea, and under what could be filmed next

# A button: says anew whose an idea is, and when it might fit
reword-about = Whose idea, and when
# Over the words for the people it may be of
reword-whose = Whose idea is it?
# A button under what could be filmed next: we would rather not, after all
reword-let-go = Not this after all
# A button under something that was let go of
reword-take-up = Bring it back
# The label of the second box, where nobody knows in which language that was
reword-as-it-was-said = The same, as it was said

## Who noticed it

# Two or more people noticed it together
who-together = Together
# Somebody else who is in the room
who-another = Somebody else
who-another-label = What shall we call them?

## What we take with us

ideas-lead = More of what already works. As many or as few as you like.
ideas-ask = An idea, in your own words
# Above what was noticed today, to begin an idea from it
ideas-begin = Begin with what you noticed
# A button under somebody’s words
ideas-from = An idea from this
# Stands in the box as a beginning. { $words } is what somebody noticed
ideas-beginning = We noticed: { $words }
# Above an idea: where it came from
ideas-from-this = From what you noticed
# A button: an idea of its own
ideas-own = Another idea
when-ask = When in the day might it fit?
when-own = Or in your own words
when-waking = When we wake up
when-feeding = At a feed
when-changing = At a nappy change
when-playing = While we play
when-out = When we are out
when-bath = At bath time
when-bedtime = At bedtime

## How it feels now

ratings-ask = Where would you say you are now?

## Looking back at today

back-lead = We can read it together.
back-strengths = What you do well
back-noticed = What you noticed
back-wondered = What you wondered
back-since = What you have noticed since last time
back-ideas = Ideas to take with us
back-thanks = Thank you for looking with us, { $carer }.

# The title of that page where it is printed
page-title = What we saw together
# Under that title
page-people = { $baby } · { $carer }

## Next time

next-lead = If you would like to think about it now.
next-ask = What would you like us to film?
next-when = When might that be?
# A button
next-end = We come to the end
next-end-kept = We come to the end here
# The button that ends this time together
review-close = Close our review
