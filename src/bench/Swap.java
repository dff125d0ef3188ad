import io.renhua.conversation.Personas;
import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Judge;
import io.renhua.learning.Examination;
import io.renhua.message.Content;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.RememberingTrainer;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How long a change takes until it speaks, and what many personas cost in one process: a persona of 200 lines in three
 * languages is read, judged, taught and put in the place of the last, as the server does; then 200 smaller ones answer
 * beside one. Those of one brand have the same words, which are learnt once and held by each.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/Swap.java [--lines 200] [--rounds 3] [--personas 200] [--brands 1]
 * [--turns 20000]
 */
final class Swap {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final int SMALL = 10;
    private static final String[] TRADITIONAL = {"怎麼算%s", "請問%s的規定", "我想問%s", "%s要多久", "哪裡有%s", "沒有%s怎麼辦"};
    private static final String[] SIMPLIFIED = {"怎么算%s", "请问%s的规定", "我想问%s", "%s要多久", "哪里有%s", "没有%s怎么办"};
    private static final String[] ENGLISH = {
        "how about %s", "what is your %s policy", "question on %s", "how long for %s", "where do I find %s", "no %s yet"
    };
    private static final String[] SYLLABLES = {"ka", "lo", "mi", "ne", "ru", "so", "ta", "vi", "zu", "pe"};
    private static final String HAN = "山水風雲花草竹石松梅江河湖海金銀銅鐵紅黃";
    private static final String HANS = "山水风云花草竹石松梅江河湖海金银铜铁红黄";

    private final Path home;
    private final List<String> options;
    private final ClassifierTrainer trainer;

