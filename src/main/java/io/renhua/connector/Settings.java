package io.renhua.connector;

import io.renhua.text.Wording;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One account's configuration. Gathers everything missing or wrong instead of failing at the first. Reads in one
 * thread; not safe to share.
 */
public final class Settings {
    private final String place;
    private final Map<String, String> values;
    private final List<Wording> problems = new ArrayList<>();

    /** @param values by hyphenated key, as under {@code renhua.channels.<channel>} */
    public Settings(String channel, Map<String, String> values) {
        this(values, "renhua.channels." + channel);
    }

    private Settings(Map<String, String> values, String place) {
        this.place = place;
        this.values = Map.copyOf(values);
    }

    /** Settings that are no channel's, such as {@code renhua.metrics}. */
    public static Settings under(String place, Map<String, String> values) {
        return new Settings(values, place);
    }

    /** The secret under the key, or in the file that {@code <key>-file} names. Missing or blank is a problem. */
    public Secret secret(String key) {
        return optionalSecret(key).orElseGet(() -> {
            problem(
                    key,
                    Wording.of(
                            "is missing or blank; set it by an environment variable, or name a file in %s-file", key));
            return new Secret("missing");
        });
    }

    /** As {@link #secret}, where the platform can do without. */
    public Optional<Secret> optionalSecret(String key) {
        var file = optional(key + "-file");
        if (file.isEmpty()) {
            return optional(key).map(Secret::new);
        }
        try {
            var value = Files.readString(Path.of(file.get())).strip();
            return value.isEmpty() ? Optional.empty() : Optional.of(new Secret(value));
        } catch (IOException e) {
            problem(key + "-file", Wording.of("cannot be read: %s", file.get()));
            return Optional.of(new Secret("unreadable"));
        }
    }

    /** The text under the key. Missing or blank is a problem. */
    public String text(String key) {
        return optional(key).orElseGet(() -> {
            problem(key, Wording.of("is missing or blank"));
            return "missing";
        });
    }

    /** The text under the key, or the default. */
    public String text(String key, String otherwise) {
        return optional(key).orElse(otherwise);
    }

    /** The http(s) address under the key, or the default. */
    public URI address(String key, String otherwise) {
        var text = text(key, otherwise);
        try {
            var address = URI.create(text);
            if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below: any text that is no address gets the same sentence
        }
        problem(key, Wording.of("must be an http(s) address such as %s, not %s", otherwise, text));
        return URI.create(otherwise);
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Notes what is wrong with a key. */
    public void problem(String key, Wording why) {
        problems.add(Wording.of("%s.%s %s", place, key, why));
    }

    /** Everything found missing or wrong so far, a sentence each. */
    public List<Wording> problems() {
        return List.copyOf(problems);
    }
}
