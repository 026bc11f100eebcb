### A draft, to be checked by an interpreter before any parent sees it.
### What is on a pictured card: the principles of its level.

principle-interested-look-name = دلچسپی سے دیکھنا
principle-interested-look-means = آپ کا چہرہ کہتا ہے: مجھے جاننا ہے کہ تمہارا دل کس چیز میں لگا ہے۔
principle-friendly-body-name = انداز میں اپنائیت ہونا
principle-friendly-body-means = آپ کے بیٹھنے یا گود میں لینے کا انداز کہتا ہے: آؤ، یہ جگہ تمہاری ہے۔
principle-time-and-space-name = وقت اور جگہ دینا
principle-time-and-space-means = آپ کی طرف سے کھلا وقت اور کھلی جگہ ہے: کسی بات کی جلدی نہیں۔
principle-turning-towards-name = بچے کی طرف مڑنا
principle-turning-towards-means = آپ کا چہرہ اور جسم اُدھر مڑتے ہیں جہاں بچہ ہے۔
principle-wondering-name = دل ہی دل میں سوچنا
principle-wondering-means = آپ کے دل میں سوال آتا ہے: بچے کا دھیان کس میں ہو گا، دل میں کیا خیال ہو گا، کیسا لگ رہا ہو گا؟
principle-enjoying-watching-name = دیکھ کر خوش ہونا
principle-enjoying-watching-means = آپ کا دیکھنا صرف اس لیے ہے کہ دیکھ کر دل خوش ہوتا ہے۔

principle-waiting-name = ذرا انتظار کرنا
principle-waiting-means = آپ کا لمحہ بھر رک جانا، تاکہ پہل بچے کی طرف سے ہو۔
principle-listening-name = پورے دھیان سے سننا
principle-listening-means = آپ کا سننا: کانوں سے بھی، آنکھوں سے بھی، اور خاموشی سے بھی۔
principle-warm-voice-name = پیار بھری آواز میں بولنا
principle-warm-voice-means = آپ کی آواز نرم یا ہنستی ہوئی ہے، اور کہتی ہے: مجھے خوشی ہے کہ تم یہاں ہو۔
principle-naming-baby-name = جو نظر آئے، وہ کہنا
principle-naming-baby-means = بچہ جو کچھ کرے، یا شاید سوچے یا محسوس کرے، وہ آپ کے لفظوں میں۔
principle-naming-self-name = جو خود کریں، وہ بتانا
principle-naming-self-means = آپ کا بچے کو بتاتے جانا کہ آپ کی طرف سے ابھی کیا ہو رہا ہے، یا آگے کیا ہو گا۔
principle-looking-for-initiatives-name = پہل کا دھیان رکھنا
principle-looking-for-initiatives-means = آپ کا دھیان اُس ننھی سی نظر، آواز یا حرکت پر ہے جس سے کوئی بات شروع ہوتی ہے۔

principle-showing-noticed-name = دکھانا کہ میں نے دیکھ لیا
principle-showing-noticed-means = آپ کی طرف سے فوراً جواب آتا ہے: ایک نظر، ایک سانس، ذرا سی اٹھی ہوئی بھنویں۔
principle-receiving-body-name = جسم کی زبان سے قبول کرنا
principle-receiving-body-means = آپ کا ذرا جھکنا، بانہیں کھولنا یا ٹھہر جانا، تاکہ بچے کی بات آپ تک پہنچے۔
principle-eyes-and-smile-name = جواب میں دیکھنا یا مسکرانا
principle-eyes-and-smile-means = آپ کی اور بچے کی آنکھیں ملتی ہیں، یا جواب میں آپ کی مسکراہٹ آتی ہے، یا سر ہلتا ہے۔
principle-receiving-words-name = لفظوں سے قبول کرنا
principle-receiving-words-means = بچے نے ابھی جو کیا، اُس پر آپ کی کوئی پیار بھری بات۔
principle-saying-it-back-name = وہی آواز دہرانا
principle-saying-it-back-means = بچے کی اپنی آواز یا لفظ، پھر سے آپ کی زبان سے۔

