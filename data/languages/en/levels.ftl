### The six levels, as they stand on the pictured cards: data/principles.json says the same.

# The name of a card
level-being-attentive-name = Being attentive
# Under the name of the card: what it means
level-being-attentive-means = Being there for each other, with time to look and to wonder.
level-encouraging-initiatives-name = Encouraging initiatives
level-encouraging-initiatives-means = Making it easy for your baby to start something.
level-receiving-initiatives-name = Receiving initiatives
level-receiving-initiatives-means = Showing your baby: I saw that, I heard that.
level-developing-attuned-interactions-name = Developing attuned interactions
level-developing-attuned-interactions-means = Going to and fro together, like a dance.
level-guiding-name = Guiding
level-guiding-means = Helping your baby with the next small step.
level-deepening-discussion-name = Deepening discussion
level-deepening-discussion-means = Thinking things through together, also when you see them differently.
