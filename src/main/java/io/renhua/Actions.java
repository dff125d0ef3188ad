package io.renhua;

import io.micronaut.context.env.Environment;
import io.renhua.action.HttpPerformer;
import io.renhua.action.Performer;
import io.renhua.action.Performers;
import io.renhua.action.Performers.Place;
import io.renhua.action.Signer;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.dialogue.LivePersona;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What {@code config/application.yml} says under {@code renhua.actions}: who does what the scripts ask for.
 *
 * @param undone why something is not done, a sentence each
 */
record Actions(Performers performers, List<String> undone) {
    private static final String PLACE = "renhua.actions";
    private static final String EXAMPLE = "https://orders.example.com/find";
    private static final int TRY_SECONDS = 3;

    /**
     * @param internet leads to public addresses only
     * @param anywhere leads into this network, too
     */
    static Actions read(
            Environment environment, HttpFactory internet, HttpFactory anywhere, List<Performer> beans, Clock clock) {
        var undone = new ArrayList<String>();
        var addresses = new HashMap<Place, Performer>();
        for (var name : new TreeSet<>(environment.getPropertyEntries(PLACE))) {
            var place = PLACE + "." + name;
            var settings = Settings.under(place, Configuration.values(environment, place));
            var whose = new Place(settings.text("persona"), settings.text("action"));
            boolean inside = settings.text("private-network", "false").equals("true");
            var performer = performer(whose.action(), settings, inside ? anywhere : internet, clock);
            if (addresses.containsKey(whose)) {
                settings.problem("action", "is set twice for " + whose.persona());
            }
            if (settings.problems().isEmpty()) {
                addresses.put(whose, performer);
            } else {
                undone.add("action " + name + " is not done: " + String.join("; ", settings.problems()));
            }
        }
        return new Actions(new Performers(addresses, beans), List.copyOf(undone));
    }

    /** What these personas ask for and nobody does, a sentence each. */
    Stream<String> missing(Collection<LivePersona> personas) {
        return personas.stream()
                .map(LivePersona::persona)
                .flatMap(persona -> persona.actions().keySet().stream()
                        .filter(action -> performers.of(persona.id(), action).isEmpty())
                        .map(action -> "nothing does " + action + " for " + persona.id()
                                + ": set persona, action, url and secret under " + PLACE + ".<a name>"));
    }

    private static Performer performer(String action, Settings settings, HttpFactory http, Clock clock) {
        var address = settings.address("url", EXAMPLE);
        var seconds = settings.text("timeout-seconds", String.valueOf(TRY_SECONDS));
        if (!seconds.matches("[1-9]|[1-5][0-9]|60")) {
            settings.problem("timeout-seconds", "is 1 to 60 for one try, not " + seconds);
            seconds = "1";
        }
        return new HttpPerformer(
                action,
                http.to(origin(address)),
                path(address),
                signer(settings),
                Duration.ofSeconds(Integer.parseInt(seconds)),
                clock);
    }

    private static URI origin(URI address) {
        return address.resolve("/");
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static Signer signer(Settings settings) {
        var secrets = new ArrayList<Secret>();
        add(settings, "secret", settings.secret("secret"), secrets);
        settings.optionalSecret("previous-secret")
                .ifPresent(secret -> add(settings, "previous-secret", secret, secrets));
        return new Signer(secrets);
    }

    private static void add(Settings settings, String key, Secret secret, List<Secret> secrets) {
        if (Signer.fits(secret)) {
            secrets.add(secret);
        } else {
            settings.problem(key, "is whsec_ and 24 to 64 random bytes in base64: openssl rand -base64 32 makes some");
        }
    }
}
