### A draft, to be checked by an interpreter before any parent sees it.
### What is on a pictured card: the principles of its level.

principle-interested-look-name = النظر باهتمام
principle-interested-look-means = وجهكم يقول: أحب أن أعرف ما الذي يشدّك.
principle-friendly-body-name = الترحيب بلغة الجسد
principle-friendly-body-means = طريقة جلوسكم أو احتضانكم تقول: أهلًا بك هنا.
principle-time-and-space-name = إعطاء الوقت والمجال
principle-time-and-space-means = تتركون مجالًا، فلا داعي إلى العجلة.
principle-turning-towards-name = الالتفات نحو الطفل
principle-turning-towards-means = تلتفتون، وجهًا وجسدًا، نحو طفلكم.
principle-wondering-name = التساؤل
principle-wondering-means = تسألون أنفسكم: ماذا يفعل طفلكم يا ترى، وماذا يدور في باله، وكيف شعوره؟
principle-enjoying-watching-name = الاستمتاع بالنظر
principle-enjoying-watching-means = تنظرون إلى طفلكم لأن النظر يُفرح القلب.

principle-waiting-name = الانتظار
principle-waiting-means = تتمهلون لحظة، لتأتي البداية من طفلكم.
principle-listening-name = الاستماع بكل الجوارح
principle-listening-means = تستمعون بآذانكم وعيونكم وسكونكم.
principle-warm-voice-name = الكلام بصوت دافئ
principle-warm-voice-means = صوتكم حنون أو مرح، ويقول: يسعدني أنك هنا.
principle-naming-baby-name = التعبير عمّا ترونه
principle-naming-baby-means = تقولون بالكلام ما يفعله طفلكم، أو ما قد يدور في باله أو في قلبه.
principle-naming-self-name = التعبير عمّا تفعلونه
principle-naming-self-means = تخبرون طفلكم بما تفعلونه الآن، أو بما سيأتي بعده.
principle-looking-for-initiatives-name = ترقّب البدايات
principle-looking-for-initiatives-means = تنتبهون إلى النظرة الصغيرة، أو الصوت، أو الحركة التي يبدأ بها شيء ما.

principle-showing-noticed-name = إظهار أنكم لاحظتم
principle-showing-noticed-means = يأتي منكم جواب في الحال: نظرة، أو نَفَس، أو رفعة حاجب.
principle-receiving-body-name = الاستقبال بلغة الجسد
principle-receiving-body-means = تميلون نحو طفلكم، أو تفتحون ذراعيكم، أو تسكنون، لتستقبلوا ما جاءكم.
principle-eyes-and-smile-name = رد النظرة أو الابتسامة
principle-eyes-and-smile-means = تلتقي عيونكم وعيون طفلكم، أو تردّون الابتسامة، أو تومئون بالرأس.
principle-receiving-words-name = الاستقبال بالكلام
principle-receiving-words-means = تقولون شيئًا لطيفًا عمّا فعله طفلكم قبل لحظة.
principle-saying-it-back-name = الترديد بعد الطفل
principle-saying-it-back-means = ترددون الصوت نفسه أو الكلمة نفسها بعد طفلكم.

principle-receive-then-answer-name = الاستقبال أولًا ثم الرد
principle-receive-then-answer-means = تُظهرون أنكم لاحظتم، وبعدها تضيفون شيئًا من عندكم.
principle-checking-with-you-name = الاطمئنان إلى أن الطفل معكم
principle-checking-with-you-means = تنظرون: هل وصل إلى طفلكم ما فعلتموه؟
principle-waiting-your-turn-name = انتظار دوركم
principle-waiting-your-turn-means = تنتظرون حتى يكتمل دور طفلكم، ثم يأتي دوركم.
principle-second-turn-name = أخذ دور آخر
principle-second-turn-means = تبقون مع الشيء نفسه دورًا آخر.
principle-short-turns-name = أخذ أدوار قصيرة
principle-short-turns-means = أدواركم قصيرة، ولهذا هي أكثر.
principle-both-add-name = المشاركة من الجانبين
principle-both-add-means = ما يأتي منكم وما يأتي من طفلكم متقارب.
principle-doing-together-name = التعاون على شيء واحد
principle-doing-together-means = يساعد بعضكم بعضًا، طفلكم وأنتم.
principle-having-fun-name = المرح معًا
principle-having-fun-means = تفرحون معًا، طفلكم وأنتم، والفرح ظاهر عليكم.

principle-just-enough-help-name = المساعدة بقدر الحاجة
principle-just-enough-help-means = تفعلون الجزء الصعب، وتتركون الباقي لطفلكم.
principle-a-bit-more-name = الزيادة قليلًا
principle-a-bit-more-means = تأخذون ما بدأ به طفلكم، وتزيدونه قليلًا أو تضيفون إليه جديدًا.
principle-how-much-help-name = الإحساس بقدر المساعدة
principle-how-much-help-means = تزيدون المساعدة أو تخففونها، بحسب حاجة طفلكم في هذه اللحظة.
principle-showing-how-name = المساعدة عند الحاجة
principle-showing-how-means = تبيّنون لطفلكم كيف، بالحركة أو بالكلام، في اللحظة التي ينفع فيها ذلك.
principle-choices-name = عرض اختيارات واضحة للطفل
principle-choices-means = تعرضون هذا أو ذاك، وتنتظرون اختيار طفلكم.
principle-suggestions-name = عرض أفكار واضحة للطفل
principle-suggestions-means = تعرضون فكرة، ولطفلكم أخذها أو تركها.

principle-supporting-goals-name = المساعدة في الوصول إلى هدف
principle-supporting-goals-means = تساعدون الآخر في الوصول إلى ما يتمناه.
principle-sharing-views-name = تبادل وجهات النظر
principle-sharing-views-means = تقولون كيف يبدو الأمر لكم، وتسألون كيف يبدو للآخر.
principle-solving-together-name = البحث عن حل معًا
principle-solving-together-means = تبحثون عن طريق، جنبًا إلى جنب.
principle-naming-differences-name = الكلام عن الاختلاف
principle-naming-differences-means = تقولون بلطف إن كلًا منكم يرى الأمر بشكل مختلف.
principle-new-understanding-name = رؤية شيء جديد معًا
principle-new-understanding-means = تصلون معًا إلى نظرة لم تكن عند أحد منكم من قبل.
principle-through-conflict-name = عبور لحظة صعبة معًا
principle-through-conflict-means = يبقى اللطف بينكم مع الاختلاف، ثم تجدون بعضكم من جديد.
