package io.renhua;

import io.micronaut.context.env.Environment;
import io.renhua.action.HttpPerformer;
import io.renhua.action.Performer;
import io.renhua.action.Performers;
import io.renhua.action.Performers.Place;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Settings;
import io.renhua.dialogue.LivePersona;
import io.renhua.text.Wording;
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
record Actions(Performers performers, List<Wording> undone) {
    private static final String PLACE = "renhua.actions";
    private static final String EXAMPLE = "https://orders.example.com/find";
    private static final int TRY_SECONDS = 3;

    /**
     * @param internet leads to public addresses only
     * @param anywhere leads into this network, too
     */
    static Actions read(
            Environment environment, HttpFactory internet, HttpFactory anywhere, List<Performer> beans, Clock clock) {
        var undone = new ArrayList<Wording>();
        var addresses = new HashMap<Place, Performer>();
        for (var name : new TreeSet<>(environment.getPropertyEntries(PLACE))) {
            var place = PLACE + "." + name;
            var settings = Settings.under(place, Configuration.values(environment, place));
            var whose = new Place(settings.text("persona"), settings.text("action"));
            var http = SignedAddress.isInside(settings) ? anywhere : internet;
            var performer = performer(whose.action(), settings, http, clock);
            if (addresses.containsKey(whose)) {
                settings.problem("action", Wording.of("is set twice for %s", whose.persona()));
            }
            if (settings.problems().isEmpty()) {
                addresses.put(whose, performer);
            } else {
                undone.add(
                        Wording.of("action %s is not done: %s", name, Wording.joined("%s; %s", settings.problems())));
            }
        }
        return new Actions(new Performers(addresses, beans), List.copyOf(undone));
    }

    /** What these personas ask for and nobody does, a sentence each. */
    Stream<Wording> missing(Collection<LivePersona> personas) {
        return personas.stream()
                .map(LivePersona::persona)
                .flatMap(persona -> persona.actions().keySet().stream()
                        .filter(action -> performers.of(persona.id(), action).isEmpty())
                        .map(action -> Wording.of(
                                "nothing does %s for %s: set persona, action, url and secret under %s.<a name>",
                                action, persona.id(), PLACE)));
    }

    private static Performer performer(String action, Settings settings, HttpFactory http, Clock clock) {
        var seconds = settings.text("timeout-seconds", String.valueOf(TRY_SECONDS));
        if (!seconds.matches("[1-9]|[1-5][0-9]|60")) {
            settings.problem("timeout-seconds", Wording.of("is 1 to 60 for one try, not %s", seconds));
            seconds = "1";
        }
        var address = SignedAddress.read(settings, EXAMPLE, http);
        return new HttpPerformer(
                action,
                address.http(),
                address.path(),
                address.signer(),
                Duration.ofSeconds(Integer.parseInt(seconds)),
                clock);
    }
}
