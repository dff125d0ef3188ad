package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HanTest {
    private static final Path TABLE = Path.of("src/main/resources/io/renhua/text/han.txt");
    private static final int PAIRS_IN_A_LINE = 40;
    private static final char FIRST = 0x3400;
    private static final char LAST = 0x9FFF;

    /** When ICU learns new characters, copy what this writes to where it says. */
    @Test
    void standsInTheTableAsIcuHasIt() throws IOException {
        var made = table(icu("Traditional-Simplified"), icu("Simplified-Traditional"));

        Files.writeString(Path.of("target/han.txt"), made);

        assertThat(Files.readString(TABLE)).as("cp target/han.txt " + TABLE).isEqualTo(made);
    }

    @Test
    void givesEveryCharacterAsIcuWould() {
        var simplified = icu("Traditional-Simplified");
        var traditional = icu("Simplified-Traditional");

        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(Han.simplified((char) c)).isEqualTo(simplified.getOrDefault((char) c, (char) c));
            assertThat(Han.traditional((char) c)).isEqualTo(traditional.getOrDefault((char) c, (char) c));
        }
    }

    /** Every character of the basic plane that the transform changes into one other. */
    private static Map<Character, Character> icu(String transform) {
        var transliterator = Transliterator.getInstance(transform);
        var changed = new TreeMap<Character, Character>();
        for (char c = FIRST; c <= LAST; c++) {
            var image = transliterator.transliterate(String.valueOf(c));
            if (image.length() == 1 && image.charAt(0) != c) {
                changed.put(c, image.charAt(0));
            }
        }
        return changed;
    }

    private static String table(Map<Character, Character> simplified, Map<Character, Character> traditional) {
        var both = new ArrayList<String>();
        var toSimplified = new ArrayList<String>();
        var toTraditional = new ArrayList<String>();
        simplified.forEach((t, s) -> (t.equals(traditional.get(s)) ? both : toSimplified).add("" + t + s));
        traditional.forEach((s, t) -> {
            if (!s.equals(simplified.get(t))) {
                toTraditional.add("" + t + s);
            }
        });
        return "# Made by HanTest from ICU. Pairs of a traditional and a simplified character; = both ways, > and < one way.\n"
                + lines("=", both)
                + lines(">", toSimplified)
                + lines("<", toTraditional);
    }

    private static String lines(String way, List<String> pairs) {
        var lines = new StringBuilder();
        for (int i = 0; i < pairs.size(); i += PAIRS_IN_A_LINE) {
            lines.append(way)
                    .append(String.join("", pairs.subList(i, Math.min(i + PAIRS_IN_A_LINE, pairs.size()))))
                    .append('\n');
        }
        return lines.toString();
    }
}
