### A draft, to be checked by an interpreter before any parent sees it.
### Examples to start from: what other parents began with.

example-doubt-before-birth-1 = لا أشعر بالكثير بعد. ماذا لو لم يأتِ هذا الشعور أبدًا؟
example-hope-before-birth-1 = أتمنى أن أحس أنني أعرف { $baby } قليلًا من الآن.
example-question-before-birth-1 = ماذا أفعل من الآن لأتعرف إلى { $baby }؟

example-doubt-before-birth-2 = أقلق من كل شيء لدرجة أنني لا أستطيع أن أفرح بهذا الوقت.
example-hope-before-birth-2 =
    { $babies ->
        [one] أتمنى لحظات هادئة لنا نحن الاثنين فقط.
       *[other] أتمنى لحظات هادئة لنا وحدنا.
    }
example-question-before-birth-2 = ما الذي يساعدنا، { $baby } وأنا، على لحظة هادئة معًا؟

example-doubt-before-birth-3 = لم أجد هذا في طفولتي، فكيف أعرف كيف أفعله؟
example-hope-before-birth-3 = أتمنى أن أكون كما تمنيت أن يكون أهلي معي.
example-question-before-birth-3 = ماذا أفعل من الآن ليصل إلى { $baby } أن هناك أحدًا هنا؟

example-doubt-first-months-1 = هل ما أقدمه لطفلي يكفي؟
example-hope-first-months-1 = أتمنى أن أحس بقرب أكثر من { $baby }.
example-question-first-months-1 = ماذا أفعل لأبني علاقة أقرب مع { $baby }؟

example-doubt-first-months-2 =
    { $babies ->
        [one] لا أعرف ما حاجة { $baby } مني.
       *[other] لا أعرف ما حاجة كل من { $baby } مني.
    }
example-hope-first-months-2 =
    { $babies ->
        [one] أتمنى أن أفهم أكثر كلام { $baby } إليّ.
       *[other] أتمنى أن أفهم أكثر كلام كل من { $baby } إليّ.
    }
example-question-first-months-2 = كيف يصلني كلام { $baby }، وكيف أستمع؟

example-doubt-first-months-3 = افترقنا وقتًا طويلًا في البداية. هل فاتتنا فرصتنا؟
example-hope-first-months-3 = أتمنى أن أحس أننا لبعضنا، { $baby } وأنا.
example-question-first-months-3 = متى نجد بعضنا، { $baby } وأنا، وماذا أفعل عندها؟

example-doubt-older-baby-1 = أظن أن { $baby } في راحة أكثر مع غيري.
example-hope-older-baby-1 = أتمنى أن يكون وقت { $baby } معي ممتعًا.
example-question-older-baby-1 = ماذا أفعل عندما نقضي وقتًا طيبًا معًا، { $baby } وأنا؟

example-doubt-older-baby-2 = هناك دائمًا شيء أقول له لا. هذا يتعبني.
example-hope-older-baby-2 = أتمنى أن يمضي أكثر يومنا على خير.
example-question-older-baby-2 = كيف أساعد { $baby } عندما يصعب أمر ما؟

example-doubt-older-baby-3 = لا أعرف أبدًا ماذا أقول لطفل صغير.
example-hope-older-baby-3 = أتمنى أن تكون بيننا أحاديث صغيرة.
example-question-older-baby-3 = كيف نتبادل الأدوار، { $baby } وأنا، بكلام أو بغير كلام؟

example-doubt-feeding-soothing-play-1 = وقت الرضاعة أو الطعام يشبه المعركة، وأخاف منه قبل أن يأتي.
example-hope-feeding-soothing-play-1 =
    { $babies ->
        [one] أتمنى أن يكون وقت الرضاعة أو الطعام هادئًا لنا نحن الاثنين.
       *[other] أتمنى أن يكون وقت الرضاعة أو الطعام هادئًا لنا كلنا.
    }
example-question-feeding-soothing-play-1 = ما الذي يريح { $baby } مما أفعله عند الرضاعة أو الطعام؟

example-doubt-feeding-soothing-play-2 =
    { $babies ->
        [one] عند بكاء { $baby } أحس أن لا شيء مما أفعله صحيح.
       *[other] عند بكاء كل من { $baby } أحس أن لا شيء مما أفعله صحيح.
    }
example-hope-feeding-soothing-play-2 =
    { $babies ->
        [one] أتمنى أن أثق بنفسي في لحظات انزعاج { $baby }.
       *[other] أتمنى أن أثق بنفسي في لحظات انزعاج كل من { $baby }.
    }
example-question-feeding-soothing-play-2 = ما الذي يهدّئ { $baby } مما أفعله؟

example-doubt-feeding-soothing-play-3 = لا أعرف كيف ألعب مع طفل صغير. أحس أن شكلي مضحك.
example-hope-feeding-soothing-play-3 = أتمنى أن نضحك معًا.
example-question-feeding-soothing-play-3 = ما الذي يجعل اللعب ممتعًا لنا، { $baby } وأنا، مما أفعله؟

example-doubt-feeding-soothing-play-4 =
    { $babies ->
        [one] وقت النوم لا ينتهي، وفي آخره نبكي نحن الاثنان.
       *[other] وقت النوم لا ينتهي، وفي آخره نبكي كلنا.
    }
example-hope-feeding-soothing-play-4 = أتمنى أن نهدأ معًا شيئًا فشيئًا.
example-question-feeding-soothing-play-4 = ما الذي يساعد { $baby } على الهدوء مما أفعله في المساء؟
