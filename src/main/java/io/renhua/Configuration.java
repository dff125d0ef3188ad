package io.renhua;

import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.conversation.Patience;
import io.renhua.message.Channel;
import io.renhua.message.Screen;
import io.renhua.publishing.Terms;
import io.renhua.store.StoreSettings;
import io.renhua.stream.KafkaSettings;
import io.renhua.text.Wording;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/application.yml} says under {@code renhua}.
 *
 * @param data folder of the store
 * @param kafka null where nothing is kept in Kafka or relayed to it
 * @param personas folder of the persona scripts
 * @param pages what chat pages have of their own, by the persona's id
 * @param publishing how what is in that folder comes to speak
 */
record Configuration(
        Path data,
        StorePlace store,
        @Nullable KafkaSettings kafka,
        Path personas,
        URI publicUrl,
        Patience patience,
        Manner publishing,
        DeskSettings desk,
        Map<String, Map<String, String>> pages,
        List<Account> accounts) {
    private static final String CHANNELS = "renhua.channels";
    private static final String PAGES = "renhua.pages";
    private static final String WHEN_CLEAN = "when-clean";
    private static final String BY_HAND = "by-hand";
    private static final String FOR_GOOD = "for-good";
    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,4})d");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final String REVIEWED = "reviewed";
    private static final String METRICS = "renhua.metrics";
    private static final int SHORTEST_TOKEN = 16;
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(60);

    /** One configured channel: which persona speaks there, and the settings its platform reads. */
    record Account(
            Channel channel, String persona, boolean holdsDoubt, Patience patience, Screen screen, Settings settings) {}

    static Configuration of(Environment environment, List<Wording> problems) {
        checkPort(environment.getProperty("micronaut.server.port", String.class).orElse("8080"), problems);
        return new Configuration(
                Path.of(environment.getProperty("renhua.data", String.class).orElse("data")),
                StorePlace.of(environment, problems),
                KafkaPlace.of(environment, problems),
                Path.of(environment.getProperty("renhua.personas", String.class).orElse("personas")),
                address(environment, problems),
                patience(environment, "renhua.gather", Patience.USUAL, problems),
                publishing(environment, problems),
                DeskSettings.of(environment, problems),
                pages(environment),
                accounts(environment, problems));
    }

    StoreSettings storeSettings() {
        return store.settings(data);
    }

    Terms terms() {
        return new Terms(publishing.reviewed(), publicUrl);
    }

    /** A channel's platform, by the channel's name; chat pages have channels that nobody configures. */
    String platform(String channel) {
        return accounts.stream()
                .map(Account::channel)
                .filter(each -> each.name().equals(channel))
                .map(Channel::platform)
                .findFirst()
                .orElse("web");
    }

    /** What a persona's chat page has of its own; read afresh, so that a problem is said once. */
    Settings page(String persona) {
        return Settings.under(PAGES + "." + persona, pages.getOrDefault(persona, Map.of()));
    }

    private static Map<String, Map<String, String>> pages(Environment environment) {
        return environment.getPropertyEntries(PAGES).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), persona -> values(environment, PAGES + "." + persona)));
    }

    private static Manner publishing(Environment environment, List<Wording> problems) {
        var publish = environment.getProperty("renhua.publish", String.class).orElse(WHEN_CLEAN);
        if (!List.of(WHEN_CLEAN, BY_HAND, REVIEWED).contains(publish)) {
            problems.add(Wording.of("renhua.publish is %s, %s or %s, not %s", WHEN_CLEAN, BY_HAND, REVIEWED, publish));
        }
        var testers = environment
                .getProperty("renhua.testers", Argument.listOf(String.class))
                .orElse(List.of());
        return new Manner(
                !publish.equals(WHEN_CLEAN),
                publish.equals(REVIEWED),
                Set.copyOf(testers),
                kept(environment, problems));
    }

    /** Null for good. */
    private static @Nullable Duration kept(Environment environment, List<Wording> problems) {
        var text = environment.getProperty("renhua.keep-versions", String.class).orElse(FOR_GOOD);
        if (text.equals(FOR_GOOD)) {
            return null;
        }
        var days = DAYS.matcher(text);
        if (!days.matches()) {
            problems.add(Wording.of(
                    "renhua.keep-versions is %s, or for how many days versions are kept after they spoke"
                            + " last, such as 365d, not %s",
                    FOR_GOOD, text));
            return null;
        }
        return Duration.ofDays(Long.parseLong(days.group(1)));
    }

    /** How long to wait for more bubbles, for channels that are set apart from the rest. */
    Map<String, Patience> patienceByChannel() {
        return accounts.stream()
                .collect(Collectors.toMap(account -> account.channel().name(), Account::patience));
    }

    /** What people read on, by channel. */
    Map<String, Screen> screenByChannel() {
        return accounts.stream()
                .collect(Collectors.toMap(account -> account.channel().name(), Account::screen));
    }

    private static Screen screen(String place, Map<String, String> values, List<Wording> problems) {
        return new Screen(
                count(place, values, "chars-per-line", Screen.USUAL.characters(), problems),
                count(place, values, "lines-per-screen", Screen.USUAL.lines(), problems));
    }

    private static int count(String place, Map<String, String> values, String key, int usual, List<Wording> problems) {
        var said = values.getOrDefault(key, String.valueOf(usual));
        if (COUNT.matcher(said).matches()) {
            return Integer.parseInt(said);
        }
        problems.add(Wording.of("%s.%s is a number from 1 to 999, such as %s, not %s", place, key, usual, said));
        return usual;
    }

    private static Patience patience(
            Environment environment, String place, Patience otherwise, List<Wording> problems) {
        return new Patience(
                duration(environment, place + ".pause", otherwise.pause(), problems),
                duration(environment, place + ".sentence", otherwise.sentence(), problems),
                duration(environment, place + ".most", otherwise.most(), problems));
    }

    private static Duration duration(Environment environment, String key, Duration otherwise, List<Wording> problems) {
        try {
            var duration = environment.getProperty(key, Duration.class).orElse(otherwise);
            if (!duration.isNegative() && duration.compareTo(LONGEST_PATIENCE) <= 0) {
                return duration;
            }
        } catch (RuntimeException e) {
            // said below: whatever cannot be read gets the same sentence
        }
        problems.add(Wording.of(
                "%s is a time such as 1.2s or 300ms, at most 60s, not %s",
                key, environment.getProperty(key, String.class).orElse("")));
        return otherwise;
    }

    private static void checkPort(String port, List<Wording> problems) {
        if (!port.matches("-1|[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            problems.add(Wording.of("PORT must be a number up to 65535, such as 8080, not %s", port));
        }
    }

    private static URI address(Environment environment, List<Wording> problems) {
        var text = environment.getProperty("renhua.public-url", String.class).orElse("http://localhost:8080");
        try {
            var address = URI.create(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below: any text that is no address gets the same sentence
        }
        problems.add(Wording.of("renhua.public-url must be an address such as https://chat.example.com, not %s", text));
        return URI.create("http://localhost:8080");
    }

    /** What a collector of metrics shows; without one only staff see them. */
    static Optional<Secret> scrapeToken(Environment environment, List<Wording> problems) {
        var settings = Settings.under(METRICS, values(environment, METRICS));
        var token = settings.optionalSecret("token");
        if (token.filter(secret -> secret.reveal().length() < SHORTEST_TOKEN).isPresent()) {
            settings.problem(
                    "token", Wording.of("has at least %s characters, so that nobody guesses it", SHORTEST_TOKEN));
        }
        problems.addAll(settings.problems());
        return token;
    }

    static Map<String, String> values(Environment environment, String place) {
        var values = new HashMap<String, String>();
        environment.getProperties(place).forEach((key, value) -> values.put(key, String.valueOf(value)));
        return values;
    }

    private static List<Account> accounts(Environment environment, List<Wording> problems) {
        var accounts = new ArrayList<Account>();
        var usual =
                patience(environment, "renhua.gather", Patience.USUAL, new ArrayList<>()); // of() says what is wrong
        for (var name : new TreeSet<>(environment.getPropertyEntries(CHANNELS))) {
            var patience = patience(environment, CHANNELS + "." + name + ".gather", usual, problems);
            account(name, values(environment, CHANNELS + "." + name), patience, problems, accounts);
        }
        return accounts;
    }

    private static void account(
            String name,
            Map<String, String> values,
            Patience patience,
            List<Wording> problems,
            List<Account> accounts) {
        var place = CHANNELS + "." + name;
        if (!name.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            problems.add(Wording.of(
                    "%s: a channel's name has lower-case letters, digits and hyphens, such as pao-line", place));
        }
        if (name.startsWith("web-")) {
            problems.add(Wording.of(
                    "%s: names that begin with web- belong to the personas' own chat pages; choose another", place));
        }
        var platform = values.getOrDefault("platform", "");
        var persona = values.getOrDefault("persona", "");
        if (platform.isBlank()) {
            problems.add(Wording.of("%s.platform is missing; say line, telegram, slack or wechat", place));
        }
        if (persona.isBlank()) {
            problems.add(Wording.of("%s.persona is missing; name a folder under personas/", place));
        }
        var holds = values.getOrDefault("in-doubt", "resend");
        if (!holds.equals("resend") && !holds.equals("hold")) {
            problems.add(Wording.of("%s.in-doubt is resend or hold, not %s", place, holds));
        }
        accounts.add(new Account(
                new Channel(name, platform),
                persona,
                holds.equals("hold"),
                patience,
                screen(place, values, problems),
                new Settings(name, values)));
    }
}
