### A draft, to be checked by an interpreter before any parent sees it.
### The shared review: what the clips show, in the parent's words.

thread = خطواتنا اليوم
step-since = أهلًا من جديد
step-question = سؤالنا
step-clip =
    { $place ->
        [1] المقطع الأول
        [2] المقطع الثاني
        [3] المقطع الثالث
        [4] المقطع الرابع
       *[other] مقطع آخر
    }
step-ideas = ما نأخذه معنا
step-ratings = كيف نشعر الآن
step-ratings-of = كيف نشعر الآن: { $name }
step-back = نظرة إلى هذا اليوم
step-next = المرة القادمة

since-lead = كيف كانت الأحوال؟
since-ideas = أفكاركم في المرة الماضية
since-ask = ماذا لاحظتم منذ ذلك الحين؟
mind-open = شيء يشغل بالي
mind-ask = لا بأس بقوله هنا

question-still = أما زال هذا ما تريدون البحث عنه؟
question-differently = قولوه بطريقة أخرى

clip-ask = ماذا لاحظتم؟
clip-not-shown = لا يمكن عرض هذا الفيلم بعد الآن.
clip-still = صورة من مقطعنا
thinking-ask =
    { $babies ->
        [one] ماذا كان يدور في بال { $baby } يا ترى؟
       *[other] ماذا كان يدور في بال كل من { $baby } يا ترى؟
    }
feeling-ask =
    { $babies ->
        [one] كيف كان شعور { $baby } يا ترى؟
       *[other] كيف كان شعور كل من { $baby } يا ترى؟
    }
me-ask = وأنتم؟ بماذا كنتم تفكرون، وبماذا كنتم تشعرون؟
wonder-lead = إذا أحببتم أن تتأملوا قليلًا بعد

player-closer = أقرب
player-whole = الصورة كلها
player-large = ملء الشاشة
player-small = أصغر
player-still = صورة واحدة
player-moving = المقطع من جديد
player-captions = كلمات على الصورة
player-pin-ask = المسوا الصورة حيث رأيتموه
player-pin-here = هنا
player-pin-not = ليس الآن
player-pin-ring = المكان. تحركه مفاتيح الأسهم
player-ring = ما رأيتموه هنا

noticed-strength = هذه نقطة قوة
noticed-is-strength = نقطة قوة
noticed-show = أروني اللحظة
noticed-go = هذه اللحظة
noticed-show-again = إظهارها من جديد
noticed-unpin = إزالة الدائرة
noticed-more = المزيد
noticed-less = أقل
noticed-reword = قولوه بطريقة أخرى
noticed-reword-label = بكلمات أخرى
noticed-idea = فكرة من هذا
noticed-keep = حفظ
noticed-not = ليس الآن

reword-about = لمن هذه الفكرة، ومتى
reword-whose = لمن هذه الفكرة؟
reword-let-go = لن نأخذ هذه
reword-take-up = لنأخذها من جديد
reword-as-it-was-said = الكلام نفسه، كما قيل

who-together = معًا
who-another = شخص آخر
who-another-label = ماذا نسمّي هذا الشخص؟

ideas-lead = المزيد مما ينجح من قبل. بالقدر الذي تحبونه.
ideas-ask = فكرة، بكلماتكم أنتم
ideas-begin = ابدأوا بما لاحظتموه
ideas-from = فكرة من هذا
ideas-beginning = لاحظنا: { $words }
ideas-from-this = مما لاحظتموه
ideas-own = فكرة أخرى
when-ask = متى يناسب هذا خلال اليوم؟
when-own = أو بكلماتكم أنتم
when-waking = عندما نستيقظ
when-feeding = عند الرضاعة أو الطعام
when-changing = عند تغيير الحفاض
when-playing = ونحن نلعب
when-out = عندما نكون خارج البيت
when-bath = وقت الاستحمام
when-bedtime = وقت النوم

ratings-ask = أين ترون أنفسكم الآن؟

back-lead = يمكننا أن نقرأها معًا.
back-strengths = ما تحسنون فعله
back-noticed = ما لاحظتموه
back-wondered = ما تأملتم فيه
back-since = ما لاحظتموه منذ المرة الماضية
back-ideas = أفكار نأخذها معنا
back-thanks = شكرًا لمشاهدتكم معنا، { $carer }.
page-title = ما رأيناه معًا
page-people = { $baby } · { $carer }

next-lead = إذا أحببتم التفكير في ذلك الآن.
next-ask = ماذا تحبون أن نصوّر؟
next-when = متى يمكن أن يكون ذلك؟
next-end = وصلنا إلى النهاية
next-end-kept = هنا وصلنا إلى النهاية
review-close = نختم لقاءنا
