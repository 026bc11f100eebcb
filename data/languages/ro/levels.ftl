### A draft, to be checked by an interpreter before any parent sees it.
### The six levels, as they stand on the pictured cards.

level-being-attentive-name = A da atenție
level-being-attentive-means = A fi acolo unul pentru altul, cu timp de privit și de mirare.
level-encouraging-initiatives-name = A încuraja inițiativele
level-encouraging-initiatives-means = A-i face ușor bebelușului să înceapă ceva.
level-receiving-initiatives-name = A primi inițiativele
level-receiving-initiatives-means = A-i arăta bebelușului: am văzut, am auzit.
level-developing-attuned-interactions-name = A dezvolta un ritm împreună
level-developing-attuned-interactions-means = Când unul, când altul, ca într-un dans.
level-guiding-name = A îndruma
level-guiding-means = A ajuta bebelușul la următorul pas mic.
level-deepening-discussion-name = A adânci discuția
level-deepening-discussion-means = A gândi lucrurile împreună, și atunci când le vedem altfel.
