### A draft, to be checked by an interpreter before any parent sees it.
### The shared review: what the clips show, in the parent's words.

thread = Pașii noștri de astăzi
step-since = Bine ne-am revăzut
step-question = Întrebarea noastră
step-clip =
    { $place ->
        [1] Primul clip
        [2] Al doilea clip
        [3] Al treilea clip
        [4] Al patrulea clip
       *[other] Alt clip
    }
step-ideas = Ce luăm cu noi
step-ratings = Cum se simte acum
step-ratings-of = Cum se simte acum: { $name }
step-back = Privim înapoi la ziua de azi
step-next = Data viitoare

since-lead = Cum au mers lucrurile?
since-ideas = Ideile dumneavoastră de data trecută
since-ask = Ce ați observat de atunci?
mind-open = Ceva ce am pe suflet
mind-ask = Aici se poate spune

question-still = Este încă ce doriți să căutați?
question-differently = Spuneți-o altfel

clip-ask = Ce ați observat?
clip-not-shown = Acest film nu mai poate fi arătat.
clip-still = O imagine din clipul nostru
thinking-ask =
    { $babies ->
        [one] Ce gând ar fi putut avea { $baby }?
       *[other] Ce gânduri ar fi putut avea { $baby }?
    }
feeling-ask =
    { $babies ->
        [one] Ce ar fi putut simți { $baby }?
       *[other] Ce ar fi putut simți { $baby }, fiecare?
    }
me-ask = Dar dumneavoastră? Ce gândeați sau ce simțeați?
wonder-lead = Dacă doriți să vă mai întrebați puțin

player-closer = Mai aproape
player-whole = Toată imaginea
player-large = Pe tot ecranul
player-small = Mai mic
player-still = O singură imagine
player-moving = Din nou clipul
player-captions = Cuvinte pe imagine
player-pin-ask = Atingeți imaginea acolo unde ați văzut
player-pin-here = Aici
player-pin-not = Nu acum
player-pin-ring = Locul. Săgețile îl mută
player-ring = Ce ați văzut este aici

noticed-strength = Acesta este un punct tare
noticed-is-strength = Un punct tare
noticed-show = Arată-mi momentul
noticed-go = Acest moment
noticed-show-again = Arată din nou
noticed-unpin = Șterge cercul
noticed-more = Mai mult
noticed-less = Mai puțin
noticed-reword = Spuneți-o altfel
noticed-reword-label = Cu alte cuvinte
noticed-idea = O idee din aceasta
noticed-keep = Păstrează
noticed-not = Nu acum

reword-about = A cui idee și când
reword-whose = A cui este ideea?
reword-let-go = Totuși, nu asta
reword-take-up = Să ne întoarcem la ea
reword-as-it-was-said = Același lucru, așa cum a fost spus

who-together = Împreună
who-another = Altcineva
who-another-label = Cum să îi spunem?

ideas-lead = Mai mult din ce merge deja. Oricât de multe sau de puține doriți.
ideas-ask = O idee, în cuvintele dumneavoastră
ideas-begin = Începeți cu ce ați observat
ideas-from = O idee din aceasta
ideas-beginning = Am observat: { $words }
ideas-from-this = Din ce ați observat
ideas-own = Altă idee
when-ask = În ce moment al zilei s-ar potrivi?
when-own = Sau în cuvintele dumneavoastră
when-waking = Când ne trezim
when-feeding = La masă
when-changing = La schimbat
when-playing = Când ne jucăm
when-out = Când suntem afară
when-bath = La baie
when-bedtime = La culcare

ratings-ask = Unde ați spune că sunteți acum?

back-lead = Putem citi împreună.
back-strengths = Ce faceți bine
back-noticed = Ce ați observat
back-wondered = La ce v-ați gândit
back-since = Ce ați observat de data trecută
back-ideas = Idei de luat cu dumneavoastră
back-thanks = Vă mulțumim că ați privit cu noi, { $carer }.
page-title = Ce am văzut împreună
page-people = { $baby } · { $carer }

next-lead = Dacă doriți să vă gândiți de pe acum.
next-ask = Ce ați dori să filmăm?
next-when = Când ar putea fi?
next-end = Am ajuns la final
next-end-kept = Aici am ajuns la final
review-close = Încheiem întâlnirea noastră
