package io.renhua;

import io.micronaut.context.env.Environment;
import io.renhua.store.StoreSettings;
import io.renhua.text.Wording;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the store is, as {@code renhua.store} says it.
 *
 * @param url blank for a file of our own below {@code renhua.data}
 */
record StorePlace(String url, String password) {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";
    private static final Pattern USER = Pattern.compile("[?&]user=([^&]+)");

    static StorePlace of(Environment environment, List<Wording> problems) {
        var url = environment
                .getProperty("renhua.store.url", String.class)
                .orElse("")
                .strip();
        var password = password(environment, problems);
        if (url.isBlank() && !password.isBlank()) {
            problems.add(
                    Wording.of("renhua.store.password is set and renhua.store.url is not: set both for a PostgreSQL, or"
                            + " neither for a file of our own"));
        } else if (url.startsWith(POSTGRES)) {
            checkPostgres(url, password, problems);
        } else if (!url.isBlank() && !url.startsWith(H2)) {
            problems.add(Wording.of(
                    "renhua.store.url must begin with %s// (as in"
                            + " jdbc:postgresql://db.example.com/renhua?user=renhua); leave it out to use renhua.data",
                    POSTGRES));
        }
        return new StorePlace(url, password);
    }

    private static void checkPostgres(String url, String password, List<Wording> problems) {
        if (!USER.matcher(url).find()) {
            problems.add(Wording.of(
                    "renhua.store.url names no user; say jdbc:postgresql://db.example.com/renhua?user=renhua"));
        }
        if (url.contains("password=")) {
            problems.add(
                    Wording.of("renhua.store.url holds a password; put it into renhua.store.password, or a file named"
                            + " by renhua.store.password-file"));
        }
        if (password.isBlank()) {
            problems.add(Wording.of("renhua.store.url is set and renhua.store.password is not; set it by an environment"
                    + " variable, or name a file in renhua.store.password-file"));
        }
        try {
            var _ = URI.create(url.substring("jdbc:".length()));
        } catch (IllegalArgumentException e) {
            problems.add(Wording.of(
                    "renhua.store.url is no address; say jdbc:postgresql://db.example.com/renhua?user=renhua"));
        }
    }

    private static String password(Environment environment, List<Wording> problems) {
        var file = environment
                .getProperty("renhua.store.password-file", String.class)
                .orElse("");
        if (file.isBlank()) {
            return environment
                    .getProperty("renhua.store.password", String.class)
                    .orElse("");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            problems.add(Wording.of("renhua.store.password-file cannot be read: %s", file));
            return "unreadable";
        }
    }

    boolean isPostgres() {
        return url.startsWith(POSTGRES);
    }

    boolean isOwnFile() {
        return url.isBlank();
    }

    StoreSettings settings(Path data) {
        if (isOwnFile()) {
            return StoreSettings.inFolder(data);
        }
        return isPostgres() ? StoreSettings.postgres(url, user(), password) : StoreSettings.at(url);
    }

    private String user() {
        var user = USER.matcher(url);
        return user.find() ? URLDecoder.decode(user.group(1), StandardCharsets.UTF_8) : "";
    }

    /** Never the password. */
    @Override
    public String toString() {
        return isOwnFile() ? "a file of our own" : url;
    }
}
