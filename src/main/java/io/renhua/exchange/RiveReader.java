package io.renhua.exchange;

import io.renhua.exchange.RiveCommands.Command;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a newcomer of a bot in RiveScript: a trigger with its replies is a line. What depends on the bot's last words, on a
 * topic, on a condition or on a program is told and not taken.
 *
 * @see <a href="https://www.rivescript.com/wd/RiveScript">RiveScript</a>
 */
final class RiveReader {
    private static final Pattern VARIABLE = Pattern.compile("var\\s+(\\w+)\\s*=\\s*(.*)");
    private static final Pattern ARRAY = Pattern.compile("array\\s+(\\w+)\\s*=\\s*(.*)");
    private static final Pattern EVERYWHERE = Pattern.compile("topic\\s+random\\b.*");

    private final String called;
    private final Optional<String> locale;
    private final List<Command> commands = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, List<String>> arrays = new HashMap<>();
    private final LeftOut leftOut = new LeftOut();
    private final Rulebook rules = new Rulebook(leftOut);
    private @Nullable Trigger current;
    private @Nullable String section;

    /** What somebody says, while what is answered is still being read. */
    private static final class Trigger {
        private final String pattern;
        private final List<String> replies = new ArrayList<>();
        private final Set<Wording> hindrances = new LinkedHashSet<>();
        private @Nullable String leadsTo;

        Trigger(String pattern) {
            this.pattern = pattern;
        }
    }

    /**
     * @param called what the bot is called where its files do not say
     * @param locale what it is written in; empty to tell it by its words
     */
    RiveReader(List<Path> files, String called, Optional<String> locale) {
        this.called = called;
        this.locale = locale;
        files.forEach(file -> commands.addAll(
                RiveCommands.in(ForeignFile.text(ForeignFile.bytes(file), String.valueOf(file.getFileName())))));
    }

    Newcomer read() {
        commands.stream().filter(command -> command.sign() == '!').forEach(this::define);
        commands.forEach(this::take);
        end();
        var written = rules.written(locale);
        var name = ForeignText.sentence(variables.getOrDefault("name", ""));
        Map<String, Object> own = name.isEmpty() ? Map.of() : Map.of("identity", Map.of("nickname", name));
        return new Newcomer(
                name.isEmpty() ? ForeignText.sentence(called) : name,
                List.of(written.locale()),
                own,
                written.topics(),
                Map.of(),
                leftOut.remarks());
    }

    private void define(Command command) {
        var variable = VARIABLE.matcher(command.text());
        var array = ARRAY.matcher(command.text());
        if (variable.matches()) {
            variables.put(variable.group(1), variable.group(2).strip());
        } else if (array.matches()) {
            var words = array.group(2).strip();
            arrays.put(
                    array.group(1),
                    Arrays.stream(words.contains("|") ? words.split("\\|") : words.split("\\s+"))
                            .map(word -> word.replace("\\s", " ").strip())
                            .toList());
        }
    }

    private void take(Command command) {
        switch (command.sign()) {
            case '!' -> {}
            case '>' -> {
                end();
                section = EVERYWHERE.matcher(command.text()).matches() ? null : command.text();
            }
            case '<' -> {
                end();
                section = null;
            }
            case '+' -> {
                end();
                current = new Trigger(command.text());
            }
            default -> answer(command);
        }
    }

    private void answer(Command command) {
        var trigger = current;
        if (section != null && section.startsWith("object")) {
            return; // a program, of which nothing is read
        }
        if (trigger == null) {
            leftOut.add(Wording.of("it belongs to no trigger"), Wording.of("in line %s", command.line()));
            return;
        }
        switch (command.sign()) {
            case '-' -> trigger.replies.add(command.text());
            case '@' -> trigger.leadsTo = command.text();
            case '%' -> trigger.hindrances.add(Wording.of("it is answered only after certain words of the bot"));
            case '*' ->
                leftOut.add(Wording.of("it is said under a condition only"), trigger.pattern + " * " + command.text());
            default ->
                leftOut.add(Wording.of("no command of RiveScript begins so"), Wording.of("in line %s", command.line()));
        }
    }

    /** Takes the trigger that was read last. */
    private void end() {
        var trigger = current;
        current = null;
        if (trigger == null) {
            return;
        }
        if (section != null) {
            trigger.hindrances.add(Wording.of("it is answered within '%s' only", section));
        }
        var asked = new RiveText(variables, arrays);
        var asks = asked.trigger(trigger.pattern).stream()
                .flatMap(way -> Rulebook.ask(way, asked.isOpen()).stream())
                .toList();
        trigger.hindrances.addAll(known(asked.strange()));
        if (trigger.pattern.strip().equals("*")) {
            trigger.hindrances.add(
                    Wording.of("it answers whatever is said (its words may go under small_talk.unknown)"));
        }
        if (!trigger.hindrances.isEmpty()) {
            trigger.hindrances.forEach(why -> leftOut.add(why, trigger.pattern));
        } else if (trigger.leadsTo != null) {
            rules.lead(trigger.pattern, asks, Objects.requireNonNull(trigger.leadsTo));
        } else {
            replies(trigger, asks);
        }
    }

    private void replies(Trigger trigger, List<String> asks) {
        var says = new ArrayList<String>();
        for (var reply : trigger.replies) {
            var said = new RiveText(variables, arrays);
            var ways = said.reply(reply);
            if (said.strange().isEmpty()) {
                says.addAll(ways);
            } else {
                known(said.strange()).forEach(why -> leftOut.add(why, trigger.pattern + " - " + reply));
            }
        }
        if (!says.isEmpty()) {
            rules.answer(trigger.pattern, asks, says);
        }
    }

    private static List<Wording> known(Set<String> strange) {
        return strange.stream()
                .map(tag -> Wording.of("only a running bot knows what stands for %s", tag))
                .toList();
    }
}
