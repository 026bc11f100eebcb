### A draft, to be checked by an interpreter before any parent sees it.
### What is on a pictured card: the principles of its level.

principle-interested-look-name = A privi cu interes
principle-interested-look-means = Fața dumneavoastră spune: vreau să știu ce faci tu acolo.
principle-friendly-body-name = A sta aproape, cu prietenie
principle-friendly-body-means = Felul în care stați sau țineți bebelușul spune: aici este locul tău.
principle-time-and-space-name = A lăsa timp și loc
principle-time-and-space-means = Îi lăsați loc bebelușului, așa că nimic nu trebuie să se întâmple repede.
principle-turning-towards-name = A se întoarce spre bebeluș
principle-turning-towards-means = Fața și corpul dumneavoastră se întorc acolo unde este bebelușul.
principle-wondering-name = A se întreba
principle-wondering-means = Vă întrebați ce o fi făcând, gândind sau simțind bebelușul.
principle-enjoying-watching-name = A privi cu bucurie
principle-enjoying-watching-means = Vă uitați pur și simplu pentru că vă este drag.

principle-waiting-name = A aștepta
principle-waiting-means = Vă opriți o clipă, ca să poată începe mai întâi bebelușul.
principle-listening-name = A asculta cu toată ființa
principle-listening-means = Îl ascultați pe bebeluș cu urechile, cu ochii și cu toată liniștea dumneavoastră.
principle-warm-voice-name = A vorbi cu voce caldă
principle-warm-voice-means = Vocea dumneavoastră este blândă sau veselă și spune: mă bucur că ești aici.
principle-naming-baby-name = A spune ce vedeți
principle-naming-baby-means = Îi puneți bebelușului în cuvinte ce face sau ce o fi gândind ori simțind.
principle-naming-self-name = A spune ce faceți
principle-naming-self-means = Îi spuneți bebelușului ce faceți sau ce urmează.
principle-looking-for-initiatives-name = A căuta un început
principle-looking-for-initiatives-means = Sunteți cu ochii și cu urechile la acea mică privire, mișcare sau sunet din care începe ceva.

principle-showing-noticed-name = A arăta că ați observat
principle-showing-noticed-means = Ceva din dumneavoastră răspunde pe loc: o privire, o respirație, sprâncenele care se ridică.
principle-receiving-body-name = A primi cu tot corpul
principle-receiving-body-means = Vă aplecați, deschideți brațele sau vă opriți o clipă, ca să primiți ce vine de la bebeluș.
principle-eyes-and-smile-name = A răspunde cu o privire sau un zâmbet
principle-eyes-and-smile-means = Îl priviți pe bebeluș în ochi, îi întoarceți zâmbetul sau dați din cap că da.
principle-receiving-words-name = A primi cu o vorbă bună
principle-receiving-words-means = Îi spuneți bebelușului ceva cald despre ce tocmai a făcut.
principle-saying-it-back-name = A repeta după bebeluș
principle-saying-it-back-means = Sunetul sau cuvântul bebelușului se aude încă o dată, de la dumneavoastră.

principle-receive-then-answer-name = A primi întâi, apoi a răspunde
principle-receive-then-answer-means = Îi arătați bebelușului că ați observat și abia apoi adăugați ceva de la dumneavoastră.
principle-checking-with-you-name = A vedea dacă bebelușul este cu dumneavoastră
principle-checking-with-you-means = Vă uitați dacă a ajuns la bebeluș ce ați făcut.
principle-waiting-your-turn-name = A-și aștepta rândul
principle-waiting-your-turn-means = Îl lăsați pe bebeluș să termine și așteptați până vă vine rândul.
principle-second-turn-name = A mai rămâne puțin la același lucru
principle-second-turn-means = Încă o dată bebelușul, încă o dată dumneavoastră, și tot cu același lucru.
principle-short-turns-name = A face câte puțin, cu rândul
principle-short-turns-means = Rândul dumneavoastră este scurt, în schimb vine mai des.
principle-both-add-name = A pune fiecare câte ceva
principle-both-add-means = Dumneavoastră și bebelușul faceți cam la fel de mult.
principle-doing-together-name = A face ceva împreună
principle-doing-together-means = Vă ajutați unul pe altul la același lucru.
principle-having-fun-name = A se distra împreună
principle-having-fun-means = Vă place și dumneavoastră, îi place și bebelușului, și se vede.

principle-just-enough-help-name = A ajuta doar cât trebuie
principle-just-enough-help-means = Dumneavoastră faceți partea prea grea, iar restul îl lăsați pe seama bebelușului.
principle-a-bit-more-name = A adăuga puțin
principle-a-bit-more-means = Cu dumneavoastră, ce a început bebelușul devine puțin mai lung sau capătă ceva nou.
principle-how-much-help-name = A simți de cât ajutor este nevoie
principle-how-much-help-means = Îi dați bebelușului mai mult sau mai puțin ajutor, după cum are nevoie chiar acum.
principle-showing-how-name = A ajuta atunci când trebuie
principle-showing-how-means = Îi arătați sau îi spuneți bebelușului chiar în clipa în care îl ajută.
principle-choices-name = A oferi o alegere pe înțelesul bebelușului
principle-choices-means = Îi oferiți bebelușului un lucru sau altul și așteptați să vedeți ce alege.
principle-suggestions-name = A propune o idee pe înțelesul bebelușului
principle-suggestions-means = Îi propuneți bebelușului o idee pe care o poate lua sau o poate lăsa.

principle-supporting-goals-name = A ajuta pe drumul spre un țel
principle-supporting-goals-means = O ajutați pe cealaltă persoană să ajungă unde își dorește.
principle-sharing-views-name = A spune cum vedeți lucrurile
principle-sharing-views-means = Îi spuneți celeilalte persoane cum vi se pare și o întrebați cum i se pare.
principle-solving-together-name = A găsi împreună o cale
principle-solving-together-means = Vă căutați drumul umăr la umăr.
principle-naming-differences-name = A spune ce vedeți altfel
principle-naming-differences-means = Îi spuneți cu blândețe celeilalte persoane că fiecare vede lucrurile în felul său.
principle-new-understanding-name = A descoperi împreună ceva nou
principle-new-understanding-means = Ajungeți împreună să vedeți lucrurile într-un fel cu totul nou.
principle-through-conflict-name = A trece împreună peste un moment greu
principle-through-conflict-means = Vă păstrați blândețea și când nu sunteți de acord, iar apoi vă regăsiți.
