package io.renhua.persona;

import io.renhua.persona.Campaign.Consent;
import io.renhua.persona.Campaign.Coupon;
import io.renhua.persona.Campaign.Gift;
import io.renhua.persona.Campaign.Invitation;
import io.renhua.persona.Campaign.Page;
import io.renhua.persona.Campaign.Share;
import io.renhua.persona.Campaign.Testimony;
import io.renhua.text.Wording;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one campaign. What no law allows is read like everything else: the lint has words for it. */
final class CampaignReader {
    private static final int MANY = 100_000;

    private final Names names;
    private final VariantReader files;
    private final PlanReader plans;

    CampaignReader(Names names, VariantReader files, @Nullable Positioning positioning) {
        this.names = names;
        this.files = files;
        this.plans = new PlanReader(names, positioning);
    }

    Campaign read(String id, ScriptNode node) {
        var map = node.as(Vocabulary.CAMPAIGN);
        var story = story(map.key("story"));
        if (map.key("coupon").present() && map.key("invitation").present()) {
            map.error("S1", "a campaign gives one thing, here are a coupon and an invitation", "two campaigns");
        }
        return new Campaign(
                id,
                plans.plan(id, map.key("plan").as(Vocabulary.PLAN)),
                story,
                gift(map),
                page(map.key("h5")),
                share(map.key("share")),
                testimony(map.key("testimony")));
    }

    /** A list of bubbles, or a map with such a list for each language. */
    private static List<Words> story(ScriptNode node) {
        return node.isMap()
                ? told(node, node.wordLists())
                : node.each().stream()
                        .map(bubble -> bubble.words("a bubble of the story is empty"))
                        .toList();
    }

    private static List<Words> told(ScriptNode node, Map<String, List<String>> byLocale) {
        var locales = node.script().translations().locales();
        int bubbles = byLocale.getOrDefault(locales.standard(), List.of()).size();
        var story = new ArrayList<Words>();
        for (int i = 0; i < bubbles; i++) {
            var words = new LinkedHashMap<String, String>();
            for (var locale : locales.offered()) {
                var there = byLocale.getOrDefault(locale, List.of());
                words.put(locale, i < there.size() ? there.get(i) : "…");
            }
            story.add(new Words(words));
        }
        byLocale.forEach((locale, there) -> {
            if (there.size() != bubbles) {
                var why = Wording.of(
                        "the story has %s bubbles in %s and %s in %s",
                        bubbles, locales.standard(), there.size(), locale);
                node.missing("S1", why, "as many in each language");
            }
        });
        return story;
    }

    private @Nullable Gift gift(ScriptNode campaign) {
        if (isThere(campaign.key("coupon"))) {
            return coupon(campaign.key("coupon").as(Vocabulary.COUPON));
        }
        return isThere(campaign.key("invitation"))
                ? invitation(campaign.key("invitation").as(Vocabulary.INVITATION))
                : null;
    }

    private Coupon coupon(ScriptNode map) {
        var pool = map.key("pool").required("a coupon needs the pool of its codes", "pool: AUT26");
        if (!pool.matches("[A-Za-z0-9_-]*")) {
            map.key("pool")
                    .error(
                            "S1",
                            Wording.of("%s is no name of a pool", pool),
                            "letters, digits, - and _, such as AUT26");
        }
        var expires = map.key("expires");
        return new Coupon(
                pool,
                Values.number(map.key("each"), 1, 1, MANY),
                needs(map),
                expires.present() ? Values.days(expires, Period.ZERO) : null,
                terms(map.key("terms")),
                map.key("say").words("a coupon is given in silence"),
                map.key("gone").wordsOrNull());
    }

    private Invitation invitation(ScriptNode map) {
        return new Invitation(
                Values.number(map.key("seats"), 1, 1, MANY),
                Values.number(map.key("each"), 1, 1, MANY),
                needs(map),
                terms(map.key("terms")),
                map.key("say").words("an invitation is given in silence"),
                map.key("gone").wordsOrNull());
    }

    private static String needs(ScriptNode gift) {
        return Values.choice(gift.key("needs"), "none", Gift.NEEDS);
    }

    private @Nullable String terms(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var address = Values.address(node);
        Placeholder.in(address).stream()
                .map(link -> link.name().replaceFirst("^link\\.", ""))
                .filter(link -> !names.links().contains(link))
                .forEach(link -> node.dangling("link", link, names.links()));
        return address;
    }

    private static @Nullable Page page(ScriptNode node) {
        if (!isThere(node)) {
            return null;
        }
        var map = node.as(Vocabulary.H5);
        map.key("url").required("a page needs its address", "url: https://…");
        return new Page(
                map.key("url").present() ? Values.address(map.key("url")) : "",
                Values.flag(map.key("ar")),
                Values.flag(map.key("qr")),
                map.key("title").words("a page needs a title"));
    }

    private @Nullable Share share(ScriptNode node) {
        if (!isThere(node)) {
            return null;
        }
        var map = node.as(Vocabulary.SHARE);
        return new Share(
                reward(map),
                files.file(map.key("poster")),
                Values.number(map.key("max_asks"), 1, 1, 10),
                map.key("say").words("nobody is asked to pass it on: say is missing"));
    }

    private static @Nullable Testimony testimony(ScriptNode node) {
        if (!isThere(node)) {
            return null;
        }
        var map = node.as(Vocabulary.TESTIMONY);
        return new Testimony(
                TriggerReader.read(map.key("after")),
                reward(map),
                map.key("ask").words("nobody is asked how it was: ask is missing"),
                consent(map.key("consent")),
                Values.choice(map.key("staff"), "", List.of("must-disclose")).equals("must-disclose"));
    }

    private static @Nullable Consent consent(ScriptNode node) {
        if (!isThere(node)) {
            return null;
        }
        var map = node.as(Vocabulary.CONSENT);
        var chosen = PositioningReader.choices(map.key("name"), Consent.NAMES);
        return new Consent(
                map.key("uses").strings(),
                chosen.isEmpty() ? Set.of("none") : chosen,
                Values.choice(map.key("revoke"), "", List.of("any-time")).equals("any-time"));
    }

    private static @Nullable String reward(ScriptNode map) {
        return isThere(map.key("reward")) ? map.key("reward").text("") : null;
    }

    private static boolean isThere(ScriptNode node) {
        return node.present() && !node.isNone();
    }
}
