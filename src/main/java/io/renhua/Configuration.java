package io.renhua;

import io.micronaut.context.env.Environment;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import io.renhua.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What {@code config/application.yml} says under {@code renhua}.
 *
 * @param data folder of the store
 * @param personas folder of the persona scripts
 */
record Configuration(Path data, String storeUrl, Path personas, URI publicUrl, List<Account> accounts) {
    private static final String CHANNELS = "renhua.channels";

    /** One configured channel: which persona speaks there, and the settings its platform reads. */
    record Account(Channel channel, String persona, boolean holdsDoubt, Settings settings) {}

    static Configuration of(Environment environment, List<String> problems) {
        checkPort(environment.getProperty("micronaut.server.port", String.class).orElse("8080"), problems);
        return new Configuration(
                Path.of(environment.getProperty("renhua.data", String.class).orElse("data")),
                storeUrl(environment, problems),
                Path.of(environment.getProperty("renhua.personas", String.class).orElse("personas")),
                address(environment, problems),
                accounts(environment, problems));
    }

    StoreSettings storeSettings() {
        return storeUrl.isBlank() ? StoreSettings.inFolder(data) : StoreSettings.at(storeUrl);
    }

    private static String storeUrl(Environment environment, List<String> problems) {
        var url = environment.getProperty("renhua.store.url", String.class).orElse("");
        if (!url.isBlank() && !url.startsWith("jdbc:h2:")) {
            problems.add("renhua.store.url must begin with jdbc:h2: in this version; leave it out to use renhua.data");
        }
        return url;
    }

    private static void checkPort(String port, List<String> problems) {
        if (!port.matches("-1|[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            problems.add("PORT must be a number up to 65535, such as 8080, not " + port);
        }
    }

    private static URI address(Environment environment, List<String> problems) {
        var text = environment.getProperty("renhua.public-url", String.class).orElse("http://localhost:8080");
        try {
            var address = URI.create(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below: any text that is no address gets the same sentence
        }
        problems.add("renhua.public-url must be an address such as https://chat.example.com, not " + text);
        return URI.create("http://localhost:8080");
    }

    private static List<Account> accounts(Environment environment, List<String> problems) {
        var accounts = new ArrayList<Account>();
        for (var name : new TreeSet<>(environment.getPropertyEntries(CHANNELS))) {
            var values = new HashMap<String, String>();
            environment
                    .getProperties(CHANNELS + "." + name)
                    .forEach((key, value) -> values.put(key, String.valueOf(value)));
            account(name, values, problems, accounts);
        }
        return accounts;
    }

    private static void account(
            String name, Map<String, String> values, List<String> problems, List<Account> accounts) {
        var place = CHANNELS + "." + name;
        if (!name.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            problems.add(place + ": a channel's name has lower-case letters, digits and hyphens, such as pao-line");
        }
        if (name.startsWith("web-")) {
            problems.add(place + ": names that begin with web- belong to the personas' own chat pages; choose another");
        }
        var platform = values.getOrDefault("platform", "");
        var persona = values.getOrDefault("persona", "");
        if (platform.isBlank()) {
            problems.add(place + ".platform is missing; say line, telegram, slack or wechat");
        }
        if (persona.isBlank()) {
            problems.add(place + ".persona is missing; name a folder under personas/");
        }
        var holds = values.getOrDefault("in-doubt", "resend");
        if (!holds.equals("resend") && !holds.equals("hold")) {
            problems.add(place + ".in-doubt is resend or hold, not " + holds);
        }
        accounts.add(
                new Account(new Channel(name, platform), persona, holds.equals("hold"), new Settings(name, values)));
    }
}
