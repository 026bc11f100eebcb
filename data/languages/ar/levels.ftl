### A draft, to be checked by an interpreter before any parent sees it.
### The six levels, as they stand on the pictured cards.

level-being-attentive-name = الانتباه
level-being-attentive-means = أن نكون حاضرين لبعضنا، مع وقت للنظر والتساؤل.
level-encouraging-initiatives-name = تشجيع المبادرات
level-encouraging-initiatives-means = أن نسهّل على الطفل أن يبدأ شيئًا.
level-receiving-initiatives-name = استقبال المبادرات
level-receiving-initiatives-means = أن نُظهر للطفل: رأيت هذا، سمعت هذا.
level-developing-attuned-interactions-name = تنمية التناغم
level-developing-attuned-interactions-means = ذهاب وإياب معًا، كالرقص.
level-guiding-name = الإرشاد
level-guiding-means = أن نساعد الطفل في الخطوة الصغيرة التالية.
level-deepening-discussion-name = تعميق الحوار
level-deepening-discussion-means = أن نفكر في الأمور معًا، حتى حين نراها بشكل مختلف.
