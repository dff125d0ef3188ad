import java.lang.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import io.renhua.dialogue.Hearing.Circumstances;
import io.renhua.dialogue.LivePersona;
import io.renhua.learning.PastTurn;
import io.renhua.lint.Judge;
import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How fast conversations that took place run once more through two versions of a persona: the examples of its lines, as if they
 * had been said, eight turns to a conversation.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/Replay.java [--persona personas/pao] [--turns 20000]
 */
final class Replay {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int TALK = 8;
    private static final int ROUNDS = 3;

    private Replay() {}

    public static void main(String[] arguments) {
        var options = Arrays.asList(arguments);
        int turns = Integer.parseInt(option(options, "--turns", "20000"));
        var script = new PersonaReader().read(Path.of(option(options, "--persona", "personas/pao")));
        var persona = Objects.requireNonNull(script.persona());
        var live = LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of)
                .guardedBy(Judge.of(script));
        var said = persona.lines().values().stream()
                .flatMap(line -> line.asks().values().stream())
                .flatMap(List::stream)
                .toList();
        var past = new ArrayList<PastTurn>();
        for (int turn = 0; turn < turns; turn++) {
            past.add(new PastTurn(
                    turn / TALK,
                    "web",
                    NOW.plusSeconds(turn),
                    null,
                    List.of(new Content.Text(said.get(turn * 7 % said.size()))),
                    false,
                    Limits.NONE,
                    Circumstances.USUAL));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            long begun = CPU.getCurrentThreadCpuTime();
            var report = io.renhua.learning.Replay.of(live, live, past);
            double seconds = (CPU.getCurrentThreadCpuTime() - begun) / 1e9;
            System.out.printf(
                    "round %d: %d turns through two versions in %.1f s of one core, %.0f a second; %d changed%n",
                    round, report.turns(), seconds, report.turns() / seconds, report.changed().size());
        }
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }
}
