### What is on a pictured card: the principles of its level, as data/principles.json says them.
### They are said to a parent about themselves.

## Being attentive

principle-interested-look-name = An interested look
principle-interested-look-means = Your face says: I want to know what you are up to.
principle-friendly-body-name = A friendly body
principle-friendly-body-means = The way you sit or hold says: you are welcome here.
principle-time-and-space-name = Time and space
principle-time-and-space-means = You leave room, so that nothing has to happen fast.
principle-turning-towards-name = Turning towards
principle-turning-towards-means = Your face and body turn to where your baby is.
principle-wondering-name = Wondering
principle-wondering-means = You ask yourself what your baby may be doing, thinking or feeling.
principle-enjoying-watching-name = Enjoying watching
principle-enjoying-watching-means = You look because it is lovely to look.

## Encouraging initiatives

principle-waiting-name = Waiting
principle-waiting-means = You hold back for a moment, so that your baby can go first.
principle-listening-name = Listening with all of you
principle-listening-means = You listen with your ears, your eyes and your stillness.
principle-warm-voice-name = A warm voice
principle-warm-voice-means = Your voice is soft or merry, and says: I am glad that you are here.
principle-naming-baby-name = Saying what you see
principle-naming-baby-means = You put words to what your baby does, or may think or feel.
principle-naming-self-name = Saying what you do
principle-naming-self-means = You tell your baby what you are doing, or what comes next.
principle-looking-for-initiatives-name = Looking out for a start
principle-looking-for-initiatives-means = You watch for the small look, sound or move that begins something.

## Receiving initiatives

principle-showing-noticed-name = Showing that you noticed
principle-showing-noticed-means = Something in you answers at once: a look, a breath, a lift of the eyebrows.
principle-receiving-body-name = Taking it in with your body
principle-receiving-body-means = You lean in, open your arms or go still, to take in what came.
principle-eyes-and-smile-name = A look or a smile back
principle-eyes-and-smile-means = You meet your baby's eyes, smile back or nod.
principle-receiving-words-name = Taking it in with words
principle-receiving-words-means = You say something kind about what your baby just did.
principle-saying-it-back-name = Saying it back
principle-saying-it-back-means = You make your baby's own sound or word again.

## Developing attuned interactions

principle-receive-then-answer-name = First take in, then answer
principle-receive-then-answer-means = You show that you noticed, and only then add something of yours.
principle-checking-with-you-name = Checking that baby is with you
principle-checking-with-you-means = You look whether your baby took in what you did.
principle-waiting-your-turn-name = Waiting for your turn
principle-waiting-your-turn-means = You let your baby finish, and wait until it is you.
principle-second-turn-name = Another turn
principle-second-turn-means = You stay with the same thing for one turn more.
principle-short-turns-name = Short turns
principle-short-turns-means = You keep your turns small, and there are more of them.
principle-both-add-name = Both add something
principle-both-add-means = You each do about as much as the other.
principle-doing-together-name = Doing it together
principle-doing-together-means = You help each other with one thing.
principle-having-fun-name = Having fun
principle-having-fun-means = You both enjoy it, and it shows.

## Guiding

principle-just-enough-help-name = Just enough help
principle-just-enough-help-means = You do the part that is too hard, and leave the rest.
principle-a-bit-more-name = A bit more
principle-a-bit-more-means = You take what your baby began and make it a little longer or new.
principle-how-much-help-name = Feeling how much help to give
principle-how-much-help-means = You give more help or less, as your baby needs it just now.
principle-showing-how-name = Help when it is needed
principle-showing-how-means = You show or tell at the moment when it helps.
principle-choices-name = Choices baby can follow
principle-choices-means = You offer this or that, and wait to see which.
principle-suggestions-name = Suggestions baby can follow
principle-suggestions-means = You hold out an idea that your baby can take up or leave.

## Deepening discussion

principle-supporting-goals-name = Helping with a goal
principle-supporting-goals-means = You help the other get where they want to go.
principle-sharing-views-name = Sharing how you see it
principle-sharing-views-means = You say how it looks to you, and ask how it looks to the other.
principle-solving-together-name = Finding a way together
principle-solving-together-means = You look for a way out side by side.
principle-naming-differences-name = Saying where you differ
principle-naming-differences-means = You say kindly that you see it in different ways.
principle-new-understanding-name = Seeing something new together
principle-new-understanding-means = You both come to see it in a way that neither had before.
principle-through-conflict-name = Getting through a hard moment
principle-through-conflict-means = You stay kind while you disagree, and find each other again.