    public static void main(String[] arguments) throws Exception {
        var home = Files.createTempDirectory("renhua-swap");
        try {
            var swap = new Swap(home, Arrays.asList(arguments));
            swap.change();
            swap.company();
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private Swap(Path home, List<String> options) {
        this.home = home;
        this.options = options;
        this.trainer = new RememberingTrainer(new OpenNlpTrainer(), home.resolve("learnt"));
    }

    private int option(String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }

    /** From the saved file to the first answer out of it: after a change of an example, and after one of words only. */
    private void change() throws IOException {
        int lines = option("--lines", 200);
        var folder = write("large", lines, 0);
        var personas = new Personas(Map.of(), Map.of());
        System.out.printf("%d lines more than pao has, in 3 languages, %d examples each%n", lines, ENGLISH.length);
        System.out.println("changed        read       teach       judge      swap     total");
        for (int round = 1; round <= option("--rounds", 3); round++) {
            more(folder, lines, 0, "了" + round, "");
            swap("an example", folder, personas);
            more(folder, lines, 0, "了" + round, "對。".repeat(round));
            swap("words", folder, personas);
        }
    }

    private void swap(String changed, Path folder, Personas personas) {
        long start = System.nanoTime();
        var reading = new PersonaReader().read(folder);
        long read = System.nanoTime();
        var live = learn(reading);
        long learnt = System.nanoTime();
        Examination.of(reading, live, TODAY);
        long judged = System.nanoTime();
        personas.replace(live);
        long swapped = System.nanoTime();
        System.out.printf(Locale.ROOT, "%-10s %5d ms   %6d ms   %6d ms %6d us %6d ms%n",
                changed, ms(start, read), ms(read, learnt), ms(learnt, judged),
                (swapped - judged) / 1_000, ms(start, swapped));
    }

    /** What a persona costs beside others: memory, and the time of a turn. */
    private void company() throws IOException {
        int count = option("--personas", 200);
        int brands = option("--brands", 1);
        var all = new ArrayList<LivePersona>();
        all.add(learn(new PersonaReader().read(write("small-0", SMALL, 0))));
        turns(all);
        double alone = turns(all);
        long before = used();
        long start = System.nanoTime();
        for (int i = 1; i < count; i++) {
            all.add(learn(new PersonaReader().read(write("small-" + i, SMALL, i % brands * SMALL))));
        }
        long took = System.nanoTime() - start;
        long after = used();
        turns(all);
        double together = turns(all);
        System.out.printf(Locale.ROOT, "%n%d personas of %d brands, each pao and %d lines more, ready in %d s%n",
                count, brands, SMALL, took / 1_000_000_000);
        System.out.printf(Locale.ROOT, "memory: %.1f MiB for the first and all classes, %.2f MiB for each other%n",
                before / 1048576.0, (after - before) / 1048576.0 / Math.max(1, count - 1));
        System.out.printf(Locale.ROOT, "a turn: %.1f us with 1, %.1f us over %d (%.2f x)%n",
                alone, together, count, together / alone);
    }

    private double turns(List<LivePersona> all) {
        var dialogue = new Dialogue();
        int turns = option("--turns", 20_000);
        long start = System.nanoTime();
        int moves = 0;
        for (int i = 0; i < turns; i++) {
            var live = all.get(i % all.size());
            var words = i % 2 == 0 ? "where is my parcel " + i : "請問第 " + i + " 款怎麼泡";
            moves += dialogue.next(live.persona(), DialogueState.NEW, live.hear(new Content.Text(words), NOW, "web", false))
                    .moves().size();
        }
        if (moves < turns) {
            throw new IllegalStateException("some turns were silent");
        }
        return (System.nanoTime() - start) / 1_000.0 / turns;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private LivePersona learn(Reading reading) {
        var persona = Objects.requireNonNull(reading.persona(), () -> reading.problems().stream()
                .map(Problem::toString).limit(20).toList().toString());
        return LivePersona.learn(persona, trainer, EntityFinders::of).guardedBy(Judge.of(reading));
    }

    private static long ms(long from, long until) {
        return (until - from) / 1_000_000;
    }

    /** pao under another name, and lines about things that nobody else speaks of. */
    private Path write(String id, int lines, int first) throws IOException {
        var folder = home.resolve(id);
        var pao = Path.of("personas/pao");
        try (var files = Files.walk(pao)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(pao.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        var top = folder.resolve("persona.yaml");
        Files.writeString(top, Files.readString(top).replace("\nid: pao\n", "\nid: " + id + "\n"));
        more(folder, lines, first, "", "");
        return folder;
    }

    /** The lines, with something behind each first Chinese example, and behind what is said. */
    private static void more(Path folder, int lines, int first, String asked, String said) throws IOException {
        var traditional = TRADITIONAL.clone();
        traditional[0] += asked;
        Files.writeString(folder.resolve("lines/more.yaml"), lines(lines, first, traditional, HAN, "這個%s。" + said));
        Files.writeString(folder.resolve("locales/zh-Hans/lines/more.yaml"), lines(lines, first, SIMPLIFIED, HANS, "这个%s。"));
        Files.writeString(folder.resolve("locales/en/lines/more.yaml"), lines(lines, first, ENGLISH, "", "This %s."));
    }

    private static String lines(int count, int first, String[] asks, String script, String says) {
        var text = new StringBuilder("lines:\n");
        for (int i = first; i < first + count; i++) {
            var thing = thing(i, script);
            text.append("  more_").append(i).append(":\n    asks:\n");
            for (var ask : asks) {
                text.append("      - ").append(ask.formatted(thing)).append('\n');
            }
            text.append("    says:\n      - ").append(says.formatted(thing)).append('\n');
        }
        return text.toString();
    }

    private static String thing(int i, String script) {
        if (script.isEmpty()) {
            return SYLLABLES[i % 10] + SYLLABLES[i / 10 % 10] + SYLLABLES[i / 100 % 10] + SYLLABLES[i / 1000 % 10];
        }
        int n = script.length();
        return "" + script.charAt(i % n) + script.charAt(i / n % n) + script.charAt(i / n / n % n);
    }
}
