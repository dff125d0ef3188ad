package io.renhua.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The commands of a RiveScript file: one sign at the start of a line, and what it says, put together where it goes on below. */
final class RiveCommands {
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)//.*$");
    private static final Pattern LONG_COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|\\z)");
    private static final Pattern CONCAT = Pattern.compile("local\\s+concat\\s*=\\s*(\\w+)");
    private static final Map<String, String> BETWEEN = Map.of("space", " ", "newline", "\\n");

    private RiveCommands() {}

    /**
     * @param sign such as {@code +} for what somebody says, {@code -} for what is answered
     * @param line where it stands in its file, counted from 1
     */
    record Command(char sign, String text, int line) {}

    static List<Command> in(String file) {
        var lines = withoutComments(file).split("\n", -1);
        var commands = new ArrayList<Command>();
        var between = "";
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            var command = new Command(line.charAt(0), line.substring(1).strip(), i + 1);
            var concat = CONCAT.matcher(command.text);
            if (command.sign == '!' && concat.lookingAt()) {
                between = BETWEEN.getOrDefault(concat.group(1), "");
            } else if (command.sign == '^' && !commands.isEmpty()) {
                var last = commands.removeLast();
                commands.add(new Command(last.sign, last.text + between + command.text, last.line));
            } else {
                commands.add(command);
            }
        }
        return commands;
    }

    /** As many lines as before, so that places stay what they are. */
    private static String withoutComments(String file) {
        var plain = ForeignText.kept(file).replaceAll("\\r\\n?", "\n").replace(Rulebook.NICKNAME, "");
        var open = LONG_COMMENT
                .matcher(plain)
                .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
        return COMMENT.matcher(open).replaceAll("");
    }
}
