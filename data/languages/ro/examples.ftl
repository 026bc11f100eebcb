### A draft, to be checked by an interpreter before any parent sees it.
### Examples to start from: what other parents began with.

example-doubt-before-birth-1 = Încă nu simt prea mult. Dacă nu vine niciodată?
example-hope-before-birth-1 = Aș vrea să simt că știu deja puțin cine este { $baby }.
example-question-before-birth-1 = Ce fac deja ca să ne cunoaștem, { $baby } și cu mine?

example-doubt-before-birth-2 = Îmi fac atâtea griji pentru toate, încât nu mă pot bucura.
example-hope-before-birth-2 =
    { $babies ->
        [one] Aș vrea câteva clipe liniștite doar pentru noi doi.
       *[other] Aș vrea câteva clipe liniștite doar pentru noi.
    }
example-question-before-birth-2 = Ce ne ajută, pe { $baby } și pe mine, să avem o clipă de liniște împreună?

example-doubt-before-birth-3 = Eu nu am avut parte de asta, așa că de unde să știu cum se face?
example-hope-before-birth-3 = Aș vrea să fiu genul de părinte pe care mi l-am dorit.
example-question-before-birth-3 =
    { $babies ->
        [one] Ce fac deja, din care { $baby } simte că este cineva aici?
       *[other] Ce fac deja, din care { $baby } simt că este cineva aici?
    }

example-doubt-first-months-1 = Sunt un părinte destul de bun?
example-hope-first-months-1 = Aș vrea să fim mai aproape, { $baby } și cu mine.
example-question-first-months-1 = Ce fac ca să crească legătura dintre mine și { $baby }?

example-doubt-first-months-2 =
    { $babies ->
        [one] Nu îmi dau seama ce vrea { $baby } de la mine.
       *[other] Nu îmi dau seama ce vor { $baby } de la mine.
    }
example-hope-first-months-2 =
    { $babies ->
        [one] Aș vrea să înțeleg mai mult din ce îmi spune { $baby }.
       *[other] Aș vrea să înțeleg mai mult din ce îmi spun { $baby }.
    }
example-question-first-months-2 =
    { $babies ->
        [one] Cum vorbește { $baby } cu mine și cum ascult eu?
       *[other] Cum vorbesc { $baby } cu mine și cum ascult eu?
    }

example-doubt-first-months-3 = La început am fost despărțiți atât de mult timp. Am pierdut oare ocazia?
example-hope-first-months-3 = Aș vrea să simt că eu și { $baby } suntem unul pentru altul.
example-question-first-months-3 = Când ne regăsim, { $baby } și cu mine, și ce fac eu atunci?

example-doubt-older-baby-1 = Cred că { $baby } ar vrea mai degrabă să fie cu altcineva.
example-hope-older-baby-1 = Aș vrea ca { $baby } să se simtă bine cu mine.
example-question-older-baby-1 = Ce fac eu când ne este bine împreună, { $baby } și cu mine?

example-doubt-older-baby-2 = Mereu trebuie să spun „nu”. Mă obosește.
example-hope-older-baby-2 = Aș vrea ca mai mult din ziua noastră să meargă bine.
example-question-older-baby-2 =
    { $babies ->
        [one] Cum ajut când { $baby } are de făcut ceva greu?
       *[other] Cum ajut când { $baby } au de făcut ceva greu?
    }

example-doubt-older-baby-3 = Nu știu niciodată ce să îi spun unui bebeluș.
example-hope-older-baby-3 = Aș vrea să stăm puțin de vorbă.
example-question-older-baby-3 = Cum facem cu rândul, { $baby } și cu mine, cu sau fără cuvinte?

example-doubt-feeding-soothing-play-1 = Fiecare masă este ca o luptă și mi-e teamă dinainte.
example-hope-feeding-soothing-play-1 = Aș vrea să avem împreună mese liniștite.
example-question-feeding-soothing-play-1 = Cu ce ajut eu, la masă, ca { $baby } să se simtă bine?

example-doubt-feeding-soothing-play-2 =
    { $babies ->
        [one] Când plânge { $baby }, nimic din ce fac nu pare să fie bine.
       *[other] Când plâng { $baby }, nimic din ce fac nu pare să fie bine.
    }
example-hope-feeding-soothing-play-2 =
    { $babies ->
        [one] Aș vrea să am încredere în mine când { $baby } trece printr-un moment greu.
       *[other] Aș vrea să am încredere în mine când { $baby } trec printr-un moment greu.
    }
example-question-feeding-soothing-play-2 = Cu ce ajut eu ca { $baby } să se liniștească?

example-doubt-feeding-soothing-play-3 = Nu știu cum să mă joc. Parcă mă fac de râs.
example-hope-feeding-soothing-play-3 = Aș vrea să râdem împreună.
example-question-feeding-soothing-play-3 = Ce fac eu când ne jucăm cu bucurie, { $baby } și cu mine?

example-doubt-feeding-soothing-play-4 =
    { $babies ->
        [one] Culcarea nu se mai termină și până la urmă plângem, și eu, și bebelușul.
       *[other] Culcarea nu se mai termină și până la urmă plângem, și eu, și bebelușii.
    }
example-hope-feeding-soothing-play-4 = Aș vrea să ne liniștim împreună seara.
example-question-feeding-soothing-play-4 = Cu ce ajut eu, seara, ca { $baby } să se liniștească încet-încet?
