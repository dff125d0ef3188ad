package io.renhua.persona;

import io.renhua.text.Wording;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the persona promises everybody: that it says it is a machine, and how long words are kept. */
final class PromiseReader {
    private static final Period CHAT = Period.ofDays(180);
    private static final Period MEDIA = Period.ofDays(30);

    /** What may be masked without being an entity of the script. */
    private static final List<String> ALWAYS_MASKED = List.of("phone", "email", "id_card", "bank_card");

    private PromiseReader() {}

    static Disclosure disclosure(ScriptNode node) {
        var map = node.as(Vocabulary.DISCLOSURE);
        var badge = map.key("badge").as(Vocabulary.BADGE);
        var again = map.key("again").as(Vocabulary.AGAIN);
        return new Disclosure(
                map.key("first").words("the persona never says that it is a machine: disclosure.first is missing"),
                badge.key("bot").words("the badge of the persona's bubbles is missing: disclosure.badge.bot"),
                badge.key("human").words("the badge of people's bubbles is missing: disclosure.badge.human"),
                Values.number(again.key("turns"), 20, 1, 1000),
                Duration.ofHours(Values.number(again.key("hours"), 24, 1, 8760)));
    }

    /**
     * @param personal the entities whose values are personal
     * @param masks how much of its values each entity shows, where it says
     */
    static Privacy privacy(ScriptNode node, Names names, Set<String> personal, Map<String, String> masks) {
        var map = node.as(Vocabulary.PRIVACY);
        var retain = map.key("retain").as(Vocabulary.RETAIN);
        var mask = map.key("mask");
        var known = new LinkedHashSet<>(names.entities());
        known.addAll(ALWAYS_MASKED);
        known.addAll(names.profile());
        known.addAll(names.spoken());
        for (var entity : mask.strings()) {
            if (!known.contains(entity)) {
                mask.dangling("entity", entity, known);
            } else if ("none".equals(masks.get(entity))) {
                mask.error("S1", Wording.of("%s is masked here, and says itself mask: none", entity), "one of the two");
            }
        }
        var learns = Values.choice(map.key("learn_from_chats"), "never", List.of("never", "masked-and-approved"));
        return new Privacy(
                Values.days(retain.key("chat"), CHAT),
                Values.days(retain.key("media"), MEDIA),
                masked(mask, masks),
                Set.copyOf(masked(mask, masks).stream()
                        .filter(entity -> "all".equals(masks.get(entity)))
                        .toList()),
                learns.equals("masked-and-approved"),
                personal,
                Values.number(map.key("minors_under"), 0, 0, 21),
                retain.key("chat").present());
    }

    /** An entity that shows all of itself is not masked, which the list must not say. */
    private static List<String> masked(ScriptNode list, Map<String, String> masks) {
        return list.strings().stream()
                .filter(entity -> !"none".equals(masks.get(entity)))
                .toList();
    }
}
