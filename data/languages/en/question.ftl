### The helping question: from a doubt, to a hope, to a question.

doubt-ask = Is there something you wonder or worry about?
doubt-lead = However it comes out is fine.
hope-ask = What would you like instead?
hope-lead = A hope, however small.
question-ask = So what shall we look for together?
question-lead = A question about what you already do, that we can look for in the film.
# Opens a list of examples
examples-open = Some that other parents began with

where-ask = Where would you say you are?
where-lead = Only if you like. There is no right number.

describe-baby-ask = How would you describe { $baby }?
describe-baby-lead = A few words are plenty.
describe-us-ask = And how is it between you and { $baby }?
describe-us-lead = The way you are together, just now.

our-question = Our helping question
our-question-lead = We will look for the answers in your own film.
left-open = We can leave it open for now
left-open-lead = The question may come later, or while we look at the film together.
# The button that ends this time together
question-close = We have our question
