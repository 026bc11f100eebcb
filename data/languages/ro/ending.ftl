### A draft, to be checked by an interpreter before any parent sees it.
### The end of a journey.

ending-question = Aceasta am căutat împreună
ending-no-question = Am ajuns la final
ending-lead = Să privim cât de departe ați ajuns.

ending-seen = Ce ați văzut în filmele dumneavoastră
ending-seen-lead = În cuvintele dumneavoastră.
ending-still = O imagine din acest moment

ending-where-ask = Unde ați spune că sunteți acum?
ending-where-lead = Numai dacă doriți. Nu există un număr corect.

ending-baby-ask = Cum ați descrie acum: { $baby }?
ending-baby-lead = Câteva cuvinte sunt destule.
ending-age-day =
    { $count ->
        [one] { $baby } are acum o zi.
        [few] { $baby } are acum { $count } zile.
       *[other] { $baby } are acum { $count } de zile.
    }
ending-age-week =
    { $count ->
        [one] { $baby } are acum o săptămână.
        [few] { $baby } are acum { $count } săptămâni.
       *[other] { $baby } are acum { $count } de săptămâni.
    }
ending-age-month =
    { $count ->
        [one] { $baby } are acum o lună.
        [few] { $baby } are acum { $count } luni.
       *[other] { $baby } are acum { $count } de luni.
    }
ending-corrected-day =
    { $count ->
        [one] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): o zi.
        [few] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): { $count } zile.
       *[other] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): { $count } de zile.
    }
ending-corrected-week =
    { $count ->
        [one] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): o săptămână.
        [few] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): { $count } săptămâni.
       *[other] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): { $count } de săptămâni.
    }
ending-corrected-month =
    { $count ->
        [one] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): o lună.
        [few] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): { $count } luni.
       *[other] Socotind din ziua în care trebuia să fie nașterea ({ $baby }): { $count } de luni.
    }
ending-us-ask = Și cum este acum între dumneavoastră și { $baby }?
ending-us-lead = Așa cum vă este împreună în aceste zile.
ending-now = Acum
ending-first = Când am început

ending-films-ask = Ce ați dori să se întâmple cu filmele dumneavoastră?
ending-films-lead = Puteți lua câteva acasă sau puteți cere să fie șterse. Ne puteți spune și mai târziu.

ending-thanks = Vă mulțumim pentru acest drum
ending-goes-on = Ceea ce este între dumneavoastră și { $baby } merge mai departe.
ending-close = Am ajuns la final
