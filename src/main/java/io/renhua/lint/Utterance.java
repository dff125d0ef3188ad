package io.renhua.lint;

import io.renhua.persona.Action;
import io.renhua.persona.Campaign;
import io.renhua.persona.Claim;
import io.renhua.persona.Form;
import io.renhua.persona.Handoff;
import io.renhua.persona.Handoff.Rating;
import io.renhua.persona.Line;
import io.renhua.persona.Outreach;
import io.renhua.persona.Persona;
import io.renhua.persona.Places;
import io.renhua.persona.Variant;
import io.renhua.persona.Variant.CardWords;
import io.renhua.persona.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the persona says, in one locale.
 *
 * @param path where it stands, as in {@link Places}
 * @param topic what it belongs to, such as {@code lines}, {@code handoff} or {@code disclosure}
 * @param hasShorter whether something else is said where the text is too long
 * @param claim what makes its strong words lawful
 */
public record Utterance(
        String path,
        String topic,
        String locale,
        String text,
        boolean hasShorter,
        @Nullable Claim claim) {
    private static final String CAMPAIGNS = "campaigns";
    private static final String LABELS = "labels";

    String language() {
        return locale.replaceAll("-.*", "");
    }

    boolean isChinese() {
        return language().equals("zh");
    }

    List<String> bubbles() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    Utterance(String path, String topic, String locale, String text) {
        this(path, topic, locale, text, false, null);
    }

    /** The same words with nothing that makes them lawful. */
    Utterance unclaimed() {
        return new Utterance(path, topic, locale, text, hasShorter, null);
    }

    /** Whether it stands in a script, where more can be written beside it; the draft of a sentence stands nowhere. */
    boolean isInScript() {
        return !path.isEmpty();
    }

    /** Whether it is said; labels are pressed, and what a picture shows is read beside it. */
    boolean isSaid() {
        return !topic.equals(LABELS) && !path.matches(".*\\.(label|alt)");
    }

    /** Whether it is what a line says, whole or shorter, and not what stands with it. */
    boolean isWordOf(Line line) {
        return path.startsWith(path(line) + ".says") && path.matches(".*\\.(text|short)");
    }

    /** Every text of the persona's own: what it says, what is pressed under it, and what its pictures are said to show. */
    public static List<Utterance> of(Persona persona) {
        var found = new Collector(persona);
        Placed.atTheDoor(persona.welcome()).forEach(each -> found.variant(each.path(), "say", "entry", each.variant()));
        persona.lines().values().forEach(found::line);
        persona.forms().values().forEach(found::form);
        for (int i = 0; i < persona.unknown().size(); i++) {
            var tier = persona.unknown().get(i);
            found.variant("small_talk.unknown.tiers[" + i + "]", "text", "unknown", tier.says());
        }
        persona.actions().values().forEach(found::action);
        found.handoff(persona.handoff());
        persona.feelings()
                .forEach((id, does) -> found.words("feelings." + id + ".once", "feelings." + id, does.once()));
        found.words("disclosure.first", "disclosure", persona.disclosure().first());
        found.outreach(persona.outreach());
        persona.labels().forEach((target, label) -> found.words(LABELS + "." + target, LABELS, label));
        persona.shelf().forEach((id, picture) -> found.words("shelf." + id + ".alt", "shelf", picture.alt()));
        return List.copyOf(found.utterances);
    }

    /** How a line's path starts: small talk, sensitive topics and what is said when an action fails have it in their ids. */
    public static String path(Line line) {
        boolean isWhole = line.topic() != Line.Topic.LINE || line.id().startsWith("actions.");
        return isWhole ? line.id() : "lines." + line.id();
    }

    /** How the path of what a campaign gives starts. */
    static String gift(Campaign campaign) {
        return "campaigns." + campaign.id()
                + (campaign.gift() instanceof Campaign.Invitation ? ".invitation" : ".coupon");
    }

    /** Walks a persona and keeps its words, locale by locale. */
    private static final class Collector {
        private final List<String> locales;
        private final List<Utterance> utterances = new ArrayList<>();

        Collector(Persona persona) {
            this.locales = persona.locales().offered();
        }

        void line(Line line) {
            var topic = Map.of(
                            Line.Topic.LINE, "lines",
                            Line.Topic.SMALL_TALK, "small_talk",
                            Line.Topic.SENSITIVE, "sensitive")
                    .getOrDefault(line.topic(), "lines");
            Placed.of(line).forEach(each -> variant(each.path(), "text", topic, each.variant()));
        }

        void form(Form form) {
            var path = "forms." + form.id();
            for (int i = 0; i < form.slots().size(); i++) {
                var slot = form.slots().get(i);
                var below = path + ".slots[" + i + "].";
                words(below + "ask", "forms", slot.ask());
                words(below + "retry", "forms", slot.retry());
                words(below + "why", "forms", slot.why());
            }
            words(path + ".cancelled", "forms", form.cancelled());
            words(path + ".confirm", "forms", form.confirm());
        }

        void action(Action action) {
            var path = "actions." + action.name();
            words(path + ".meanwhile", "forms", action.meanwhile());
            for (int i = 0; i < action.failed().says().size(); i++) {
                variant(
                        path + ".failed.says[" + i + "]",
                        "text",
                        "forms",
                        action.failed().says().get(i));
            }
        }

        void handoff(Handoff handoff) {
            var says = handoff.says();
            words("handoff.say.queued", "handoff", says.queued());
            words("handoff.say.joined", "handoff", says.joined());
            words("handoff.say.closed", "handoff", says.closed());
            words("handoff.say.back", "handoff", says.back());
            words("handoff.say.moving", "handoff", says.moving());
            words("handoff.say.still_here", "handoff", says.stillHere());
            if (handoff.rating() instanceof Rating(var ask, var thanks, var why, var noted)) {
                words("handoff.rating.ask", "handoff", ask);
                words("handoff.rating.thanks", "handoff", thanks);
                words("handoff.rating.why", "handoff", why);
                words("handoff.rating.noted", "handoff", noted);
            }
        }

        void outreach(Outreach outreach) {
            outreach.campaigns().values().forEach(this::campaign);
            outreach.followUps().forEach((id, later) -> words("followups." + id + ".say", "followups", later.say()));
            if (outreach.group() != null) {
                words("community.group.invite", "community", outreach.group().invite());
            }
        }

        private void campaign(Campaign campaign) {
            var path = "campaigns." + campaign.id();
            for (int i = 0; i < campaign.story().size(); i++) {
                words(path + ".story[" + i + "]", CAMPAIGNS, campaign.story().get(i));
            }
            if (campaign.gift() != null) {
                words(gift(campaign) + ".say", CAMPAIGNS, campaign.gift().say());
                words(gift(campaign) + ".gone", CAMPAIGNS, campaign.gift().gone());
            }
            if (campaign.page() != null) {
                words(path + ".h5.title", CAMPAIGNS, campaign.page().title());
            }
            if (campaign.share() != null) {
                words(path + ".share.say", CAMPAIGNS, campaign.share().say());
            }
            if (campaign.testimony() != null) {
                words(path + ".testimony.ask", CAMPAIGNS, campaign.testimony().ask());
            }
        }

        void variant(String path, String key, String topic, @Nullable Variant variant) {
            if (variant == null) {
                return;
            }
            boolean hasShorter = variant.shorter() != null;
            for (var locale : locales) {
                var text = variant.text().in(locale);
                utterances.add(new Utterance(path + "." + key, topic, locale, text, hasShorter, variant.claim()));
            }
            var shorter = variant.shorter();
            if (shorter != null) {
                locales.forEach(locale -> utterances.add(
                        new Utterance(path + ".short", topic, locale, shorter.in(locale), false, variant.claim())));
            }
            if (variant.media() != null) {
                words(path + ".media.alt", topic, variant.media().alt());
            }
            if (variant.card() instanceof CardWords(var title, var _, var button)) {
                words(path + ".card.title", topic, title);
                words(path + ".card.button.label", topic, button == null ? null : button.label());
            }
        }

        void words(String path, String topic, @Nullable Words words) {
            if (words != null) {
                locales.forEach(locale -> utterances.add(new Utterance(path, topic, locale, words.in(locale))));
            }
        }
    }
}
