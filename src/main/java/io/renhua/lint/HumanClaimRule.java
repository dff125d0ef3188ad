package io.renhua.lint;

import io.renhua.text.Han;
import java.util.Locale;
import java.util.regex.Pattern;

/** L8: the persona never claims to be human. */
final class HumanClaimRule implements SpeechRule {
    private static final Pattern CLAIM = Pattern.compile("(?<!不)(我|本人|小编)(就是|是|可是|真的是)(一个|个)?(真人|人类|活人|真的人)(?!吗)"
            + "|我(可|才|并)?不是(一个|个)?(机器人|机器|ai|程序|电脑)"
            + "|\\bi(['’]m| am) (really |actually )?(a |an )?(real |actual )?(human( being)?|person)\\b"
            + "|\\bi(['’]m| am) not (a |an )?(bot|chatbot|robot|machine|ai|computer|program)\\b");

    @Override
    public void judge(Utterance said, Findings findings) {
        var plain = Han.simplified(said.text()).toLowerCase(Locale.ROOT);
        // who joins is a person, and may say so
        if (!said.path().equals("handoff.say.joined") && CLAIM.matcher(plain).find()) {
            findings.error(said, Rule.L8, "this claims to be human", TruthRule.truth(said));
        }
    }
}
