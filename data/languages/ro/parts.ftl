### A draft, to be checked by an interpreter before any parent sees it.
### Buttons and small words that several of the screens have.

turn-back = Înapoi
turn-on = Mai departe
closed-title = Vă mulțumim
closed-lead = Tot ce ați spus este păstrat. Tableta se dă înapoi cu „Predă”.
begun = Început și încă nepăstrat: întoarceți-vă ca să păstrați

own-words = În cuvintele dumneavoastră
word-it-differently = Ați spune-o altfel acum?
you-said = Ați spus
you-said-earlier = Ați spus mai devreme
as-it-was-said = Același lucru în { $language }, așa cum a fost spus
note-keep = Păstrează
note-who = Ale cui sunt aceste cuvinte?
note-beside = În engleză
note-language = În ce limbă este?
note-kept-now = Păstrat chiar acum
note-so-far = Păstrat până aici

keeping-kept = Păstrat
keeping-waiting = Încă nepăstrat. Se va păstra imediat ce revine legătura.
keeping-refused = Acest lucru nu a putut fi păstrat.

scale-low = Departe de ce sper
scale-high = Tot ce am sperat
scale-show = Arată unde era înainte
scale-hide = Ascunde unde era înainte
scale-first = Când am început
scale-last = Data trecută
scale-now = Unde sunt acum
scale-hoped = Unde sper să ajung
in-turn = Pe rând, fiecare pentru sine.

player-name = Clipul nostru
player-play = Pornește
player-stop = Oprește aici
player-again = Încă o dată
player-on = Continuă
player-start = De la început
player-slowly = Încet
player-loop = Iar și iar
player-trouble = Acest clip nu poate fi arătat acum. Vă rugăm să mai încercați o dată.
player-to-left = Spre stânga
player-to-right = Spre dreapta
player-to-up = Mai sus
player-to-down = Mai jos

shows-ask = Ce arată asta?
shows-again = Privește din nou
shows-done = Gata
shows-group = Ce arată asta

watch-cover = Acoperă ecranul
watch-leave = Predă
watch-bar = Acest ecran
watch-covered = Ecranul este acoperit
watch-pause = O mică pauză
watch-carry-on = Continuă
watch-away = Fără legătură. Nu se pierde nimic: totul se păstrează când revine legătura.
watch-waiting = Încă nepăstrat. Se încearcă din nou.
