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
ending-age-day =
    { $count ->
        [zero] عمر { $baby } الآن { $count } يوم.
        [one] عمر { $baby } الآن يوم واحد.
        [two] عمر { $baby } الآن يومان.
        [few] عمر { $baby } الآن { $count } أيام.
        [many] عمر { $baby } الآن { $count } يومًا.
       *[other] عمر { $baby } الآن { $count } يوم.
    }
ending-age-week =
    { $count ->
        [zero] عمر { $baby } الآن { $count } أسبوع.
        [one] عمر { $baby } الآن أسبوع واحد.
        [two] عمر { $baby } الآن أسبوعان.
        [few] عمر { $baby } الآن { $count } أسابيع.
        [many] عمر { $baby } الآن { $count } أسبوعًا.
       *[other] عمر { $baby } الآن { $count } أسبوع.
    }
ending-age-month =
    { $count ->
        [zero] عمر { $baby } الآن { $count } شهر.
        [one] عمر { $baby } الآن شهر واحد.
        [two] عمر { $baby } الآن شهران.
        [few] عمر { $baby } الآن { $count } أشهر.
        [many] عمر { $baby } الآن { $count } شهرًا.
       *[other] عمر { $baby } الآن { $count } شهر.
    }
ending-corrected-day =
    { $count ->
        [zero] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } يوم.
        [one] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): يوم واحد.
        [two] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): يومان.
        [few] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } أيام.
        [many] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } يومًا.
       *[other] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } يوم.
    }
ending-corrected-week =
    { $count ->
        [zero] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } أسبوع.
        [one] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): أسبوع واحد.
        [two] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): أسبوعان.
        [few] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } أسابيع.
        [many] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } أسبوعًا.
       *[other] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } أسبوع.
    }
ending-corrected-month =
    { $count ->
        [zero] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } شهر.
        [one] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): شهر واحد.
        [two] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): شهران.
        [few] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } أشهر.
        [many] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } شهرًا.
       *[other] وإذا حسبنا من يوم الولادة المتوقع ({ $baby }): { $count } شهر.
    }
ending-us-ask = وكيف الحال بينكم وبين { $baby } الآن؟
ending-us-lead = كما أنتم معًا في هذه الأيام.
ending-now = الآن
ending-first = عندما بدأنا

ending-films-ask = ماذا تحبون أن يحدث لأفلامكم؟
ending-films-lead = يمكنكم أخذ بعضها إلى البيت، أو طلب محوها. ويمكنكم إخبارنا لاحقًا أيضًا.

ending-thanks = شكرًا لكم على هذه الرحلة
ending-goes-on = ما بينكم وبين { $baby } يستمر.
ending-close = وصلنا إلى النهاية
