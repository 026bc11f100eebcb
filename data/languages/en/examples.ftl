### Examples to start from: what other parents began with. Every family finds its own words.
### A doubt, a hope, and the question that came of them belong together.

## Before birth

example-doubt-before-birth-1 = I don't feel much yet. What if it never comes?
example-hope-before-birth-1 = I'd like to feel that I know { $baby } a little already.
example-question-before-birth-1 = What am I doing already to get to know { $baby }?

example-doubt-before-birth-2 = I'm so worried about everything that I can't enjoy this.
example-hope-before-birth-2 =
    { $babies ->
        [one] I'd like some quiet moments with just the two of us.
       *[other] I'd like some quiet moments with just us.
    }
example-question-before-birth-2 = What helps { $baby } and me to have a calm moment together?

example-doubt-before-birth-3 = I didn't have this myself, so how would I know how to do it?
example-hope-before-birth-3 = I'd like to be the kind of parent I wished for.
example-question-before-birth-3 = What do I already do that shows { $baby } there is somebody here?

## The first months

example-doubt-first-months-1 = Am I a good enough parent?
example-hope-first-months-1 = I'd like to feel closer to { $baby }.
example-question-first-months-1 = What am I doing to build a closer bond with { $baby }?

example-doubt-first-months-2 =
    { $babies ->
        [one] I can't tell what { $baby } wants from me.
       *[other] I can't tell what { $baby } want from me.
    }
example-hope-first-months-2 =
    { $babies ->
        [one] I'd like to understand more of what { $baby } is telling me.
       *[other] I'd like to understand more of what { $baby } are telling me.
    }
example-question-first-months-2 =
    { $babies ->
        [one] How does { $baby } talk to me, and how do I listen?
       *[other] How do { $baby } talk to me, and how do I listen?
    }

example-doubt-first-months-3 = We were apart for so long at the start. Did we miss our chance?
example-hope-first-months-3 = I'd like to feel that { $baby } and I belong together.
example-question-first-months-3 = When do { $baby } and I find each other, and what do I do then?

## An older baby

example-doubt-older-baby-1 = I think { $baby } would sooner be with somebody else.
example-hope-older-baby-1 = I'd like { $baby } to enjoy being with me.
example-question-older-baby-1 = What do I do when { $baby } and I have a good time?

example-doubt-older-baby-2 = There's always something to say no to. It wears me out.
example-hope-older-baby-2 = I'd like more of our day to go well.
example-question-older-baby-2 = How do I help { $baby } when something is hard to do?

example-doubt-older-baby-3 = I never know what to say to a baby.
example-hope-older-baby-3 = I'd like us to have little chats.
example-question-older-baby-3 = How do { $baby } and I take turns, with or without words?

## Feeding, soothing and play

example-doubt-feeding-soothing-play-1 = Feeding feels like a fight, and I dread it.
example-hope-feeding-soothing-play-1 =
    { $babies ->
        [one] I'd like mealtimes that are peaceful for both of us.
       *[other] I'd like mealtimes that are peaceful for all of us.
    }
example-question-feeding-soothing-play-1 = What do I do at a feed that helps { $baby } feel at ease?

example-doubt-feeding-soothing-play-2 =
    { $babies ->
        [one] When { $baby } cries, nothing that I do seems right.
       *[other] When { $baby } cry, nothing that I do seems right.
    }
example-hope-feeding-soothing-play-2 =
    { $babies ->
        [one] I'd like to trust myself when { $baby } is upset.
       *[other] I'd like to trust myself when { $baby } are upset.
    }
example-question-feeding-soothing-play-2 = What do I do that helps to soothe { $baby }?

example-doubt-feeding-soothing-play-3 = I don't know how to play. I feel silly.
example-hope-feeding-soothing-play-3 = I'd like us to laugh together.
example-question-feeding-soothing-play-3 = What do I do that makes playing fun for { $baby } and me?

example-doubt-feeding-soothing-play-4 =
    { $babies ->
        [one] Bedtime goes on for ever, and we both end in tears.
       *[other] Bedtime goes on for ever, and we all end in tears.
    }
example-hope-feeding-soothing-play-4 = I'd like us to wind down together.
example-question-feeding-soothing-play-4 = What do I do in the evening that helps { $baby } to grow calm?
