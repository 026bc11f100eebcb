### A draft, to be checked by an interpreter before any parent sees it.
### Buttons and small words that several of the screens have.

turn-back = رجوع
turn-on = التالي
closed-title = شكرًا لكم
closed-lead = كل ما قلتموه محفوظ. يعود الجهاز بالضغط على «تسليم».
begun = كلام بدأ ولم يُحفظ بعد: ارجعوا لحفظه

own-words = بكلماتكم أنتم
word-it-differently = هل تقولونه الآن بطريقة أخرى؟
you-said = قلتم
you-said-earlier = قلتم من قبل
as-it-was-said = الكلام نفسه بـ{ $language }، كما قيل
note-keep = حفظ
note-who = لمن هذه الكلمات؟
note-beside = بالإنجليزية
note-language = بأي لغة هذا؟
note-kept-now = حُفظ الآن
note-so-far = محفوظ حتى هنا

keeping-kept = محفوظ
keeping-waiting = لم يُحفظ بعد. سيُحفظ حالما يعود الاتصال.
keeping-refused = تعذّر حفظ هذا.

scale-low = بعيد عن أملي
scale-high = كل ما أتمناه
scale-show = أظهر أين كان من قبل
scale-hide = أخفِ أين كان من قبل
scale-first = عندما بدأنا
scale-last = في المرة الماضية
scale-now = أين أنا الآن
scale-hoped = أين أتمنى أن أصل
in-turn = واحدًا بعد الآخر، كلٌّ بدوره.

player-name = مقطعنا
player-play = تشغيل
player-stop = توقف هنا
player-again = مرة أخرى
player-on = متابعة
player-start = من البداية
player-slowly = ببطء
player-loop = مرة بعد مرة
player-trouble = لا يمكن عرض هذا المقطع الآن. نرجو المحاولة مرة أخرى.
player-to-left = إلى اليسار
player-to-right = إلى اليمين
player-to-up = إلى الأعلى
player-to-down = إلى الأسفل

shows-ask = ماذا يُظهر هذا؟
shows-again = النظر مرة أخرى
shows-done = تم
shows-group = ما يُظهره هذا

watch-cover = تغطية الشاشة
watch-leave = تسليم
watch-bar = هذه الشاشة
watch-covered = الشاشة مغطاة
watch-pause = استراحة قصيرة
watch-carry-on = متابعة
watch-away = لا يوجد اتصال. لا يضيع شيء: سيُحفظ حالما يعود الاتصال.
watch-waiting = لم يُحفظ بعد. تجري المحاولة من جديد.
