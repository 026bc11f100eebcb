### A draft, to be checked by an interpreter before any parent sees it.
### The six levels, as they stand on the pictured cards.

level-being-attentive-name = Być przy dziecku
level-being-attentive-means = Być dla siebie, z czasem na patrzenie i zastanowienie.
level-encouraging-initiatives-name = Zachęcać do inicjatywy
level-encouraging-initiatives-means = Ułatwiać dziecku, żeby samo coś zaczęło.
level-receiving-initiatives-name = Przyjmować inicjatywę
level-receiving-initiatives-means = Pokazywać dziecku: widzę to, słyszę to.
level-developing-attuned-interactions-name = Rozwijać wspólny rytm
level-developing-attuned-interactions-means = Raz jedno, raz drugie, jak w tańcu.
level-guiding-name = Prowadzić
level-guiding-means = Pomagać dziecku w następnym małym kroku.
level-deepening-discussion-name = Pogłębiać rozmowę
level-deepening-discussion-means = Razem o czymś myśleć, także kiedy widzimy to inaczej.
