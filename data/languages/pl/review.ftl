### A draft, to be checked by an interpreter before any parent sees it.
### The shared review: what the clips show, in the parent's words.

thread = Nasze dzisiejsze kroki
step-since = Witamy znowu
step-question = Nasze pytanie
step-clip =
    { $place ->
        [1] Pierwszy fragment
        [2] Drugi fragment
        [3] Trzeci fragment
        [4] Czwarty fragment
       *[other] Kolejny fragment
    }
step-ideas = Co zabieramy ze sobą
step-ratings = Jak jest teraz
step-ratings-of = Jak jest teraz: { $name }
step-back = Spojrzenie na dzisiaj
step-next = Następnym razem

since-lead = Jak było od ostatniego razu?
since-ideas = Pomysły z ostatniego razu
since-ask =
    { $carers ->
        [one] Co od tego czasu zauważasz?
       *[other] Co od tego czasu zauważacie?
    }
mind-open = Coś, co leży na sercu
mind-ask = Można to tutaj powiedzieć

question-still = Czy nadal tego szukamy?
question-differently = Powiedz to inaczej

clip-ask =
    { $carers ->
        [one] Co tu widzisz?
       *[other] Co tu widzicie?
    }
clip-not-shown = Tego filmu już nie pokazujemy.
clip-still = Obraz z naszego fragmentu
thinking-ask =
    { $babies ->
        [one] { $baby }: jaka to mogła być myśl w tej chwili?
       *[other] { $baby }: jakie to mogły być myśli w tej chwili?
    }
feeling-ask =
    { $babies ->
        [one] { $baby }: jakie to mogło być uczucie w tej chwili?
       *[other] { $baby }: jakie to mogły być uczucia w tej chwili?
    }
me-ask =
    { $carers ->
        [one] A Ty? Jakie myśli i uczucia są wtedy w Tobie?
       *[other] A Wy? Jakie myśli i uczucia są wtedy w Was?
    }
wonder-lead = Jeśli jest ochota, żeby jeszcze trochę się pozastanawiać

player-closer = Bliżej
player-whole = Cały obraz
player-large = Na cały ekran
player-small = Mniejszy obraz
player-still = Jedno zdjęcie
player-moving = Znów fragment
player-captions = Słowa na obrazie
player-pin-ask = Dotknij obrazu tam, gdzie to widać
player-pin-here = Tutaj
player-pin-not = Nie teraz
player-pin-ring = Miejsce. Strzałki je przesuwają
player-ring = To jest tutaj

noticed-strength = To mocna strona
noticed-is-strength = Mocna strona
noticed-show = Pokaż mi tę chwilę
noticed-go = Ta chwila
noticed-show-again = Pokaż na nowo
noticed-unpin = Usuń kółko
noticed-more = Więcej
noticed-less = Mniej
noticed-reword = Powiedz to inaczej
noticed-reword-label = Innymi słowami
noticed-idea = Pomysł z tego
noticed-keep = Zachowaj
noticed-not = Nie teraz

reword-about = Czyj pomysł i kiedy
reword-whose = Czyj to pomysł?
reword-let-go = Jednak nie to
reword-take-up = Wróćmy do tego
reword-as-it-was-said = To samo, tak jak zostało powiedziane

who-together = Razem
who-another = Ktoś inny
who-another-label = Jak mamy mówić na tę osobę?

ideas-lead = Więcej tego, co już działa. Tyle, ile pasuje.
ideas-ask = Pomysł, własnymi słowami
ideas-begin = Zacznij od tego, co dziś widać
ideas-from = Pomysł z tego
ideas-beginning = Widzimy: { $words }
ideas-from-this = Z tego, co dziś widać
ideas-own = Inny pomysł
when-ask = Kiedy w ciągu dnia to może pasować?
when-own = Albo własnymi słowami
when-waking = Kiedy się budzimy
when-feeding = Przy karmieniu
when-changing = Przy zmianie pieluchy
when-playing = Podczas zabawy
when-out = Kiedy jesteśmy na dworze
when-bath = Podczas kąpieli
when-bedtime = Przed snem

ratings-ask =
    { $carers ->
        [one] W jakim miejscu jesteś teraz?
       *[other] W jakim miejscu jesteście teraz?
    }

back-lead = Możemy to razem przeczytać.
back-strengths =
    { $carers ->
        [one] Co dobrze robisz
       *[other] Co dobrze robicie
    }
back-noticed = Co dziś widać
back-wondered = Nad czym się zastanawiamy
back-since = Co widać od ostatniego razu
back-ideas = Pomysły, które zabieramy
back-thanks = Dziękujemy za wspólne oglądanie: { $carer }.
page-title = Co razem widzimy
page-people = { $baby } · { $carer }

next-lead = Jeśli jest ochota, żeby już o tym pomyśleć.
next-ask = Co mamy następnym razem nagrać?
next-when = Kiedy to może być?
next-end = Jesteśmy u celu
next-end-kept = Tu jesteśmy u celu
review-close = Zakończ nasze spotkanie
