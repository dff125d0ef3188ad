package io.renhua.persona;

import io.renhua.persona.ScriptTest.Beat;
import io.renhua.persona.ScriptTest.Given;
import io.renhua.persona.ScriptTest.Then;
import io.renhua.persona.ScriptTest.They;
import io.renhua.persona.ScriptTest.We;
import io.renhua.text.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads chats as they should go, written down the way one would send them to a colleague: {@code User:} and {@code Bot:},
 * line by line. Each {@code #} begins another chat, and {@code channel=wechat} before its first line says where it is.
 */
final class ChatReader {
    private static final Pattern LINE = Pattern.compile("(?i)(user|they|bot|we)\\s*[:：](.*)");
    private static final Pattern SETTING = Pattern.compile("([a-z_]+)\\s*=\\s*(.*)");
    private static final List<String> SETTINGS =
            List.of("channel", "locale", "audience", "tag", "feeling", "user", "bot");

    private final ScriptFiles files;
    private final Problems problems;
    private final Locales locales;
    private final Instant usual;
    private final List<ScriptTest> tests = new ArrayList<>();

    private Place begins = new Place("", 1, 1);
    private String name = "";
    private Map<String, String> settings = new LinkedHashMap<>();
    private List<Beat> chat = new ArrayList<>();

    /** @param usual when such a chat takes place */
    ChatReader(ScriptFiles files, Problems problems, Locales locales, Instant usual) {
        this.files = files;
        this.problems = problems;
        this.locales = locales;
        this.usual = usual;
    }

    List<ScriptTest> read() {
        files.chats().forEach(this::read);
        return List.copyOf(tests);
    }

    private void read(String file, String text) {
        begin(new Place(file, 1, 1), file.replaceFirst(".*/", "").replaceFirst("\\.chat$", ""));
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), new Place(file, i + 1, 1));
        }
        end();
    }

    private void line(String line, Place place) {
        var said = LINE.matcher(line.strip());
        var setting = SETTING.matcher(line.strip());
        if (line.startsWith("#")) {
            end();
            begin(place, line.substring(1).strip());
        } else if (said.matches()) {
            boolean theirs = said.group(1).toLowerCase(Locale.ROOT).matches("user|they");
            add(theirs, said.group(2).strip());
        } else if (chat.isEmpty() && setting.matches()) {
            set(setting.group(1), setting.group(2).strip(), place);
        } else if (line.startsWith(" ") && !chat.isEmpty() && !line.isBlank()) {
            goOn(line.strip());
        } else if (!line.isBlank()) {
            problems.error(place, "S1", "nobody says this", "User: or Bot: before it, or two blanks to go on");
        }
    }

    private void set(String key, String value, Place place) {
        if (!SETTINGS.contains(key)) {
            problems.error(
                    place,
                    "S1",
                    Wording.of("nobody knows the setting %s%s", key, Nearest.question(key, SETTINGS)),
                    Nearest.advice(key, SETTINGS));
        } else if (key.equals("locale") && !locales.offered().contains(value)) {
            problems.error(
                    place,
                    "S2",
                    Wording.of("this persona does not offer %s", value),
                    Nearest.advice(value, locales.offered()));
        } else if (key.equals("channel") && !ConditionReader.PLATFORMS.contains(value)) {
            problems.error(
                    place,
                    "S2",
                    Wording.of("there is no channel %s", value),
                    Nearest.advice(value, ConditionReader.PLATFORMS));
        }
        settings.put(key, value);
    }

    private void add(boolean theirs, String words) {
        chat.add(theirs ? new They(words, null) : says(List.of(words)));
    }

    /** Another line of what was said last: of theirs in the same bubble, of ours anywhere in the reply. */
    private void goOn(String words) {
        chat.add(
                switch (chat.removeLast()) {
                    case They they -> new They(they.say() + "\n" + words, null);
                    case We we -> {
                        var all = new ArrayList<>(we.contains());
                        all.add(words);
                        yield says(all);
                    }
                });
    }

    private void begin(Place place, String title) {
        begins = place;
        name = title;
        settings = new LinkedHashMap<>();
        chat = new ArrayList<>();
    }

    private void end() {
        if (!chat.isEmpty()) {
            var facts = new LinkedHashMap<>(settings);
            facts.keySet().retainAll(List.of("audience", "tag", "feeling"));
            var given = new Given(
                    settings.getOrDefault("channel", "web"),
                    settings.getOrDefault("locale", locales.standard()),
                    usual,
                    Map.copyOf(facts),
                    Map.of());
            tests.add(
                    new ScriptTest(begins.toString(), name, given, List.copyOf(chat), new Then(null, null, Map.of())));
        }
    }

    private static We says(List<String> words) {
        return new We(null, null, null, List.copyOf(words), List.of(), null, null, null, null);
    }
}
