package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.Locale;
import java.util.regex.Pattern;

/** T7: the answer stands in the first sentence, not behind thanks for the question. */
final class AnswerFirstRule implements SpeechRule {
    private static final Pattern NO_ANSWER = Pattern.compile("^(感谢(你|您)?的?(询问|来讯|提问|关注|支持)|谢谢(你|您)?的?(询问|来讯|提问|关注|支持)"
            + "|(你|您)好[，。！]?$|关于(你|您)的(问题|提问)|(很)?高兴(能)?为(你|您)(服务|解答)|(这|那)是(个|一个)好问题|好问题"
            + "|thank(s| you) for (your|asking|reaching|contacting|getting)|(that's a )?(great|good) question"
            + "|regarding your|i('d| would) be happy to|i'm happy to help)");

    @Override
    public void judge(Utterance said, Findings findings) {
        var sentences = Sentences.of(said.text());
        if (said.topic().equals("lines") && sentences.size() > 1) {
            var first = Han.simplified(sentences.getFirst()).strip().toLowerCase(Locale.ROOT);
            if (NO_ANSWER.matcher(first).find()) {
                var rest = said.text().substring(sentences.getFirst().length());
                findings.warn(said, Rule.T7, "the first sentence answers nothing", rest.strip());
            }
        }
    }
}
