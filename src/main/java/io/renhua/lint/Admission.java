package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words by which something says that it is a machine: as a statement, and neither denied nor left open. */
final class Admission {
    private static final String MACHINES = "((?<![a-z])(ai|a\\.i\\.|(chat)?bots?|robots?)(?![a-z])"
            + "|机器|程序|程式|电脑|人工智能|人工智慧|智能(助手|客服|助理)|虚拟(助手|客服|助理|店员)|自动(回复|回覆|应答)"
            + "|\\b(machine|computer|program|software|automated|virtual assistant)\\b)";

    private static final Pattern ADMITTED =
            Pattern.compile(MACHINES + "|不是(真人|活人|人类|真的人)|不是人(?=$|[\\p{P}\\s])|并非(真人|人类)"
                    + "|\\b(not|no|n['’]t)( a| an)?( real| actual)? (person|human)\\b");

    private static final Pattern DENIED = Pattern.compile("(不是|并非|不算|不像|没有|哪里?是|怎么(会|可能)是|绝非)"
            + "(?!真人|活人|人类|真的人)((?!而是|就是)[^，。！？；,.!?;\\n]){0,8}?" + MACHINES
            + "|(\\b(not|no|never|nor|neither|hardly|without)|n['’]t|\\banything but)"
            + "( (?!but\\b|person\\b|human\\b|people\\b|i\\b|i['’]?m\\b|am\\b|it['’]?s\\b|this\\b)[\\w'’-]+){0,3}? "
            + MACHINES);

    private static final Pattern CLAUSES = Pattern.compile("[，,；;：:—]");

    private static final Pattern OPEN =
            Pattern.compile("[?？]|也许|或许|可能|大概|说不定|是不是|还是" + "|\\b(maybe|perhaps|might|may be|could be)\\b");

    /** Whatever else the sentence says, it does not say it. */
    private static final Pattern EVADED = Pattern.compile("[你您]猜|不告诉|不好说|\\b(who knows|guess|whether|if i)\\b");

    private Admission() {}

    static boolean isIn(String text) {
        return Sentences.of(Han.simplified(text).toLowerCase(Locale.ROOT)).stream()
                .filter(sentence -> !EVADED.matcher(sentence).find())
                .map(sentence -> DENIED.matcher(sentence).replaceAll(" "))
                .flatMap(CLAUSES::splitAsStream)
                .filter(clause -> !OPEN.matcher(clause).find())
                .anyMatch(clause -> ADMITTED.matcher(clause).find());
    }

    /** What to say instead of anything that hides it. */
    static String proposed(String locale) {
        return locale.startsWith("zh") ? "我是AI，不是真人。" : "I'm an AI, not a person.";
    }
}
