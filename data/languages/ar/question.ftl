### A draft, to be checked by an interpreter before any parent sees it.
### The helping question: from a doubt, to a hope, to a question.

doubt-ask = هل هناك شيء تتساءلون عنه أو يقلقكم؟
doubt-lead = قولوه كما يأتي، فكل كلام مقبول.
hope-ask = ماذا تتمنون بدلًا من ذلك؟
hope-lead = أمنية، مهما كانت صغيرة.
question-ask = إذن، عمّ نبحث معًا؟
question-lead = سؤال عمّا تفعلونه من قبل، يمكننا أن نبحث عنه في الفيلم.
examples-open = بعض ما بدأ به أهل آخرون

where-ask = أين ترون أنفسكم الآن؟
where-lead = فقط إذا أحببتم. لا يوجد رقم صحيح.

describe-baby-ask =
    { $unborn ->
        [yes] ماذا يمكنكم أن تقولوا عن { $baby } من الآن؟
       *[no] كيف تصفون { $baby }؟
    }
describe-baby-lead = كلمات قليلة تكفي.
describe-us-ask = وكيف الحال بينكم وبين { $baby }؟
describe-us-lead = كما أنتم معًا في هذه الأيام.

our-question = سؤالنا
our-question-lead = سنبحث عن الإجابات في فيلمكم أنتم.
left-open = يمكننا أن نتركه مفتوحًا الآن
left-open-lead = قد يأتي السؤال لاحقًا، أو ونحن نشاهد الفيلم معًا.
question-close = صار لدينا سؤالنا
