package io.renhua.connector.telegram;

import io.renhua.connector.JsonBody;
import io.renhua.connector.Menu;
import io.renhua.connector.Shortened;
import io.renhua.message.Choice;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A menu as the bot's commands: whoever presses one sends {@code /order_status}, which names what it leads to.
 *
 * @see <a href="https://core.telegram.org/bots/api#setmycommands">setMyCommands</a>
 */
record TelegramMenu(Menu menu) {
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");

    /** A command has no dots, so these beginnings stand for one. */
    private static final Pattern DOTTED =
            Pattern.compile("(forms|handoff|campaigns|privacy|small_talk|sensitive)_(.+)");

    private static final String START = "start";
    private static final int DESCRIPTION = 256;

    /** What a command leads to. */
    static String key(String command) {
        return DOTTED.matcher(command).replaceFirst("$1.$2");
    }

    private static Optional<String> command(String key) {
        var command = key.replace('.', '_');
        return COMMAND.matcher(command).matches() && key(command).equals(key) && !command.equals(START)
                ? Optional.of(command)
                : Optional.empty();
    }

    /** What people will see. */
    List<String> shows() {
        return commands(menu.in(menu.standard())).entrySet().stream()
                .map(each -> "/" + each.getKey() + "  " + each.getValue())
                .toList();
    }

    /** One for everybody, and one for each other language; Telegram knows a single Chinese. */
    List<TelegramCall> calls() {
        var calls = new ArrayList<TelegramCall>();
        calls.add(call(menu.in(menu.standard()), null));
        languages().forEach((language, locale) -> calls.add(call(menu.in(locale), language)));
        return calls;
    }

    List<String> leftOut() {
        return menu.in(menu.standard()).stream()
                .map(Choice::key)
                .filter(key -> command(key).isEmpty())
                .map(key -> Wording.of(
                                "%s: a command of Telegram's has at most 32 of a-z, 0-9 and _, so this name makes none.",
                                key)
                        .toString())
                .toList();
    }

    private Map<String, String> languages() {
        var languages = new TreeMap<String, String>();
        new TreeMap<>(menu.choices())
                .keySet()
                .forEach(locale -> languages.putIfAbsent(locale.replaceAll("-.*", ""), locale));
        languages.remove(menu.standard().replaceAll("-.*", ""));
        return languages;
    }

    private static Map<String, String> commands(List<Choice> choices) {
        var commands = new LinkedHashMap<String, String>();
        choices.forEach(choice -> command(choice.key())
                .ifPresent(command -> commands.put(command, Shortened.to(DESCRIPTION, choice.label()))));
        return commands;
    }

    private static TelegramCall call(List<Choice> choices, @Nullable String language) {
        var parameters = JsonBody.object();
        var list = parameters.putArray("commands");
        commands(choices)
                .forEach((command, label) ->
                        list.addObject().put("command", command).put("description", label));
        return new TelegramCall(
                "setMyCommands", language == null ? parameters : parameters.put("language_code", language));
    }
}
