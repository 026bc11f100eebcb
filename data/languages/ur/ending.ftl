### A draft, to be checked by an interpreter before any parent sees it.
### The end of a journey.

ending-question = ہم یہ تلاش کر رہے تھے
ending-no-question = ہم آخر تک پہنچ گئے
ending-lead = آئیے دیکھیں کہ آپ کتنا آگے آ گئے ہیں۔

ending-seen = آپ نے اپنی فلموں میں کیا دیکھا
ending-seen-lead = آپ کے اپنے لفظوں میں۔
ending-still = اس لمحے کی تصویر

ending-where-ask = آپ کے خیال میں اب آپ کہاں ہیں؟
ending-where-lead = صرف اگر آپ چاہیں۔ کوئی نمبر صحیح یا غلط نہیں۔

ending-baby-ask = اب آپ { $baby } کے بارے میں کیا بتائیں گے؟
ending-baby-lead = چند لفظ ہی کافی ہیں۔
ending-age-day =
    { $count ->
        [one] { $baby } کی عمر اب { $count } دن ہے۔
       *[other] { $baby } کی عمر اب { $count } دن ہے۔
    }
ending-age-week =
    { $count ->
        [one] { $baby } کی عمر اب { $count } ہفتہ ہے۔
       *[other] { $baby } کی عمر اب { $count } ہفتے ہے۔
    }
ending-age-month =
    { $count ->
        [one] { $baby } کی عمر اب { $count } مہینہ ہے۔
       *[other] { $baby } کی عمر اب { $count } مہینے ہے۔
    }
ending-corrected-day =
    { $count ->
        [one] { $baby } کی پیدائش جس دن ہونی تھی، اس دن سے عمر { $count } دن ہے۔
       *[other] { $baby } کی پیدائش جس دن ہونی تھی، اس دن سے عمر { $count } دن ہے۔
    }
ending-corrected-week =
    { $count ->
        [one] { $baby } کی پیدائش جس دن ہونی تھی، اس دن سے عمر { $count } ہفتہ ہے۔
       *[other] { $baby } کی پیدائش جس دن ہونی تھی، اس دن سے عمر { $count } ہفتے ہے۔
    }
ending-corrected-month =
    { $count ->
        [one] { $baby } کی پیدائش جس دن ہونی تھی، اس دن سے عمر { $count } مہینہ ہے۔
       *[other] { $baby } کی پیدائش جس دن ہونی تھی، اس دن سے عمر { $count } مہینے ہے۔
    }
ending-us-ask = اور اب آپ کے اور { $baby } کے درمیان کیسا ہے؟
ending-us-lead = ان دنوں آپ کا ساتھ جیسا بھی ہے۔
ending-now = اب
ending-first = جب ہم نے شروع کیا تھا

ending-films-ask = آپ اپنی فلموں کے ساتھ کیا کرنا چاہیں گے؟
ending-films-lead = آپ کچھ گھر لے جا سکتے ہیں، یا انہیں مٹوا سکتے ہیں۔ آپ ہمیں بعد میں بھی بتا سکتے ہیں۔

ending-thanks = اس سفر کے لیے آپ کا شکریہ
ending-goes-on = آپ کے اور { $baby } کے درمیان جو کچھ ہے، وہ آگے بھی چلتا رہے گا۔
ending-close = ہم آخر تک پہنچ گئے
