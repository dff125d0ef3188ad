package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.Entity;
import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityDefinition.BuiltIn;
import io.renhua.nlu.EntityFinder;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody writes, a turn comes to its end: neither our own patterns nor a script's go back and forth in it for long. A
 * script has nothing that could be done again and again, so that its words are all there is to fear.
 */
class HostileWordsTest {
    private static final int LETTERS = 6_000;
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final int PAIRS = 20;

    /** What patterns repeat: letters, figures, signs, and words that begin a time, a number, an address or a feeling. */
    private static final List<String> UNITS = List.of(
            "a",
            "A",
            "1",
            "0",
            "９",
            "-",
            "+",
            "(",
            ")",
            ".",
            ",",
            "，",
            "。",
            "/",
            ":",
            "：",
            "@",
            "_",
            "$",
            "%",
            " ",
            "\n",
            "\u3000",
            "\u200b",
            "e\u0301",
            "😀",
            "一",
            "十",
            "百",
            "萬",
            "點",
            "半",
            "年",
            "月",
            "日",
            "下",
            "上",
            "週",
            "星期",
            "不",
            "很",
            "太",
            "了",
            "我",
            "是",
            "的",
            "元",
            "塊",
            "NT",
            "http://",
            "www.",
            "a.",
            "a@",
            "a-",
            "1-",
            "1,",
            "1.",
            "1/",
            "1:",
            "09",
            "+886",
            "in ",
            "next ",
            "two ",
            "and ",
            "one hundred ",
            "half ",
            "not ",
            "very ",
            "am ",
            "pm",
            "Mr ",
            "叫",
            "人",
            "嗎",
            "{",
            "}",
            "|",
            "K1",
            "SP",
            "''",
            "\"",
            "\\",
            "<",
            "&",
            "哈",
            "!");

    private static final Persona MO = Objects.requireNonNull(
            new PersonaReader().read(Path.of("src/test/resources/personas/mo")).persona());

    private static final Classifier CLASSIFIER = LivePersona.learn(
                    MO, new OpenNlpTrainer(), definitions -> EntityFinders.of(List.of()))
            .classifier();

    @Test
    void aTurnComesToItsEndSoonWhateverIsWritten() {
        var script = EntityFinders.of(Stream.concat(
                        Stream.of(BuiltIn.Kind.values()).map(kind -> new BuiltIn(kind.name(), kind)),
                        Stream.of("(a+)+$", "(a|aa)+b", "(.*)*x", "([a-z]+)*1", "(1+,?)+元")
                                .map(regex -> new EntityDefinition.Pattern(regex, regex)))
                .map(EntityDefinition.class::cast)
                .toList());

        assertThat(slow(script)).isEmpty();
    }

    @Test
    void noticesAPatternThatGoesBackAndForth() {
        var goesBack = Pattern.compile("[^z]*zb|[^z]*zc|[^z]*zd|[^z]*ze");
        EntityFinder finder = (words, now) -> {
            boolean found = goesBack.matcher(words).find();
            return found ? List.of(new Entity("b", "b", 0, 1)) : List.of();
        };

        assertThat(slow(finder)).isNotEmpty();
    }

    /** The first that take longer than they may, and do so three times. */
    private static List<String> slow(EntityFinder finder) {
        var learnt = new LivePersona(MO, CLASSIFIER, finder);
        return baits().stream()
                .filter(words -> Stream.generate(() -> taken(learnt, words))
                        .limit(3)
                        .allMatch(took -> took.compareTo(LONGEST) > 0))
                .map(words -> words.substring(0, 24) + " …")
                .limit(3)
                .toList();
    }

    private static Duration taken(LivePersona learnt, String words) {
        var thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        var heard = learnt.hear(new Content.Text(words), Chat.FRIDAY, "line", false);
        var _ = new Dialogue().next(learnt.persona(), DialogueState.NEW, heard);
        return Duration.ofNanos(thread.getCurrentThreadCpuTime() - before);
    }

    private static List<String> baits() {
        var chance = new Random(20_261_127);
        var baits = new ArrayList<String>();
        for (var unit : UNITS) {
            baits.add(bait(unit));
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            baits.add(bait(one(chance) + one(chance)));
        }
        return baits;
    }

    private static String one(Random chance) {
        return UNITS.get(chance.nextInt(UNITS.size()));
    }

    private static String bait(String unit) {
        return unit.repeat(LETTERS / unit.length()) + "!";
    }
}
