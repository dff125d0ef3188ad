package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words by which somebody is a person, or is no machine: true where a person says them, and a lie of a persona. */
final class HumanClaim {
    private static final String PERSON = "(一?[个位名])?(真人|活人|人类|真的人|大活人)";
    private static final String MACHINE = "(聊天)?(机器人|机器|程序|程式|电脑|人工智能|自动回复|(?<![a-z])(ai|(chat)?bot)(?![a-z]))";
    /** What only somebody in a chat can be. */
    private static final String BOT = "(聊天)?(机器人|自动回复|(?<![a-z])(ai|(chat)?bot)(?![a-z]))";

    /** The machine is all that is denied: 不是电脑高手 and 不是程序员 deny something else. */
    private static final String END = "(?=$|[\\p{P}\\p{Z}\\s]|[啦喔哦呀耶呢嘛啊噢哟唷囉而])";

    private static final String SPEAKER = "(我们?|咱们?|本人|小编|(正在|现在|目前)?(为|替|帮|跟|和|与|陪)[你您]们?[^，。！？,.!?\\n]{1,8}的"
            + "|(回复?|答复?|回答)[你您]的|(对面|背后|后面|屏幕[前后]|这[里边头儿]|打字)的?)";
    private static final String SURELY = "(都|全|也|就|可|才|并|真的|确实|当然|绝对|从来|又|其实|的确)*";

    private static final Pattern CHINESE = Pattern.compile("(?<!不)" + SPEAKER + SURELY + "是" + PERSON + "(?![吗的还])"
            + "|" + SPEAKER + SURELY + "(不是|并非|不算|哪是|哪里是|怎么会是|怎么可能是)(什么|一?[个台只]|那种|单纯的|冰冷的|冷冰冰的)*" + MACHINE
            + END
            + "|" + SPEAKER + SURELY + "没有(什么|一?[个台只])*" + BOT + END
            + "|(^|[，。！？,!?\\s])(不是|并非|没有)(什么|一?[个台只])*" + BOT + END
            + "|[你您]们?(正在?|现在正?在?|目前正?在?|在)(和|跟|与|同)一?[个位名]?(真人|活人)[^，。！？!?吗]{0,6}(?=$|[，。！,!~～\\s])"
            + "|(全程|百分之?百|100%|纯|都是)由?真人|真人(客服|小编|店员|管家)?(正在|现在正|正)(为|替|帮|跟|和|陪)[你您]");

    private static final String REALLY = "((really|actually|truly|very much|in fact|also|just|of course) )*";
    private static final String REAL = "(real|actual|live|living|genuine|flesh-and-blood)";
    private static final String HUMAN = "(human( being)?|person)";
    private static final String BOTS =
            "(ai|a\\.i\\.|bot|chatbot|robot|machine|computer|computer program|program|algorithm)s?";
    private static final String OVER =
            "(?=\\s*([.,!?;:)…]+(\\s|$)|[—–]|$)|\\s+(and|but|so|or|here|at all|you|talking|typing|on this end)\\b)";

    private static final Pattern ENGLISH = Pattern.compile("\\b(i['’]?m|i am|we['’]re|we are) " + REALLY
            + "(all )?(a |an )?(" + REAL + " )*(human( being)?s?|person)\\b"
            + "(?! resources)"
            + "|\\b(you['’]?re|you are|you['’]ve been) ((?!not\\b|never\\b|being\\b)\\w+ )?(talking|chatting|speaking|texting|writing) (to|with) "
            + REALLY + "(a |an )?(" + REAL + " )*" + HUMAN + "\\b"
            + "|\\bthis is (a |an )?" + REAL + " " + HUMAN + "\\b"
            + "|(^|[.!?,] ?)(a )?" + REAL + " " + HUMAN + " (here|speaking|typing)\\b"
            + "|\\bas (real|human) as you\\b"
            + "|\\b(i['’]?m|i am|we['’]re|we are) (\\w+ )?(not|no|never|hardly|anything but) " + kinds() + BOTS + OVER
            + "|\\b(i|we) (am|are|ai)n['’]?t " + kinds() + BOTS + OVER
            + "|\\b(this|it|that)(['’]s| is) (not|no|never) " + kinds() + "(ai|bot|chatbot|robot)" + OVER
            + "|\\b(this|it|that) isn['’]t " + kinds() + "(ai|bot|chatbot|robot)" + OVER
            + "|\\b(you['’]?re|you are|you) (not|aren['’]t) (talking|chatting|speaking|writing) (to|with) " + kinds()
            + BOTS
            + "\\b|\\bno (ai|a\\.i\\.|chatbot|bot|robot)s? (here|at all|in sight|on this end)\\b");

    /** Said of another time, of a case that may be, or of what others think. */
    private static final Pattern NOT_NOW = Pattern.compile("如果|要是|假如|若是|以为|接下来|稍后|稍候|等一下|之后|时[，,]|旁[边]?有"
            + "|\\b(once|if|when|whenever|as soon as|until|people think|you may think)\\b");

    /** One of these is named in any such claim: where none is, nothing else is looked for. */
    private static final Pattern NAMED = Pattern.compile(
            "[真活]人|人类|真的人|机器|程序|程式|电脑|人工智能|自动回复|human|person|real|ai|a\\.i\\.|bot|machine|computer|program|algorithm");

    private HumanClaim() {}

    private static String kinds() {
        return "((a|an|just|really|actually|some|any|one of those|kind of) )*";
    }

    static boolean in(String text) {
        var plain = Han.simplified(text).toLowerCase(Locale.ROOT);
        return NAMED.matcher(plain).find() && isAmong(Sentences.of(plain));
    }

    private static boolean isAmong(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> !NOT_NOW.matcher(sentence).find())
                .anyMatch(sentence -> CHINESE.matcher(sentence).find()
                        || ENGLISH.matcher(sentence).find());
    }
}
