### A draft, to be checked by an interpreter before any parent sees it.
### What is on a pictured card: the principles of its level.

principle-interested-look-name = Patrzeć z ciekawością
principle-interested-look-means = Twoja twarz mówi: ciekawi mnie, co tam robisz.
principle-friendly-body-name = Zapraszać swoją postawą
principle-friendly-body-means = To, jak siedzisz albo trzymasz dziecko, mówi: jest tu miejsce dla ciebie.
principle-time-and-space-name = Dawać czas i miejsce
principle-time-and-space-means = Dajesz miejsce i spokój: nic nie musi dziać się szybko.
principle-turning-towards-name = Zwracać się w stronę dziecka
principle-turning-towards-means = Twarzą i ciałem zwracasz się tam, gdzie jest dziecko.
principle-wondering-name = Zastanawiać się
principle-wondering-means = Pytasz siebie, co dziecko robi, co może myśleć albo czuć.
principle-enjoying-watching-name = Cieszyć się patrzeniem
principle-enjoying-watching-means = Patrzysz, bo po prostu miło jest patrzeć.

principle-waiting-name = Czekać
principle-waiting-means = Wstrzymujesz się na chwilę, żeby dziecko mogło zacząć pierwsze.
principle-listening-name = Słuchać z całą uwagą
principle-listening-means = Słuchasz uszami, oczami i całym swoim spokojem.
principle-warm-voice-name = Mówić ciepłym głosem
principle-warm-voice-means = Twój głos jest łagodny albo wesoły i mówi: cieszę się, że jesteś.
principle-naming-baby-name = Mówić, co widzisz
principle-naming-baby-means = Ubierasz w słowa to, co dziecko robi albo co może myśleć czy czuć.
principle-naming-self-name = Mówić, co robisz
principle-naming-self-means = Opowiadasz dziecku, co robisz albo co będzie za chwilę.
principle-looking-for-initiatives-name = Wypatrywać początku
principle-looking-for-initiatives-means = Czekasz uważnie na małe spojrzenie, dźwięk albo ruch, od którego coś się zaczyna.

principle-showing-noticed-name = Pokazywać, że to widzisz
principle-showing-noticed-means = Coś w Tobie od razu odpowiada: spojrzenie, oddech, uniesione brwi.
principle-receiving-body-name = Przyjmować całym ciałem
principle-receiving-body-means = Pochylasz się, otwierasz ramiona albo na chwilę się zatrzymujesz, żeby przyjąć to, z czym przychodzi dziecko.
principle-eyes-and-smile-name = Odpowiadać spojrzeniem albo uśmiechem
principle-eyes-and-smile-means = Patrzysz dziecku w oczy, odwzajemniasz uśmiech albo kiwasz głową.
principle-receiving-words-name = Przyjmować słowami
principle-receiving-words-means = Mówisz coś miłego o tym, co dziecko właśnie zrobiło.
principle-saying-it-back-name = Powtarzać za dzieckiem
principle-saying-it-back-means = Dźwięk albo słowo dziecka wraca do niego Twoim głosem.

principle-receive-then-answer-name = Najpierw przyjmować, potem odpowiadać
principle-receive-then-answer-means = Pokazujesz, że to widzisz, a dopiero potem dodajesz coś od siebie.
principle-checking-with-you-name = Upewniać się, że jesteście w tym razem
principle-checking-with-you-means = Patrzysz, czy to, co robisz, dociera do dziecka.
principle-waiting-your-turn-name = Czekać na swoją kolej
principle-waiting-your-turn-means = Dajesz dziecku dokończyć i czekasz, aż przyjdzie Twoja kolej.
principle-second-turn-name = Zostawać przy tym jeszcze chwilę
principle-second-turn-means = Jeszcze raz dziecko, jeszcze raz Ty, i wciąż wokół tego samego.
principle-short-turns-name = Robić na zmianę, po trochu
principle-short-turns-means = Mówisz i robisz po trochu, za to Twoja kolej i kolej dziecka przychodzą częściej.
principle-both-add-name = Razem dokładać coś od siebie
principle-both-add-means = Ty i dziecko dajecie od siebie mniej więcej tyle samo.
principle-doing-together-name = Robić coś razem
principle-doing-together-means = Pomagacie sobie nawzajem przy jednej rzeczy.
principle-having-fun-name = Dobrze się razem bawić
principle-having-fun-means = I Tobie, i dziecku jest wesoło, i to widać.

principle-just-enough-help-name = Pomagać tyle, ile trzeba
principle-just-enough-help-means = Robisz to, co jeszcze za trudne, a resztę zostawiasz dziecku.
principle-a-bit-more-name = Dodawać odrobinę więcej
principle-a-bit-more-means = Bierzesz to, co dziecko zaczyna, i trochę to wydłużasz albo dodajesz coś nowego.
principle-how-much-help-name = Wyczuwać, ile pomóc
principle-how-much-help-means = Pomagasz więcej albo mniej, tak jak dziecko tego właśnie potrzebuje.
principle-showing-how-name = Pomagać wtedy, kiedy trzeba
principle-showing-how-means = Pokazujesz albo mówisz coś wtedy, kiedy to pomaga.
principle-choices-name = Dawać wybór na miarę dziecka
principle-choices-means = Proponujesz to albo tamto i czekasz, co dziecko woli.
principle-suggestions-name = Podsuwać pomysły na miarę dziecka
principle-suggestions-means = Podsuwasz pomysł, który dziecko może podjąć albo zostawić.

principle-supporting-goals-name = Pomagać w drodze do celu
principle-supporting-goals-means = Pomagasz drugiej osobie dojść tam, dokąd chce.
principle-sharing-views-name = Mówić, jak to widzisz
principle-sharing-views-means = Mówisz, jak to wygląda z Twojej strony, i pytasz, jak widzi to druga osoba.
principle-solving-together-name = Znajdować wspólną drogę
principle-solving-together-means = Szukacie wyjścia ramię w ramię.
principle-naming-differences-name = Mówić, co widzicie inaczej
principle-naming-differences-means = Mówisz życzliwie, że patrzycie na to różnie.
principle-new-understanding-name = Razem odkrywać coś nowego
principle-new-understanding-means = Razem zaczynacie widzieć to w sposób, który dla Was jest całkiem nowy.
principle-through-conflict-name = Przechodzić razem przez trudną chwilę
principle-through-conflict-means = Zachowujesz życzliwość, choć się nie zgadzacie, i znów się odnajdujecie.
