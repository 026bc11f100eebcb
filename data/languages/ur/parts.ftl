### A draft, to be checked by an interpreter before any parent sees it.
### Buttons and small words that several of the screens have.

turn-back = واپس
turn-on = آگے چلیں
closed-title = شکریہ
closed-lead = آپ نے جو کچھ کہا وہ محفوظ ہے۔ ٹیبلٹ ”واپس دیں“ سے واپس جاتا ہے۔
begun = شروع کیا گیا، ابھی محفوظ نہیں ہوا: محفوظ کرنے کے لیے واپس جائیں

own-words = آپ کے اپنے لفظوں میں
word-it-differently = کیا اب آپ اسے کسی اور طرح کہیں گے؟
you-said = آپ نے کہا
you-said-earlier = آپ نے پہلے کہا تھا
as-it-was-said = یہی بات { $language } میں، جیسے کہی گئی
note-keep = محفوظ کریں
note-who = یہ کس کے الفاظ ہیں؟
note-beside = انگریزی میں
note-language = یہ کس زبان میں ہے؟
note-kept-now = ابھی محفوظ ہوا
note-so-far = اب تک محفوظ

keeping-kept = محفوظ ہے
keeping-waiting = ابھی محفوظ نہیں ہوا۔ رابطہ واپس آتے ہی ہو جائے گا۔
keeping-refused = یہ محفوظ نہیں ہو سکا۔

scale-low = میری امید سے دور
scale-high = وہ سب جس کی مجھے امید تھی
scale-show = دکھائیں کہ پہلے کہاں تھا
scale-hide = پہلے والا چھپائیں
scale-first = جب ہم نے شروع کیا تھا
scale-last = پچھلی بار
scale-now = میں اب کہاں ہوں
scale-hoped = مجھے کہاں پہنچنے کی امید ہے
in-turn = باری باری، ایک وقت میں ایک۔

player-name = ہمارا کلپ
player-play = چلائیں
player-stop = یہاں روکیں
player-again = دوبارہ
player-on = آگے چلائیں
player-start = شروع سے
player-slowly = آہستہ
player-loop = بار بار
player-trouble = یہ کلپ ابھی نہیں دکھایا جا سکتا۔ براہِ کرم ایک بار پھر کوشش کریں۔
player-to-left = بائیں طرف
player-to-right = دائیں طرف
player-to-up = اوپر کی طرف
player-to-down = نیچے کی طرف

shows-ask = یہ کیا دکھاتا ہے؟
shows-again = دوبارہ دیکھیں
shows-done = ہو گیا
shows-group = یہ کیا دکھاتا ہے

watch-cover = اسکرین ڈھانپیں
watch-leave = واپس دیں
watch-bar = یہ اسکرین
watch-covered = اسکرین ڈھکی ہوئی ہے
watch-pause = تھوڑا سا وقفہ
watch-carry-on = جاری رکھیں
watch-away = رابطہ نہیں ہے۔ کچھ ضائع نہیں ہوا: رابطہ واپس آتے ہی محفوظ ہو جائے گا۔
watch-waiting = ابھی محفوظ نہیں ہوا۔ دوبارہ کوشش ہو رہی ہے۔
