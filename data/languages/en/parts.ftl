### Buttons and small words that several of the screens have.
### In every sentence { $baby } is what the family calls the baby, or the babies' names.

## The ways back and on, and the end

# A button: one screen back
turn-back = Back
# A button: on to the next screen
turn-on = Go on
# The title when everything is closed
closed-title = Thank you
# Under that title. “Leave” is the button at the top of the screen
closed-lead = Everything you said is kept. The tablet goes back with Leave.
# Above words that somebody began to type and did not keep
begun = Begun, and not kept yet: go back to keep it

## The box for somebody's own words

# The label of the box
own-words = In your own words
# The label of the box when something is in it already
word-it-differently = Would you word it differently now?
# Above words that are shown again
you-said = You said
# Above words that were said some time before
you-said-earlier = You said earlier
# The label of a second box, for the words as they were said. { $language } is a language's name
as-it-was-said = The same in { $language }, as it was said
# The button that keeps the words
note-keep = Keep
# Asked where it is not clear whose words are in the box
note-who = Whose words are these?
# The label of the box for the translation, beside the words as they were said
note-beside = In English
# The name of a choice, said to screen readers: a language for the words as they were said
note-language = Which language is it in?
# Said to screen readers: the words that were kept a moment ago
note-kept-now = Just kept
# Beside the box while somebody types
note-so-far = Kept so far

## Whether it is kept

keeping-kept = Kept
keeping-waiting = Not kept yet. It will be, as soon as the connection is back.
keeping-refused = This could not be kept.

## The scale from 0 to 10

# What 0 stands for
scale-low = Far from my hope
# What 10 stands for
scale-high = All I hoped for
# A button
scale-show = Show where it was before
# A button
scale-hide = Hide where it was before
# Beside a number that was chosen at the first meeting
scale-first = When we began
# Beside a number that was chosen at the last meeting
scale-last = Last time
# The label of the scale
scale-now = Where I am now
# The label of the scale
scale-hoped = Where I hope to get to
# Where several carers are there: one is asked on this screen, the other on the next
in-turn = One of you at a time.

## The clip

# The name of the clip, said to screen readers
player-name = Our clip
player-play = Play
# A button: stop on this moment
player-stop = Stop here
# A button: play it once more
player-again = Again
# A button: play on from here
player-on = Go on
player-start = From the start
# A button: play it slowly
player-slowly = Slowly
# A button: play it again and again, with a rest between
player-loop = Over and over
player-trouble = This clip cannot be shown just now. Please try once more.
# Said to screen readers: buttons that move a picture which is seen closer
player-to-left = To the left
player-to-right = To the right
player-to-up = Further up
player-to-down = Further down

## What a moment shows: cards to pick from

shows-ask = What does this show?
# A button: look at the cards once more
shows-again = Look again
# A button: close the cards
shows-done = Done
# Said to screen readers: the name of the group of cards
shows-group = What this shows

## At the top of every screen

# A button: a calm curtain over the screen
watch-cover = Cover the screen
# A button: the tablet goes back
watch-leave = Leave
# Said to screen readers: the name of the group of those buttons
watch-bar = This screen
# Said to screen readers
watch-covered = The screen is covered
# In large letters on the cover
watch-pause = A little pause
# A button on the cover
watch-carry-on = Carry on
watch-away = Not connected. Nothing is lost: it is kept as soon as the connection is back.
watch-waiting = Not kept yet. Trying again.
