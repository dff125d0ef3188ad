package io.renhua.dialogue;

import io.renhua.text.Han;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words that only a machine can say of itself: true of a persona, and a lie where a person says them. */
final class MachineClaim {
    private static final Pattern CLAIM = Pattern.compile("(?<![a-z])ai(?![a-z])[^。！？!?\\n]{0,6}(助手|帮手|助理|客服|店员|管家|小编)"
            + "|(我|本人|小编)(只|就|也|其实)?是[^。！？!?\\n]{0,12}((?<![a-z])ai(?![a-z])|机器|程序|程式|电脑|人工智能|智能(助手|客服)|虚拟)"
            + "|不是(真人|活人|人类|真的人)|(作为|身为)(一个|个)?(ai|机器|程序|程式|虚拟)"
            + "|\\b(i['’]?m|i am|as|this is) (just |only |really )?(an? |the |your )?([a-z]+ )?"
            + "(ai|bot|chatbot|robot|machine|program|virtual assistant|automated)\\b"
            + "|\\bnot (a )?(real |actual )?(human( being)?|person)\\b");

    private MachineClaim() {}

    static boolean in(String text) {
        return CLAIM.matcher(Han.simplified(text).toLowerCase(Locale.ROOT)).find();
    }
}
