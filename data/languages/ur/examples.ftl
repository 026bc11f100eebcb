### A draft, to be checked by an interpreter before any parent sees it.
### Examples to start from: what other parents began with.

example-doubt-before-birth-1 = مجھے ابھی زیادہ کچھ محسوس نہیں ہوتا۔ اگر کبھی ہوا ہی نہیں تو؟
example-hope-before-birth-1 = میرا دل چاہتا ہے کہ { $baby } کو ابھی سے تھوڑا سا جان لوں۔
example-question-before-birth-1 = { $baby } کو جاننے کے لیے میری طرف سے پہلے ہی کیا ہو رہا ہے؟

example-doubt-before-birth-2 = ہر بات کی اتنی فکر ہے کہ مجھے اس وقت کی خوشی نہیں ملتی۔
example-hope-before-birth-2 =
    { $babies ->
        [one] میرا دل چاہتا ہے کہ کچھ پُرسکون لمحے صرف ہم دونوں کے ہوں۔
       *[other] میرا دل چاہتا ہے کہ کچھ پُرسکون لمحے صرف ہمارے ہوں۔
    }
example-question-before-birth-2 = کس چیز سے { $baby } کو اور مجھے مل کر سکون کا ایک لمحہ ملتا ہے؟

example-doubt-before-birth-3 = مجھے خود یہ نہیں ملا، تو مجھے کیسے معلوم ہو کہ یہ کیسے کرتے ہیں؟
example-hope-before-birth-3 = میرا دل چاہتا ہے کہ ویسے ہی والدین بنوں جیسوں کی مجھے خواہش تھی۔
example-question-before-birth-3 = میری کس بات سے { $baby } کو پتا چلتا ہے کہ یہاں کوئی ہے؟

example-doubt-first-months-1 = کیا میں اپنے بچے کے لیے کافی ہوں؟
example-hope-first-months-1 = میرا دل چاہتا ہے کہ { $baby } سے اور قربت ہو۔
example-question-first-months-1 = { $baby } کے ساتھ رشتہ گہرا کرنے کے لیے میری طرف سے کیا ہو رہا ہے؟

example-doubt-first-months-2 = مجھے سمجھ نہیں آتا کہ { $baby } کو مجھ سے کیا چاہیے۔
example-hope-first-months-2 = میرا دل چاہتا ہے کہ { $baby } کی بات اور اچھی طرح سمجھوں۔
example-question-first-months-2 = { $baby } کی بات مجھ تک کیسے پہنچتی ہے، اور میں کیسے سنوں؟

example-doubt-first-months-3 = شروع میں ہم بہت دیر الگ رہے۔ کیا ہمارا موقع ہاتھ سے نکل گیا؟
example-hope-first-months-3 = میرا دل چاہتا ہے کہ محسوس ہو کہ { $baby } اور میں ایک دوسرے کے ہیں۔
example-question-first-months-3 = { $baby } اور میں ایک دوسرے کو کب پا لیتے ہیں، اور تب میری طرف سے کیا ہوتا ہے؟

example-doubt-older-baby-1 = مجھے لگتا ہے کہ { $baby } کو کسی اور کے ساتھ رہنا زیادہ پسند ہے۔
example-hope-older-baby-1 = میرا دل چاہتا ہے کہ { $baby } کو میرے ساتھ مزہ آئے۔
example-question-older-baby-1 = جب { $baby } کا اور میرا وقت اچھا گزرتا ہے تو میری طرف سے کیا ہوتا ہے؟

example-doubt-older-baby-2 = ہر وقت کسی نہ کسی بات پر منع کرنا پڑتا ہے۔ اس سے میری ہمت ختم ہو جاتی ہے۔
example-hope-older-baby-2 = میرا دل چاہتا ہے کہ ہمارے دن کا زیادہ حصہ اچھا گزرے۔
example-question-older-baby-2 = جب کوئی کام مشکل ہو تو { $baby } کو میری مدد کیسے ملتی ہے؟

example-doubt-older-baby-3 = مجھے کبھی سمجھ نہیں آتا کہ بچے سے کیا بات کروں۔
example-hope-older-baby-3 = میرا دل چاہتا ہے کہ ہماری چھوٹی چھوٹی باتیں ہوں۔
example-question-older-baby-3 = { $baby } اور میں باری باری کیسے بات کرتے ہیں، لفظوں سے یا ان کے بغیر؟

example-doubt-feeding-soothing-play-1 = دودھ یا کھانے کا وقت لڑائی جیسا لگتا ہے، اور اس کا سوچ کر ہی گھبراہٹ ہوتی ہے۔
example-hope-feeding-soothing-play-1 =
    { $babies ->
        [one] میرا دل چاہتا ہے کہ دودھ یا کھانے کا وقت ہم دونوں کے لیے پُرسکون ہو۔
       *[other] میرا دل چاہتا ہے کہ دودھ یا کھانے کا وقت ہم سب کے لیے پُرسکون ہو۔
    }
example-question-feeding-soothing-play-1 = دودھ یا کھانے کے وقت میری کس بات سے { $baby } کو آرام محسوس ہوتا ہے؟

example-doubt-feeding-soothing-play-2 = جب { $baby } کو رونا آتا ہے تو میری کوئی بھی کوشش ٹھیک نہیں لگتی۔
example-hope-feeding-soothing-play-2 = میرا دل چاہتا ہے کہ جب { $baby } کو بے چینی ہو تو مجھے خود پر بھروسا ہو۔
example-question-feeding-soothing-play-2 = میری کس بات سے { $baby } کو تسلی ملتی ہے؟

example-doubt-feeding-soothing-play-3 = مجھے بچے کے ساتھ کھیلنا نہیں آتا۔ اپنا آپ عجیب سا لگتا ہے۔
example-hope-feeding-soothing-play-3 = میرا دل چاہتا ہے کہ ہم مل کر ہنسیں۔
example-question-feeding-soothing-play-3 = میری کس بات سے { $baby } کو اور مجھے کھیلنے میں مزہ آتا ہے؟

example-doubt-feeding-soothing-play-4 =
    { $babies ->
        [one] سونے کا وقت ختم ہونے میں نہیں آتا، اور آخر میں ہم دونوں کے آنسو نکل آتے ہیں۔
       *[other] سونے کا وقت ختم ہونے میں نہیں آتا، اور آخر میں ہم سب کے آنسو نکل آتے ہیں۔
    }
example-hope-feeding-soothing-play-4 = میرا دل چاہتا ہے کہ ہم مل کر آہستہ آہستہ سکون میں آ جائیں۔
example-question-feeding-soothing-play-4 = شام کو میری کس بات سے { $baby } کو پُرسکون ہونے میں مدد ملتی ہے؟
