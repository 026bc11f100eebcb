### A draft, to be checked by an interpreter before any parent sees it.
### The helping question: from a doubt, to a hope, to a question.

doubt-ask =
    { $carers ->
        [one] Czy jest coś, nad czym się zastanawiasz albo co Cię martwi?
       *[other] Czy jest coś, nad czym się zastanawiacie albo co Was martwi?
    }
doubt-lead = Każde słowa są dobre.
hope-ask = Jak byłoby lepiej?
hope-lead = Nadzieja, choćby mała.
question-ask = Czego więc razem poszukamy?
question-lead =
    { $carers ->
        [one] Pytanie o to, co już robisz i co możemy zobaczyć na filmie.
       *[other] Pytanie o to, co już robicie i co możemy zobaczyć na filmie.
    }
examples-open = Od czego zaczynali inni rodzice

where-ask =
    { $carers ->
        [one] W jakim miejscu teraz jesteś?
       *[other] W jakim miejscu teraz jesteście?
    }
where-lead =
    { $carers ->
        [one] Tylko jeśli chcesz. Nie ma tu dobrej ani złej liczby.
       *[other] Tylko jeśli chcecie. Nie ma tu dobrej ani złej liczby.
    }

describe-baby-ask =
    { $unborn ->
        [yes]
            { $babies ->
                [one] Co już można powiedzieć o maleństwie ({ $baby })?
               *[other] Co już można powiedzieć o maleństwach ({ $baby })?
            }
       *[no]
            { $babies ->
                [one] Jakie jest dziecko, { $baby }?
               *[other] Jakie są dzieci: { $baby }?
            }
    }
describe-baby-lead = Wystarczy parę słów.
describe-us-ask =
    { $carers ->
        [one] { $baby } i Ty: jak Wam jest razem?
       *[other] { $baby } i Wy: jak Wam jest razem?
    }
describe-us-lead = Tak jak jest między Wami teraz.

our-question = Nasze pytanie
our-question-lead =
    { $carers ->
        [one] Odpowiedzi poszukamy w Twoim własnym filmie.
       *[other] Odpowiedzi poszukamy w Waszym własnym filmie.
    }
left-open = Możemy to na razie zostawić otwarte
left-open-lead = Pytanie może przyjść później albo kiedy będziemy razem oglądać film.
question-close = Mamy nasze pytanie
