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
ending-us-ask = Și cum este acum între dumneavoastră și { $baby }?
ending-us-lead = Așa cum vă este împreună în aceste zile.
ending-now = Acum
ending-first = Când am început

ending-films-ask = Ce ați dori să se întâmple cu filmele dumneavoastră?
ending-films-lead = Puteți lua câteva acasă sau puteți cere să fie șterse. Ne puteți spune și mai târziu.

ending-thanks = Vă mulțumim pentru acest drum
ending-goes-on = Ceea ce este între dumneavoastră și { $baby } merge mai departe.
ending-close = Am ajuns la final
