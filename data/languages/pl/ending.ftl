### A draft, to be checked by an interpreter before any parent sees it.
### The end of a journey.

ending-question = Tego razem szukaliśmy
ending-no-question = Jesteśmy u celu
ending-lead = Popatrzmy, jaka droga już za nami.

ending-seen =
    { $carers ->
        [one] Co widać na Twoich filmach
       *[other] Co widać na Waszych filmach
    }
ending-seen-lead =
    { $carers ->
        [one] Twoimi słowami.
       *[other] Waszymi słowami.
    }
ending-still = Obraz z tej chwili

ending-where-ask =
    { $carers ->
        [one] W jakim miejscu jesteś teraz?
       *[other] W jakim miejscu jesteście teraz?
    }
ending-where-lead =
    { $carers ->
        [one] Tylko jeśli chcesz. Nie ma tu dobrej ani złej liczby.
       *[other] Tylko jeśli chcecie. Nie ma tu dobrej ani złej liczby.
    }

ending-baby-ask =
    { $babies ->
        [one] Jakie jest teraz dziecko, { $baby }?
       *[other] Jakie są teraz dzieci: { $baby }?
    }
ending-baby-lead = Wystarczy parę słów.
ending-age-day =
    { $count ->
        [one] { $baby } ma teraz { $count } dzień.
        [few] { $baby } ma teraz { $count } dni.
       *[other] { $baby } ma teraz { $count } dni.
    }
ending-age-week =
    { $count ->
        [one] { $baby } ma teraz { $count } tydzień.
        [few] { $baby } ma teraz { $count } tygodnie.
       *[other] { $baby } ma teraz { $count } tygodni.
    }
ending-age-month =
    { $count ->
        [one] { $baby } ma teraz { $count } miesiąc.
        [few] { $baby } ma teraz { $count } miesiące.
       *[other] { $baby } ma teraz { $count } miesięcy.
    }
ending-corrected-day =
    { $count ->
        [one] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } dzień.
        [few] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } dni.
       *[other] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } dni.
    }
ending-corrected-week =
    { $count ->
        [one] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } tydzień.
        [few] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } tygodnie.
       *[other] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } tygodni.
    }
ending-corrected-month =
    { $count ->
        [one] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } miesiąc.
        [few] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } miesiące.
       *[other] Licząc od dnia, w którym miał być poród ({ $baby }): { $count } miesięcy.
    }
ending-us-ask =
    { $carers ->
        [one] { $baby } i Ty: jak Wam jest teraz razem?
       *[other] { $baby } i Wy: jak Wam jest teraz razem?
    }
ending-us-lead = Tak jak jest między Wami w tych dniach.
ending-now = Teraz
ending-first = Kiedy zaczynaliśmy

ending-films-ask =
    { $carers ->
        [one] Co ma się stać z Twoimi filmami?
       *[other] Co ma się stać z Waszymi filmami?
    }
ending-films-lead =
    { $carers ->
        [one] Możesz zabrać je do domu albo poprosić o ich usunięcie. Możesz nam też powiedzieć później.
       *[other] Możecie zabrać je do domu albo poprosić o ich usunięcie. Możecie nam też powiedzieć później.
    }

ending-thanks = Dziękujemy za tę wspólną drogę
ending-goes-on =
    { $carers ->
        [one] To, co jest między Wami – { $baby } i Ty – trwa dalej.
       *[other] To, co jest między Wami – { $baby } i Wy – trwa dalej.
    }
ending-close = Jesteśmy u celu
