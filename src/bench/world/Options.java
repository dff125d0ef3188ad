package world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on the command line: words, and options that begin with two hyphens and may have a value behind them.
 *
 * @param words in their order
 * @param values by name without the hyphens; empty where an option stands alone
 */
public record Options(List<String> words, Map<String, String> values) {
    public Options {
        words = List.copyOf(words);
        values = Map.copyOf(values);
    }

    public static Options of(String... arguments) {
        var words = new ArrayList<String>();
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                words.add(arguments[i]);
            } else if (i + 1 < arguments.length && !arguments[i + 1].startsWith("--")) {
                values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                values.put(arguments[i].substring(2), "");
            }
        }
        return new Options(words, values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }

    public long number(String name, long otherwise) {
        return values.containsKey(name) ? Long.parseLong(values.get(name)) : otherwise;
    }

    /** Given in seconds. */
    public Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }
}
