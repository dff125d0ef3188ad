package io.renhua.cli;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Helped;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Moment;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Outlook;
import io.renhua.dialogue.Performed;
import io.renhua.dialogue.Step;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.persona.Handoff;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import io.renhua.why.Explainer;
import io.renhua.why.Prose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A chat in the terminal, with nothing kept of it. */
@Command(description = "Talks with a persona here in the terminal. An empty line or Ctrl-D ends it.")
final class ChatCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Function<Persona, LivePersona> learn;
    private final Dialogue dialogue = new Dialogue();

    @Parameters(paramLabel = "PERSONA", description = "The persona's folder under personas/.")
    private String id = "";

    @Option(
            names = "--as",
            paramLabel = "PLATFORM",
            defaultValue = "web",
            description = "The platform it is on: web, wechat, line, weibo … Default: web.")
    private String platform = "web";

    @Option(
            names = "--why",
            description = "Shows why it says each thing: what was understood, how surely, and what was not said.")
    private boolean why;

    @Option(
            names = "--mock",
            paramLabel = "ACTION=RESULT[,NAME=VALUE]",
            description =
                    "What an action comes to here, such as find_order=shipped,eta=2026-10-09. Without it, it fails.")
    private Map<String, String> mocks = Map.of();

    @Option(
            names = "--helped",
            paramLabel = "HOW[,TOPIC]",
            description =
                    "How a person left just before: resolved, released, withdrawn, timed_out, nobody, left, blocked or spam. Without it, nobody was asked for.")
    private String helped = "";

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    ChatCommand(Path folder, Function<Persona, LivePersona> learn) {
        this.scripts = new Scripts(folder);
        this.learn = learn;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var how = helped.split(",", 2)[0].strip();
        if (!how.isEmpty() && !Handoff.HELPED.contains(how)) {
            out.plain(Wording.of("--helped is one of %s, not %s", String.join(", ", Handoff.HELPED), how));
            return 2;
        }
        var reading = scripts.read(id);
        var live = learn.apply(Scripts.persona(reading));
        var explainer = new Explainer(live.persona(), reading.places());
        var state = say(out, live, explainer, DialogueState.NEW, new Content.Entered(new Entry.Opened()));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.prompt("> ");
        for (var words = line(in); !words.isBlank(); words = line(in)) {
            state = say(out, live, explainer, state, new Content.Text(words));
            out.prompt("> ");
        }
        return 0;
    }

    private DialogueState say(Paper out, LivePersona live, Explainer explainer, DialogueState state, Content content) {
        var moment = moment(live, Clock.systemUTC().instant());
        var said = dialogue.next(live.persona(), state, live.hear(content, moment));
        var silence = live.silence(moment);
        Step step = dialogue.performing(live.persona(), said, silence, this::mocked);
        var name = live.persona().identity().nickname().in(step.locale());
        for (var move : step.moves()) {
            switch (move) {
                case Move.Say say -> {
                    var speaker = say.mood() == null ? name : name + " [" + say.mood() + "]";
                    say.bubbles()
                            .forEach(bubble ->
                                    out.plain(speaker + ": " + bubble.asText().replace("\n", "\n   ")));
                    if (why) {
                        explain(out, explainer, say, content);
                    }
                }
                case Move.HandOff(var queue, var reason, var precedence, var opens, var routing, var elsewhere) ->
                    out.plain("   "
                            + out.told(Wording.of("[a person is asked for: queue %s, reason %s]", queue, reason)));
                case Move.Perform(var id, var action, var given) ->
                    out.plain("   " + out.told(Wording.of("[%s is done with %s]", action, given)));
                case Move.Pause(var until) ->
                    out.plain("   " + out.told(Wording.of("[nothing is said any more, until %s]", until)));
                case Move.Withdraw() -> out.plain("   " + out.told(Wording.of("[the person is not needed any more]")));
                case Move.Forget() -> out.plain("   " + out.told(Wording.of("[what is known of them is forgotten]")));
            }
        }
        return step.state();
    }

    private Moment moment(LivePersona live, Instant now) {
        var parts = helped.split(",", 2);
        var facts = parts[0].isBlank()
                ? Map.<String, Set<String>>of()
                : new Helped(parts[0].strip(), now, parts.length == 1 ? null : parts[1].strip()).facts(now);
        return new Moment(now, null, platform, live.platforms().apply(platform), facts, false, Outlook.OPEN);
    }

    private Performed mocked(Move.Perform perform) {
        var mock = mocks.getOrDefault(perform.action(), "").split(",", -1);
        var values = Stream.of(mock)
                .skip(1)
                .map(value -> value.split("=", 2))
                .filter(value -> value.length == 2)
                .collect(Collectors.toMap(value -> value[0].strip(), value -> value[1].strip(), (first, last) -> last));
        return mock[0].isBlank()
                ? new Performed.Failed("nothing does " + perform.action() + " in a terminal")
                : new Performed.Done(mock[0].strip(), values);
    }

    private void explain(Paper out, Explainer explainer, Move.Say say, Content content) {
        var heard = content instanceof Content.Text(var words) ? words : "";
        var inScript = explainer.of(say.trace(), say.source(), explainer.masked(heard));
        WhyCommand.print(out, new Prose(language.tag()).of(say.trace(), say.source(), inScript), "   | ");
    }

    private static String line(BufferedReader in) {
        try {
            var line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from the terminal", e);
        }
    }
}