principle-receive-then-answer-name = پہلے قبول کرنا، پھر جواب دینا
principle-receive-then-answer-means = پہلے آپ کی طرف سے یہ کہ میں نے دیکھ لیا، اور پھر کچھ اپنا۔
principle-checking-with-you-name = دیکھنا کہ بچہ ساتھ ہے
principle-checking-with-you-means = آپ کی ایک نظر: کیا میری بات بچے تک پہنچ گئی؟
principle-waiting-your-turn-name = اپنی باری کا انتظار کرنا
principle-waiting-your-turn-means = پہلے بچے کی بات پوری ہوتی ہے، پھر آپ کی باری آتی ہے۔
principle-second-turn-name = ایک اور باری لینا
principle-second-turn-means = آپ کا اُسی بات کے ساتھ ایک باری اور رہنا۔
principle-short-turns-name = باریاں چھوٹی رکھنا
principle-short-turns-means = آپ کی باریاں چھوٹی چھوٹی ہیں، اس لیے زیادہ ہیں۔
principle-both-add-name = دونوں کا حصہ ڈالنا
principle-both-add-means = کچھ آپ کی طرف سے، کچھ بچے کی طرف سے، تقریباً برابر۔
principle-doing-together-name = مل کر کرنا
principle-doing-together-means = ایک ہی کام میں آپ کو بچے کی مدد ملتی ہے، اور بچے کو آپ کی۔
principle-having-fun-name = مل کر ہنسنا کھیلنا
principle-having-fun-means = دونوں کو مزہ آتا ہے، اور یہ نظر بھی آتا ہے۔

principle-just-enough-help-name = ضرورت بھر مدد کرنا
principle-just-enough-help-means = جو حصہ بہت مشکل ہو، وہ آپ کی طرف سے، اور باقی بچے کا۔
principle-a-bit-more-name = تھوڑا سا اور بڑھانا
principle-a-bit-more-means = جو بچے نے شروع کیا، اُسی میں آپ کی طرف سے تھوڑا سا اور، یا کچھ نیا۔
principle-how-much-help-name = محسوس کرنا کہ کتنی مدد چاہیے
principle-how-much-help-means = بچے کو اس وقت جتنی ضرورت ہو، آپ کی مدد اتنی ہی زیادہ یا کم ہوتی ہے۔
principle-showing-how-name = ضرورت کے وقت مدد کرنا
principle-showing-how-means = آپ کا دکھانا یا بتانا، اُسی لمحے جب اس سے مدد ملے۔
principle-choices-name = آسان سی چیزوں میں سے چننے دینا
principle-choices-means = آپ کا پوچھنا: یہ یا وہ؟ اور پھر انتظار کہ بچہ کیا چنے۔
principle-suggestions-name = آسان سا خیال سامنے رکھنا
principle-suggestions-means = خیال آپ کی طرف سے ہے: بچہ چاہے تو لے، چاہے تو رہنے دے۔

principle-supporting-goals-name = امید تک پہنچنے میں مدد کرنا
principle-supporting-goals-means = دوسرا جہاں پہنچنا چاہے، وہاں تک آپ کا ساتھ۔
principle-sharing-views-name = اپنی نظر سے بتانا
principle-sharing-views-means = آپ کا بتانا کہ آپ کو بات کیسی لگتی ہے، اور پوچھنا کہ دوسرے کو کیسی لگتی ہے۔
principle-solving-together-name = مل کر راستہ نکالنا
principle-solving-together-means = آپ کا دوسرے کے ساتھ ساتھ رہ کر حل ڈھونڈنا۔
principle-naming-differences-name = جہاں نظر الگ ہو، وہ کہنا
principle-naming-differences-means = آپ کا پیار سے کہنا کہ اس بات پر دونوں کی نظر الگ الگ ہے۔
principle-new-understanding-name = مل کر کچھ نیا دیکھنا
principle-new-understanding-means = بات دونوں کو ایک نئے رخ سے نظر آتی ہے، جو پہلے کسی کے خیال میں نہ تھا۔
principle-through-conflict-name = مشکل لمحے سے گزر جانا
principle-through-conflict-means = نظر الگ ہو تب بھی پیار رہتا ہے، اور پھر سے ایک دوسرے کا ساتھ مل جاتا ہے۔
