### A draft, to be checked by an interpreter before any parent sees it.
### The end of a journey.

ending-question = هذا ما بحثنا عنه
ending-no-question = ها نحن في النهاية
ending-lead = لننظر كم قطعتم من الطريق.

ending-seen = ما رأيتموه في أفلامكم
ending-seen-lead = بكلماتكم أنتم.
ending-still = صورة من هذه اللحظة

ending-where-ask = أين ترون أنفسكم الآن؟
ending-where-lead = فقط إذا أحببتم. لا يوجد رقم صحيح.

ending-baby-ask = كيف تصفون { $baby } الآن؟
ending-baby-lead = كلمات قليلة تكفي.
ending-us-ask = وكيف الحال بينكم وبين { $baby } الآن؟
ending-us-lead = كما أنتم معًا في هذه الأيام.
ending-now = الآن
ending-first = عندما بدأنا

ending-films-ask = ماذا تحبون أن يحدث لأفلامكم؟
ending-films-lead = يمكنكم أخذ بعضها إلى البيت، أو طلب محوها. ويمكنكم إخبارنا لاحقًا أيضًا.

ending-thanks = شكرًا لكم على هذه الرحلة
ending-goes-on = ما بينكم وبين { $baby } يستمر.
ending-close = وصلنا إلى النهاية
