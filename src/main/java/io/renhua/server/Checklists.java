package io.renhua.server;

import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ticks;
import io.renhua.handoff.Ticks.Tick;
import io.renhua.message.ConversationId;
import io.renhua.persona.Handoff;
import io.renhua.persona.Persona;
import io.renhua.persona.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script wants asked or done before something is resolved, and what of it is done in a conversation. */
@Singleton
final class Checklists {
    private final ReplyRules rules;
    private final Ticks ticks;
    private final Desk desk;
    private final DeskNames names;

    Checklists(ReplyRules rules, Ticks ticks, Desk desk, DeskNames names) {
        this.rules = rules;
        this.ticks = ticks;
        this.desk = desk;
        this.names = names;
    }

    /**
     * One thing to ask or do.
     *
     * @param id the topic's name and its own
     * @param by whoever did it; null where it is open
     */
    record Point(
            String id,
            String topic,
            String words,
            @Nullable String by,
            @Nullable Instant at) {}

    /** Of every topic, in the script's order. */
    List<Point> of(ConversationId conversation, String language) {
        var persona = persona(conversation);
        var locale = persona.locales().pick(language);
        var done = ticks.of(conversation);
        return persona.handoff().checklist().entrySet().stream()
                .flatMap(topic ->
                        topic.getValue().entrySet().stream().map(point -> point(topic.getKey(), point, locale, done)))
                .toList();
    }

    private Point point(String topic, Map.Entry<String, Words> point, String locale, Map<String, Tick> done) {
        var id = topic + "/" + point.getKey();
        var tick = done.get(id);
        return new Point(
                id,
                topic,
                point.getValue().in(locale),
                tick == null ? null : names.staff(tick.by()),
                tick == null ? null : tick.at());
    }

    /**
     * The ids of what is still open where somebody would resolve their conversation.
     *
     * @param topic as they say what it was about
     */
    List<String> open(StaffMember me, ConversationId conversation, String topic) {
        boolean theirs = desk.ownerOf(conversation) instanceof Human human
                && human.agent().equals(me.login());
        return theirs
                ? of(conversation, "").stream()
                        .filter(point -> point.by() == null && isFor(point.topic(), topic))
                        .map(Point::id)
                        .toList()
                : List.of();
    }

    private static boolean isFor(String listed, String topic) {
        return listed.equals(Handoff.ANY_TOPIC) || plain(listed).equals(plain(topic));
    }

    private static String plain(String topic) {
        return topic.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @throws IllegalArgumentException when the script has no such point */
    void tick(StaffMember me, ConversationId conversation, String id, boolean done) {
        var point = of(conversation, "").stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no checklist has " + id));
        ticks.set(conversation, id, point.words(), done, me.login());
    }

    private Persona persona(ConversationId conversation) {
        return rules.in(conversation).live().persona();
    }
}
