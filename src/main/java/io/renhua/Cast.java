package io.renhua;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.conversation.DoubtPolicy;
import io.renhua.dialogue.LivePersona;
import io.renhua.message.Channel;
import io.renhua.text.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who speaks where: the personas, the open channels, and which persona each channel has.
 *
 * @param closed channels that stay shut, and why, a sentence each
 */
record Cast(
        Map<String, LivePersona> personas,
        List<Connector> connectors,
        Map<String, String> personaByChannel,
        DoubtPolicy doubt,
        List<Wording> closed) {
    private static final Logger LOG = LoggerFactory.getLogger(Cast.class);

    /** Opens every channel it can. What only keeps one channel shut is said and gone past; the rest are problems. */
    static Cast assemble(
            Configuration configuration,
            Map<String, LivePersona> personas,
            Platform web,
            List<Platform> platforms,
            HttpFactory http,
            Clock clock,
            List<Wording> problems) {
        var byName = platforms.stream().collect(Collectors.toMap(Platform::name, Function.identity()));
        var connectors = new ArrayList<Connector>();
        var personaByChannel = new HashMap<String, String>();
        var closed = new ArrayList<Wording>();
        for (var account : configuration.accounts()) {
            var platform = byName.get(account.channel().platform());
            if (platform == null) {
                problems.add(Wording.of(
                        "renhua.channels.%s.platform is %s; it may be %s",
                        account.channel().name(), account.channel().platform(), names(byName)));
            } else if (!personas.containsKey(account.persona())) {
                unknownPersona(account, personas, problems);
            } else {
                open(platform, account, http, clock, connectors, closed);
                personaByChannel.put(account.channel().name(), account.persona());
            }
        }
        for (var persona : personas.keySet()) {
            var settings = configuration.page(persona);
            var page = page(persona, settings, web, http, clock);
            problems.addAll(settings.problems());
            connectors.add(page);
            personaByChannel.put(page.channel().name(), persona);
        }
        configuration.pages().keySet().stream()
                .filter(id -> !personas.isEmpty() && !personas.containsKey(id))
                .forEach(id -> problems.add(
                        Wording.of("renhua.pages.%s is no persona's page; there are %s", id, names(personas))));
        var holding = configuration.accounts().stream()
                .filter(Configuration.Account::holdsDoubt)
                .map(account -> account.channel().name())
                .collect(Collectors.toSet());
        return new Cast(personas, connectors, personaByChannel, new DoubtPolicy(holding), closed);
    }

    /** A persona's own chat page. */
    static Connector page(String persona, Settings settings, Platform web, HttpFactory http, Clock clock) {
        return web.open(new Channel(web.name() + "-" + persona, web.name()), settings, http, clock);
    }

    private static void unknownPersona(
            Configuration.Account account, Map<String, LivePersona> personas, List<Wording> problems) {
        if (!personas.isEmpty()) { // why there is none is said already
            problems.add(Wording.of(
                    "renhua.channels.%s.persona is %s; there are %s",
                    account.channel().name(), account.persona(), names(personas)));
        }
    }

    /** Opens an account, or says why it stays closed. */
    static void open(
            Platform platform,
            Configuration.Account account,
            HttpFactory http,
            Clock clock,
            List<Connector> connectors,
            List<Wording> closed) {
        var connector = platform.open(account.channel(), account.settings(), http, clock);
        var problems = account.settings().problems();
        if (problems.isEmpty()) {
            connectors.add(connector);
            LOG.info("channel {} is open on {}", account.channel().name(), platform.name());
        } else {
            closed.add(Wording.of(
                    "channel %s stays closed: %s", account.channel().name(), Wording.joined("%s; %s", problems)));
        }
    }

    private static String names(Map<String, ?> all) {
        return all.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
