package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Campaign;
import io.renhua.persona.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A campaign that somebody asks for by its button is told: its story, and where there is more. */
final class Campaigns implements Rung {
    static final String PREFIX = "campaigns.";
    private static final Set<String> UNHAPPY = Set.of("angry", "sad");

    @Override
    public boolean takes(Turn turn) {
        var pressed = Optional.ofNullable(turn.pressed()).flatMap(key -> named(turn, key));
        var told = pressed.filter(campaign -> isOn(turn, campaign) || gone(campaign) != null);
        told.ifPresent(campaign -> {
            turn.take(PREFIX + campaign.id());
            tell(turn, campaign);
        });
        return told.isPresent();
    }

    private static void tell(Turn turn, Campaign campaign) {
        var gone = gone(campaign);
        if (isOn(turn, campaign)) {
            story(turn, campaign);
        } else if (gone != null) {
            turn.say(Phrasing.say(turn, PREFIX + campaign.id() + ".gone", gone));
        }
    }

    /** What is said once it is over. */
    private static @Nullable Words gone(Campaign campaign) {
        return campaign.gift() == null ? null : campaign.gift().gone();
    }

    /** Whether a button may lead there now: it runs, it is for them, they want such news, and they are not unhappy. */
    static boolean offered(Turn turn, String key) {
        boolean fits = turn.state().offers().areWelcome(turn.at())
                && !UNHAPPY.contains(String.valueOf(turn.state().felt().feeling()));
        return fits
                && named(turn, key)
                        .filter(campaign -> isOn(turn, campaign) && isFor(turn, campaign))
                        .isPresent();
    }

    /** The names of those that run now. */
    static Stream<String> running(Turn turn) {
        return turn.persona().outreach().campaigns().values().stream()
                .filter(campaign -> isOn(turn, campaign))
                .map(Campaign::id);
    }

    private static Optional<Campaign> named(Turn turn, String key) {
        return Optional.ofNullable(turn.persona().outreach().campaigns().get(Pressed.after(PREFIX, key)));
    }

    private static boolean isOn(Turn turn, Campaign campaign) {
        var runs = campaign.plan().runs();
        return runs != null && runs.at(turn.at());
    }

    private static boolean isFor(Turn turn, Campaign campaign) {
        var who = campaign.plan().who();
        return who.isEmpty()
                || Facts.of(turn, PREFIX + campaign.id()).getOrDefault("audience", Set.of()).stream()
                        .anyMatch(who::contains);
    }

    private static void story(Turn turn, Campaign campaign) {
        for (int i = 0; i < campaign.story().size(); i++) {
            boolean marked = i == 0 && campaign.plan().adLabel();
            var words = campaign.story().get(i);
            var source = PREFIX + campaign.id() + ".story[" + i + "]";
            turn.say(Phrasing.say(turn, source, marked ? asAdvertising(words) : words));
        }
        var page = campaign.page();
        if (page != null) {
            var title = page.title().in(turn.locale());
            var card = new Content.Card(title, "", null, new Content.Link(title, "", page.address()));
            turn.say(Phrasing.showing(turn, PREFIX + campaign.id() + ".h5", List.of(card)));
        }
    }

    private static Words asAdvertising(Words words) {
        var marked = new TreeMap<String, String>();
        words.byLocale()
                .forEach((locale, text) -> marked.put(locale, SpokenTime.say(locale, "【廣告】", "【广告】", "Ad: ") + text));
        return new Words(marked);
    }
}
