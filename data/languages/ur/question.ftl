### A draft, to be checked by an interpreter before any parent sees it.
### The helping question: from a doubt, to a hope, to a question.

doubt-ask = کیا کوئی بات ہے جس کے بارے میں آپ سوچتے رہتے ہیں یا جس کی فکر ہوتی ہے؟
doubt-lead = جیسے بھی دل سے نکلے، ٹھیک ہے۔
hope-ask = اس کی جگہ آپ کیا چاہیں گے؟
hope-lead = کوئی امید، چاہے چھوٹی سی ہو۔
question-ask = تو ہم مل کر کیا دیکھیں؟
question-lead = ایک سوال اُس بارے میں جو آپ پہلے ہی کرتے ہیں، جسے ہم فلم میں دیکھ سکیں۔
examples-open = کچھ باتیں جن سے دوسرے والدین نے شروع کیا

where-ask = آپ کے خیال میں آپ اس وقت کہاں ہیں؟
where-lead = صرف اگر آپ چاہیں۔ کوئی نمبر صحیح یا غلط نہیں۔

describe-baby-ask =
    { $babies ->
        [one] آپ { $baby } کے بارے میں کیا بتائیں گے؟
       *[other] آپ { $baby }، ان سب کے بارے میں کیا بتائیں گے؟
    }
describe-baby-lead = چند لفظ ہی کافی ہیں۔
describe-us-ask = اور آپ کے اور { $baby } کے درمیان کیسا ہے؟
describe-us-lead = ان دنوں آپ کا ساتھ جیسا بھی ہے۔

our-question = ہمارا سوال
our-question-lead = ہم اس کے جواب آپ کی اپنی فلم میں تلاش کریں گے۔
left-open = ہم اسے ابھی کھلا چھوڑ سکتے ہیں
left-open-lead = سوال بعد میں بھی آ سکتا ہے، یا جب ہم مل کر فلم دیکھیں۔
question-close = ہمارا سوال مل گیا
