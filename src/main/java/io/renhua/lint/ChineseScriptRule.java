package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.nio.charset.Charset;

/**
 * S9: simplified characters among traditional ones, or the reverse. Only what is certainly wrong: a character that the
 * other script's national standard does not have, while it has the one it stands for. So 群, 里 and 台 are clean.
 */
final class ChineseScriptRule implements SpeechRule {
    private static final Charset TRADITIONAL = Charset.forName("Big5");
    private static final Charset SIMPLIFIED = Charset.forName("GB2312");

    @Override
    public void judge(Utterance said, Findings findings) {
        var right = rewritten(said.text(), said.locale());
        if (!right.equals(said.text())) {
            var why = said.locale().contains("Hant")
                    ? "there are simplified characters in %s"
                    : "there are traditional characters in %s";
            findings.warn(said, Rule.S9, Wording.of(why, said.locale()), right);
        }
    }

    private static String rewritten(String text, String locale) {
        if (locale.contains("Hant")) {
            return rewritten(text, Han.traditional(text), TRADITIONAL);
        }
        return locale.contains("Hans") ? rewritten(text, Han.simplified(text), SIMPLIFIED) : text;
    }

    private static String rewritten(String text, String converted, Charset standard) {
        var encoder = standard.newEncoder();
        var right = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char from = text.charAt(i);
            char to = converted.charAt(i);
            if (from != to && !encoder.canEncode(from) && encoder.canEncode(to)) {
                right.setCharAt(i, to);
            }
        }
        return right.toString();
    }
}
