### A draft, to be checked by an interpreter before any parent sees it.
### The helping question: from a doubt, to a hope, to a question.

doubt-ask = Există ceva la care vă gândiți sau care vă îngrijorează?
doubt-lead = Oricum ar suna, este bine.
hope-ask = Ce v-ați dori în loc?
hope-lead = O speranță, oricât de mică.
question-ask = Atunci ce să căutăm împreună?
question-lead = O întrebare despre ce faceți deja, pe care o putem urmări în film.
examples-open = Câteva gânduri cu care au început alți părinți

where-ask = Unde ați spune că sunteți acum?
where-lead = Numai dacă doriți. Nu există un număr corect.

describe-baby-ask =
    { $unborn ->
        [yes] Ce ne puteți spune de pe acum despre { $baby }?
       *[no] Cum ați descrie: { $baby }?
    }
describe-baby-lead = Câteva cuvinte sunt destule.
describe-us-ask = Și cum este între dumneavoastră și { $baby }?
describe-us-lead = Așa cum vă este împreună în aceste zile.

our-question = Întrebarea noastră
our-question-lead = Vom căuta răspunsurile în propriul dumneavoastră film.
left-open = O putem lăsa deschisă deocamdată
left-open-lead = Întrebarea poate veni mai târziu sau în timp ce privim filmul împreună.
question-close = Avem întrebarea noastră
