### A draft, to be checked by an interpreter before any parent sees it.
### The six levels, as they stand on the pictured cards.

level-being-attentive-name = توجہ دینا
level-being-attentive-means = ایک دوسرے کے لیے موجود ہونا، دیکھنے اور سوچنے کے وقت کے ساتھ۔
level-encouraging-initiatives-name = پہل کا حوصلہ بڑھانا
level-encouraging-initiatives-means = بچے کے لیے آسان بنانا کہ وہ خود کچھ شروع کرے۔
level-receiving-initiatives-name = پہل کو قبول کرنا
level-receiving-initiatives-means = بچے کو دکھانا: میں نے دیکھ لیا، میں نے سن لیا۔
level-developing-attuned-interactions-name = مل کر تال میل بڑھانا
level-developing-attuned-interactions-means = باری باری ساتھ چلنا، جیسے رقص میں۔
level-guiding-name = رہنمائی کرنا
level-guiding-means = اگلے چھوٹے قدم میں بچے کی مدد کرنا۔
level-deepening-discussion-name = بات چیت کو گہرا کرنا
level-deepening-discussion-means = مل کر سوچنا، تب بھی جب نظر الگ الگ ہو۔
