package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds words that ask for papers of identity, or for the numbers of cards and accounts. */
final class PaperWish {
    private static final Pattern PAPER =
            Pattern.compile("身[份分]证|护照号|证件号|居留证|银行卡|(?<!会员|会员证|礼物|礼品|贵宾|储值|集点|图书|借书|保固|公交|捷运)卡号"
                    + "|信用卡号|银行账户|(银行|汇款|收款)?(账|帐)号(后五码|末五码|是多少)|(银行|汇款|收款)(账|帐)号|安全码|cvv|cvc"
                    + "|\\b(id|identity|identification) (card|number)|\\bpassport (number|no\\b)|\\bssn\\b|social security number"
                    + "|(?<!gift |loyalty |member |membership |library )\\bcard (number|no\\b)|\\b(bank|debit|credit) card (number|details)"
                    + "|\\b(bank )?account number|\\biban\\b|\\brouting number");

    private static final Pattern REFUSED = Pattern.compile("不(需|用|必|要|会|可|能)|勿|别|无须|无需|从不|诈骗|骗|保密|传给[您你]|告诉[您你]|退回"
            + "|\\b(no need|don['’]t|do not|never|not|without|no ?one|nobody|safe|scam)\\b");

    private static final Pattern ASKED = Pattern.compile("[?？]|给我|提供|输入|告诉|填|留下|报一?下|传给|拍给|上传|请问"
            + "|\\b(tell|give|send|share|enter|provide|type|need|what|confirm)\\b");

    private PaperWish() {}

    /** Whether a text that asks for a value asks for such. */
    static boolean isNamedIn(String question) {
        return sentences(question).anyMatch(PaperWish::names);
    }

    /** Whether any text asks for such. */
    static boolean isIn(String text) {
        return sentences(text)
                .anyMatch(sentence -> names(sentence) && ASKED.matcher(sentence).find());
    }

    private static boolean names(String sentence) {
        return PAPER.matcher(sentence).find() && !REFUSED.matcher(sentence).find();
    }

    private static Stream<String> sentences(String text) {
        return Sentences.of(Han.simplified(text).toLowerCase(Locale.ROOT)).stream();
    }
}
