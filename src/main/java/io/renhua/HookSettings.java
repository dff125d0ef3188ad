package io.renhua;

import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Settings;
import io.renhua.hook.EventType;
import io.renhua.hook.Hook;
import io.renhua.hook.HookPost;
import io.renhua.text.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code config/application.yml} says under {@code renhua.hooks}: who is told what happens.
 *
 * @param untold why somebody is not told, a sentence each
 */
record HookSettings(List<Hook> hooks, List<Wording> untold) {
    private static final String PLACE = "renhua.hooks";
    private static final String EXAMPLE = "https://helpdesk.example.com/renhua";

    HookSettings {
        hooks = List.copyOf(hooks);
        untold = List.copyOf(untold);
    }

    /** For a command, which tells nobody anything itself. */
    static HookSettings readOnly(Environment environment) {
        HttpFactory nowhere = base -> call -> new Http.NotSent("a command sends nothing");
        return read(environment, nowhere, nowhere, Clock.systemUTC());
    }

    /**
     * @param internet leads to public addresses only
     * @param anywhere leads into this network, too
     */
    static HookSettings read(Environment environment, HttpFactory internet, HttpFactory anywhere, Clock clock) {
        var hooks = new ArrayList<Hook>();
        var untold = new ArrayList<Wording>();
        for (var name : new TreeSet<>(environment.getPropertyEntries(PLACE))) {
            var place = PLACE + "." + name;
            var settings = Settings.under(place, Configuration.values(environment, place));
            var http = SignedAddress.isInside(settings) ? anywhere : internet;
            if (!name.matches("[a-z0-9][a-z0-9-]{0,59}")) {
                settings.problem(
                        "name",
                        Wording.of("has lower-case letters, digits and hyphens, such as helpdesk, not %s", name));
            }
            var events = events(environment, place, settings);
            boolean whole = isWhole(settings);
            var address = SignedAddress.read(settings, EXAMPLE, http);
            if (settings.problems().isEmpty()) {
                var post = new HookPost(address.http(), address.path(), address.signer(), clock);
                hooks.add(new Hook(name, events, whole, address.host(), post));
            } else {
                untold.add(
                        Wording.of("hook %s is told nothing: %s", name, Wording.joined("%s; %s", settings.problems())));
            }
        }
        return new HookSettings(hooks, untold);
    }

    private static boolean isWhole(Settings settings) {
        var personal = settings.text("personal", "masked");
        if (!personal.equals("masked") && !personal.equals("whole")) {
            settings.problem("personal", Wording.of("is masked or whole, not %s", personal));
        }
        return personal.equals("whole");
    }

    /** All of them where none is named. */
    private static Set<EventType> events(Environment environment, String place, Settings settings) {
        var named = environment
                .getProperty(place + ".events", Argument.listOf(String.class))
                .orElse(List.of());
        var meant = EnumSet.noneOf(EventType.class);
        for (var word : named) {
            var types = EventType.meantBy(word);
            if (types.isEmpty()) {
                settings.problem(
                        "events",
                        Wording.of("has %s, which is none of %s, nor all of a kind as handoff.*", word, all()));
            }
            meant.addAll(types);
        }
        return meant.isEmpty() ? EnumSet.copyOf(EventType.ALL) : meant;
    }

    private static String all() {
        return EventType.ALL.stream().map(EventType::word).collect(Collectors.joining(", "));
    }
}
