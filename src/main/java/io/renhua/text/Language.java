package io.renhua.text;

import java.util.Optional;

/** Tells the three languages we write in apart: {@code zh-Hant}, {@code zh-Hans}, {@code en}. */
public final class Language {
    /** Written in both, whatever the tables say: 台北 and 公里 are at home in Taipei, 著名 in Beijing. */
    private static final String IN_BOTH = "台里后面干只准游谷系松表云斗范划回伙家借克困卷千秋舍余御折致制朱着周吃占床峰群杰布才出几了" + "向同志托咸注岳症板别胡仿采升尽累签涂愿佣荐乾著瞭藉";

    private Language() {}

    /** The language of a text, as far as it shows; empty where it does not, as in '好' or '123'. */
    public static Optional<String> of(String text) {
        int traditional = 0;
        int simplified = 0;
        int chinese = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                latin += Character.isLetter(c) ? 1 : 0;
            } else if (isKana(c)) {
                return Optional.empty(); // Japanese, whatever its characters look like
            } else if (Han.isHan(c)) {
                chinese++;
                traditional += isTraditional(c) ? 1 : 0;
                simplified += isSimplified(c) ? 1 : 0;
            }
        }
        if (traditional != simplified) {
            return Optional.of(traditional > simplified ? "zh-Hant" : "zh-Hans");
        }
        return chinese == 0 && latin > 1 ? Optional.of("en") : Optional.empty();
    }

    private static boolean isTraditional(char c) {
        return Han.simplified(c) != c && IN_BOTH.indexOf(c) < 0;
    }

    private static boolean isSimplified(char c) {
        return Han.traditional(c) != c && IN_BOTH.indexOf(c) < 0;
    }

    private static boolean isKana(char c) {
        return c >= '\u3041' && c <= '\u30FA' && Character.isLetter(c);
    }
}
