### A draft, to be checked by an interpreter before any parent sees it.
### Buttons and small words that several of the screens have.

turn-back = Wstecz
turn-on = Dalej
closed-title = Dziękujemy
closed-lead = Wszystkie słowa są zachowane. Tablet wraca przyciskiem „Oddaj”.
begun = Zaczęte, jeszcze niezachowane: wróć, aby zachować

own-words = Własnymi słowami
word-it-differently = Czy teraz brzmiałoby to inaczej?
you-said =
    { $carers ->
        [one] Twoje słowa
       *[other] Wasze słowa
    }
you-said-earlier =
    { $carers ->
        [one] Twoje wcześniejsze słowa
       *[other] Wasze wcześniejsze słowa
    }
as-it-was-said = To samo ({ $language }), tak jak zostało powiedziane
note-keep = Zachowaj
note-who = Czyje to słowa?
note-beside = Po angielsku
note-language = W jakim to języku?
note-kept-now = Właśnie zachowane
note-so-far = Zachowane do tej chwili

keeping-kept = Zachowane
keeping-waiting = Jeszcze niezachowane. Zachowa się, gdy tylko wróci połączenie.
keeping-refused = Tego nie udało się zachować.

scale-low = Daleko od mojej nadziei
scale-high = Wszystko, na co mam nadzieję
scale-show = Pokaż, jak było wcześniej
scale-hide = Ukryj, jak było wcześniej
scale-first = Kiedy zaczynaliśmy
scale-last = Ostatnim razem
scale-now = Gdzie jestem teraz
scale-hoped = Gdzie mam nadzieję być
in-turn = Każde z Was po kolei.

player-name = Nasz fragment
player-play = Odtwórz
player-stop = Zatrzymaj tutaj
player-again = Jeszcze raz
player-on = Dalej
player-start = Od początku
player-slowly = Powoli
player-loop = W kółko
player-trouble = Tego fragmentu nie można teraz pokazać. Spróbuj jeszcze raz.
player-to-left = W lewo
player-to-right = W prawo
player-to-up = W górę
player-to-down = W dół

shows-ask = Co to pokazuje?
shows-again = Zobacz jeszcze raz
shows-done = Gotowe
shows-group = Co to pokazuje

watch-cover = Zasłoń ekran
watch-leave = Oddaj
watch-bar = Ten ekran
watch-covered = Ekran jest zasłonięty
watch-pause = Chwila przerwy
watch-carry-on = Dalej
watch-away = Brak połączenia. Nic nie przepada: wszystko zachowa się, gdy wróci połączenie.
watch-waiting = Jeszcze niezachowane. Próbujemy ponownie.
