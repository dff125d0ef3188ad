package io.renhua.exchange;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One text of RiveScript, read from its first sign to its last: the ways it can be meant, and what in it only a running bot knows. */
final class RiveText {
    /** Tags without which the words are whole: what is remembered, how often it is said, how it looks. */
    private static final Pattern SILENT = Pattern.compile(
            "<(?:set|add|sub|mult|div)\\s[^<>]*>|\\{(?:weight|topic)=[^{}]*}|\\{/?(?:formal|sentence|uppercase|lowercase)}|</?(?:formal|sentence|uppercase|lowercase)>");

    private static final Pattern RANDOM = Pattern.compile("(?s)\\{random}(.*?)\\{/random}");
    private static final Pattern BOT = Pattern.compile("<bot\\s+(\\w+)>");
    private static final Pattern STRANGE = Pattern.compile(
            "<(?:star|bot|get|input|reply|id|env|call|@|botstar|[a-z]+\\d+)[^<>]*>|\\{@[^{}]*}|\\{!|</call>");

    private final Map<String, String> variables;
    private final Map<String, List<String>> arrays;
    private final Set<String> strange = new LinkedHashSet<>();
    private boolean open;
    private String text = "";
    private int at;

    /**
     * @param variables of the bot, {@code name} among them
     * @param arrays words that a trigger may name together
     */
    RiveText(Map<String, String> variables, Map<String, List<String>> arrays) {
        this.variables = variables;
        this.arrays = arrays;
    }

    /** What only a running bot has a value for, of all that was read. */
    Set<String> strange() {
        return strange;
    }

    /** Whether the trigger that was read lets anything stand before its words. */
    boolean isOpen() {
        return open;
    }

    /** What is answered. */
    List<String> reply(String reply) {
        var plain = known(SILENT.matcher(reply).replaceAll(""), true);
        var ways = Ways.NOTHING;
        int end = 0;
        for (var random = RANDOM.matcher(plain); random.find(); end = random.end()) {
            ways = ways.then(written(plain.substring(end, random.start()))).then(choice(random.group(1)));
        }
        return ways.then(written(plain.substring(end))).all().stream()
                .map(way -> way.replaceAll(" +", " ").replaceAll(" ?\n ?", "\n").strip())
                .filter(way -> !way.isEmpty())
                .toList();
    }

    private static Ways choice(String inside) {
        var parts = inside.contains("|") ? inside.split("\\|") : inside.strip().split("\\s+");
        return new Ways(
                Arrays.stream(parts).map(RiveText::written).limit(Ways.MOST).toList());
    }

    private static String written(String text) {
        return text.replace("\\n", "\n").replace("\\s", " ").replaceAll("\\\\(.)", "$1");
    }

    /** What people say. */
    List<String> trigger(String trigger) {
        text = known(SILENT.matcher(trigger).replaceAll(""), false);
        at = 0;
        open = text.matches("[\\[\\s]*[*#_].*");
        var all = Ways.NONE;
        while (at < text.length()) {
            all = all.or(alternatives());
            at++; // a bracket too many
        }
        return all.all().stream()
                .map(way -> way.replaceAll(" +", " ").strip())
                .distinct()
                .toList();
    }

    /** Everything between two brackets, or all of it. */
    private Ways alternatives() {
        var all = Ways.NONE;
        var one = Ways.NOTHING;
        for (; at < text.length() && text.charAt(at) != ')' && text.charAt(at) != ']'; at++) {
            char sign = text.charAt(at);
            if (sign == '|') {
                all = all.or(one);
                one = Ways.NOTHING;
            } else {
                one = one.then(part(sign));
            }
        }
        return all.or(one);
    }

    private Ways part(char sign) {
        return switch (sign) {
            case '(' -> inside();
            case '[' -> Ways.of(" ").or(inside());
            case '@' -> array();
            case '*', '#', '_' -> Ways.of(" ");
            default -> Ways.of(String.valueOf(sign));
        };
    }

    private Ways inside() {
        at++;
        return alternatives();
    }

    private Ways array() {
        int end = at + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        var name = text.substring(at + 1, end);
        at = end - 1;
        var words = arrays.get(name);
        if (words == null) {
            strange.add("@" + name);
            return Ways.NOTHING;
        }
        return new Ways(words.stream().limit(Ways.MOST).toList());
    }

    private String known(String said, boolean byTheBot) {
        var filled = BOT.matcher(said).replaceAll(bot -> {
            var name = bot.group(1);
            return byTheBot && name.equals("name")
                    ? Rulebook.NICKNAME
                    : variables.getOrDefault(name, bot.group()).replace("$", "").replace("\\", "");
        });
        STRANGE.matcher(filled).results().forEach(tag -> strange.add(tag.group()));
        return filled;
    }
}
