### A draft, to be checked by an interpreter before any parent sees it.
### The shared review: what the clips show, in the parent's words.

thread = آج کے ہمارے قدم
step-since = پھر سے سلام
step-question = ہمارا سوال
step-clip =
    { $place ->
        [1] پہلا کلپ
        [2] دوسرا کلپ
        [3] تیسرا کلپ
        [4] چوتھا کلپ
       *[other] ایک اور کلپ
    }
step-ideas = ہم کیا ساتھ لے جا رہے ہیں
step-ratings = اب کیسا لگتا ہے
step-ratings-of = اب کیسا لگتا ہے: { $name }
step-back = آج پر ایک نظر
step-next = اگلی بار

since-lead = اب تک سب کیسا رہا؟
since-ideas = پچھلی بار آپ کے خیالات
since-ask = تب سے آپ نے کیا دیکھا؟
mind-open = دل میں کوئی بات
mind-ask = یہاں کہنا بالکل ٹھیک ہے

question-still = کیا آپ اب بھی یہی دیکھنا چاہتے ہیں؟
question-differently = کسی اور طرح کہیں

clip-ask = آپ نے کیا دیکھا؟
clip-not-shown = اب یہ فلم نہیں دکھائی جا سکتی۔
clip-still = ہمارے کلپ کی تصویر
thinking-ask =
    { $babies ->
        [one] اس وقت { $baby } کے دل میں کیا خیال ہو گا؟
       *[other] اس وقت { $baby } کے دلوں میں کیا خیال ہو گا؟
    }
feeling-ask = اس وقت { $baby } کو کیسا لگ رہا ہو گا؟
me-ask = اور آپ؟ آپ کے دل میں کیا خیال تھا، آپ کو کیسا لگا؟
wonder-lead = اگر آپ تھوڑا اور سوچنا چاہیں

player-closer = قریب سے
player-whole = پوری تصویر
player-large = پوری سکرین پر
player-small = چھوٹا
player-still = ایک تصویر
player-moving = پھر سے کلپ
player-captions = تصویر پر الفاظ
player-pin-ask = تصویر پر وہاں انگلی رکھیں جہاں آپ نے دیکھا
player-pin-here = یہاں
player-pin-not = ابھی نہیں
player-pin-ring = وہ جگہ۔ تیر والے بٹن اسے ہلاتے ہیں
player-ring = آپ نے جو دیکھا وہ یہاں ہے

noticed-strength = یہ ایک خوبی ہے
noticed-is-strength = ایک خوبی
noticed-show = وہ لمحہ دکھائیں
noticed-go = یہ لمحہ
noticed-show-again = نئے سرے سے دکھائیں
noticed-unpin = دائرہ ہٹا دیں
noticed-more = مزید
noticed-less = کم
noticed-reword = کسی اور طرح کہیں
noticed-reword-label = دوسرے لفظوں میں
noticed-idea = اس سے ایک خیال
noticed-keep = محفوظ کریں
noticed-not = ابھی نہیں

reword-about = کس کا خیال، اور کب
reword-whose = یہ کس کا خیال ہے؟
reword-let-go = یہ رہنے دیتے ہیں
reword-take-up = اسے واپس لے آئیں
reword-as-it-was-said = یہی بات، جیسے کہی گئی

who-together = مل کر
who-another = کوئی اور
who-another-label = ہم انہیں کیا کہیں؟

ideas-lead = جو پہلے ہی اچھا چل رہا ہے، وہ اور زیادہ۔ جتنے کم یا زیادہ آپ چاہیں۔
ideas-ask = ایک خیال، آپ کے اپنے لفظوں میں
ideas-begin = اُس سے شروع کریں جو آپ نے دیکھا
ideas-from = اس سے ایک خیال
ideas-beginning = ہم نے دیکھا: { $words }
ideas-from-this = اُس سے جو آپ نے دیکھا
ideas-own = ایک اور خیال
when-ask = دن میں کب یہ ہو سکتا ہے؟
when-own = یا آپ کے اپنے لفظوں میں
when-waking = جب ہم جاگتے ہیں
when-feeding = دودھ یا کھانے کے وقت
when-changing = نیپی بدلتے وقت
when-playing = کھیلتے ہوئے
when-out = جب ہم باہر ہوں
when-bath = نہانے کے وقت
when-bedtime = سونے کے وقت

ratings-ask = آپ کے خیال میں اب آپ کہاں ہیں؟

back-lead = ہم اسے مل کر پڑھ سکتے ہیں۔
back-strengths = آپ کیا اچھا کرتے ہیں
back-noticed = آپ نے کیا دیکھا
back-wondered = آپ نے کیا سوچا
back-since = پچھلی بار سے آپ نے کیا دیکھا
back-ideas = ساتھ لے جانے کے خیالات
back-thanks = { $carer }، ہمارے ساتھ دیکھنے کا شکریہ۔
page-title = ہم نے مل کر کیا دیکھا
page-people = { $baby } · { $carer }

next-lead = اگر آپ ابھی اس کے بارے میں سوچنا چاہیں۔
next-ask = آپ کیا چاہیں گے کہ ہم کس کی فلم بنائیں؟
next-when = یہ کب ہو سکتا ہے؟
next-end = ہم آخر تک پہنچ گئے
next-end-kept = ہم یہاں آخر تک پہنچ گئے
review-close = ہماری بات مکمل ہوئی
