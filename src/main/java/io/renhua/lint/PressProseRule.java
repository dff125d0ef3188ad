package io.renhua.lint;

import io.renhua.persona.Placeholder;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.util.Locale;
import java.util.regex.Pattern;

/** T6: people talk like people, not like press releases. */
final class PressProseRule implements SpeechRule {
    private static final Pattern OPENING = Pattern.compile("^(尊敬的|敬爱的|亲爱的(顾客|客户|会员|用户)|各位(贵宾|顾客|来宾)|为(了)?(感谢|回馈|答谢)"
            + "|隆重(推出|登场|上市)|重磅|我们(很)?(荣幸|自豪)|诚挚(邀请|感谢)"
            + "|dear (valued|customers?)|we('re| are) (pleased|proud|excited|delighted|thrilled) to"
            + "|(we )?proudly present|introducing)");
    private static final String ADJECTIVE =
            "[a-z]+(?:ive|ful|ous|able|ible|less|ic|ant|ent|ary|ish|ning|ting|ring|sing)";
    private static final Pattern THREE_ADJECTIVES = Pattern.compile("(?:\\p{IsHan}{1,4}的[、，]?){3}(?=\\p{IsHan})"
            + "|\\b" + ADJECTIVE + ", " + ADJECTIVE + ",? (?:and )?" + ADJECTIVE + "\\b");
    private static final Pattern SECOND_PERSON = Pattern.compile("[你您]|\\byou(r|rs|'\\w+)?\\b");
    private static final int LONG = 140;

    @Override
    public void judge(Utterance said, Findings findings) {
        var plain = Han.simplified(Placeholder.filled(said.text())).toLowerCase(Locale.ROOT);
        var opening = OPENING.matcher(plain);
        if (opening.find()) {
            var why = Wording.of("this opens like a press release: \"%s\"", opening.group());
            findings.warn(said, Rule.T6, why, unopened(said.text()));
        }
        var adjectives = THREE_ADJECTIVES.matcher(plain);
        if (adjectives.find()) {
            var why = Wording.of("three adjectives in a row: \"%s\"", adjectives.group());
            findings.warn(said, Rule.T6, why, withTheLast(adjectives.group(), plain, said));
        }
        if (plain.codePointCount(0, plain.length()) >= LONG
                && !said.topic().equals("disclosure")
                && !SECOND_PERSON.matcher(plain).find()) {
            findings.warn(said, Rule.T6, "140 characters and nobody is spoken to", "a 'you' in it");
        }
    }

    /** What stands behind the first pause, where there is one. */
    private static String unopened(String text) {
        var rest = text.replaceFirst("^[^，。！,.!]{1,20}[，！!,]\\s*", "");
        return rest.equals(text) || rest.isBlank() ? "what you would say to a friend" : rest;
    }

    /** The same with the last of them alone; where the text was filled or folded they are not in it as they are. */
    private static String withTheLast(String three, String plain, Utterance said) {
        var last = three.strip().replaceFirst("^.*[的、，,\\s](?=[^的、，,\\s]+的?[、，,]?$)", "");
        int at = plain.indexOf(three);
        boolean whole = plain.length() == said.text().length();
        return whole && !last.equals(three.strip())
                ? Redraft.articled(said.text().substring(0, at)
                        + said.text().substring(at + three.stripTrailing().length() - last.length()))
                : "the one that is true";
    }
}
