### A draft, to be checked by an interpreter before any parent sees it.
### Examples to start from: what other parents began with.

example-doubt-before-birth-1 = Na razie niewiele czuję. A jeśli to nigdy nie przyjdzie?
example-hope-before-birth-1 =
    { $babies ->
        [one] Chcę już teraz choć trochę poznać swoje maleństwo ({ $baby }).
       *[other] Chcę już teraz choć trochę poznać swoje maleństwa ({ $baby }).
    }
example-question-before-birth-1 = Co już robię, żebyśmy się poznali: { $baby } i ja?

example-doubt-before-birth-2 = Tak się wszystkim martwię, że nie umiem się cieszyć.
example-hope-before-birth-2 =
    { $babies ->
        [one] Chcę mieć spokojne chwile tylko dla nas dwojga.
       *[other] Chcę mieć spokojne chwile tylko dla nas.
    }
example-question-before-birth-2 = Co pomaga nam – { $baby } i ja – mieć razem spokojną chwilę?

example-doubt-before-birth-3 = Nie mam tego z własnego dzieciństwa, więc skąd mam wiedzieć, jak to robić?
example-hope-before-birth-3 = Chcę być takim rodzicem, jakiego brakowało mi w dzieciństwie.
example-question-before-birth-3 =
    { $babies ->
        [one] Co już robię, co pokazuje mojemu maleństwu ({ $baby }), że ktoś tu jest?
       *[other] Co już robię, co pokazuje moim maleństwom ({ $baby }), że ktoś tu jest?
    }

example-doubt-first-months-1 = Czy jestem wystarczająco dobrym rodzicem?
example-hope-first-months-1 = Chcę, żebyśmy byli bliżej siebie: { $baby } i ja.
example-question-first-months-1 = Co robię, żeby rosła nasza więź: { $baby } i ja?

example-doubt-first-months-2 =
    { $babies ->
        [one] Nie wiem, czego { $baby } ode mnie chce.
       *[other] Nie wiem, czego { $baby } ode mnie chcą.
    }
example-hope-first-months-2 =
    { $babies ->
        [one] Chcę lepiej rozumieć, co { $baby } mi mówi.
       *[other] Chcę lepiej rozumieć, co { $baby } mi mówią.
    }
example-question-first-months-2 =
    { $babies ->
        [one] Jak { $baby } ze mną rozmawia i jak ja słucham?
       *[other] Jak { $baby } ze mną rozmawiają i jak ja słucham?
    }

example-doubt-first-months-3 = Na początku długo byliśmy osobno. Czy straciliśmy naszą szansę?
example-hope-first-months-3 = Chcę czuć, że należymy do siebie: { $baby } i ja.
example-question-first-months-3 = Kiedy się odnajdujemy – { $baby } i ja – i co wtedy robię?

example-doubt-older-baby-1 =
    { $babies ->
        [one] Myślę, że { $baby } woli być z kimś innym.
       *[other] Myślę, że { $baby } wolą być z kimś innym.
    }
example-hope-older-baby-1 =
    { $babies ->
        [one] Chcę widzieć, że { $baby } lubi być ze mną.
       *[other] Chcę widzieć, że { $baby } lubią być ze mną.
    }
example-question-older-baby-1 = Co robię, kiedy jest nam razem dobrze: { $baby } i ja?

example-doubt-older-baby-2 = Ciągle trzeba mówić „nie”. To mnie męczy.
example-hope-older-baby-2 = Chcę, żeby więcej chwil w ciągu dnia było dobrych.
example-question-older-baby-2 =
    { $babies ->
        [one] Jak pomagam, kiedy { $baby } ma przed sobą coś trudnego?
       *[other] Jak pomagam, kiedy { $baby } mają przed sobą coś trudnego?
    }

example-doubt-older-baby-3 = Nigdy nie wiem, co mówić do dziecka.
example-hope-older-baby-3 = Chcę, żebyśmy trochę ze sobą rozmawiali.
example-question-older-baby-3 = Jak robimy coś na zmianę – { $baby } i ja – słowami albo bez słów?

example-doubt-feeding-soothing-play-1 = Karmienie jest jak walka. Boję się go za każdym razem.
example-hope-feeding-soothing-play-1 =
    { $babies ->
        [one] Chcę, żeby karmienie było spokojne dla nas dwojga.
       *[other] Chcę, żeby karmienie było spokojne dla nas wszystkich.
    }
example-question-feeding-soothing-play-1 =
    { $babies ->
        [one] Co takiego robię przy karmieniu, że { $baby } czuje się spokojnie?
       *[other] Co takiego robię przy karmieniu, że { $baby } czują się spokojnie?
    }

example-doubt-feeding-soothing-play-2 =
    { $babies ->
        [one] Kiedy { $baby } płacze, mam wrażenie, że wszystko robię nie tak.
       *[other] Kiedy { $baby } płaczą, mam wrażenie, że wszystko robię nie tak.
    }
example-hope-feeding-soothing-play-2 =
    { $babies ->
        [one] Chcę sobie ufać, kiedy { $baby } ma trudną chwilę.
       *[other] Chcę sobie ufać, kiedy { $baby } mają trudną chwilę.
    }
example-question-feeding-soothing-play-2 =
    { $babies ->
        [one] Co takiego robię, że { $baby } się uspokaja?
       *[other] Co takiego robię, że { $baby } się uspokajają?
    }

example-doubt-feeding-soothing-play-3 = Nie wiem, jak się bawić. Czuję się przy tym głupio.
example-hope-feeding-soothing-play-3 = Chcę, żeby było nam razem wesoło.
example-question-feeding-soothing-play-3 = Co takiego robię, że dobrze się razem bawimy: { $baby } i ja?

example-doubt-feeding-soothing-play-4 =
    { $babies ->
        [one] Usypianie ciągnie się bez końca, a potem płaczemy: i dziecko, i ja.
       *[other] Usypianie ciągnie się bez końca, a potem płaczemy: i dzieci, i ja.
    }
example-hope-feeding-soothing-play-4 = Chcę, żeby wieczorem było nam razem coraz spokojniej.
example-question-feeding-soothing-play-4 =
    { $babies ->
        [one] Co takiego robię wieczorem, że { $baby } się wycisza?
       *[other] Co takiego robię wieczorem, że { $baby } się wyciszają?
    }
