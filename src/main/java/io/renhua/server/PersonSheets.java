package io.renhua.server;

import io.renhua.conversation.Likenesses;
import io.renhua.conversation.Likenesses.Agreed;
import io.renhua.conversation.Likenesses.Likeness;
import io.renhua.message.ConversationId;
import io.renhua.people.Pair;
import io.renhua.people.Statement;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import io.renhua.server.DeskFaces.Who;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of somebody where else they talk with us, who may be the same, and what is known of them there. */
@Singleton
final class PersonSheets {
    private final Likenesses likenesses;
    private final Unions unions;
    private final Elsewhere elsewhere;
    private final Discretion discretion;
    private final DeskFaces faces;
    private final DeskMerging merging;

    PersonSheets(
            Likenesses likenesses,
            Unions unions,
            Elsewhere elsewhere,
            Discretion discretion,
            DeskFaces faces,
            DeskMerging merging) {
        this.likenesses = likenesses;
        this.unions = unions;
        this.elsewhere = elsewhere;
        this.discretion = discretion;
        this.faces = faces;
        this.merging = merging;
    }

    /**
     * @param decides whether the reader may make them one; else they ask for it
     * @param same who is the same person
     * @param alike who may be
     * @param earlier what was resolved with them elsewhere, the latest first
     */
    record Sheet(
            boolean decides,
            List<Same> same,
            List<Alike> alike,
            List<Elsewhere.Fact> facts,
            List<Elsewhere.Called> tags,
            List<Elsewhere.Earlier> earlier) {}

    /** @param by the name of whoever said so */
    record Same(Who who, String by, Instant at, String why) {}

    /** @param asked who asks to make them one; null where nobody does */
    record Alike(Who who, List<Mark> marks, @Nullable Asked asked) {}

    /** What is the same; its value as the reader may see it. */
    record Mark(String name, @Nullable String value, boolean told) {}

    /** @param mine whether it is the reader who asks */
    record Asked(String by, boolean mine, String why) {}

    Sheet of(StaffMember me, ConversationId conversation, String language) {
        var links = unions.contactIn(conversation)
                .map(unions::around)
                .map(Union::links)
                .orElse(List.of());
        var sight = discretion.of(me, conversation);
        var alike = likenesses.of(conversation);
        var others = links.isEmpty() ? List.<ConversationId>of() : unions.elsewhere(conversation);
        var known = faces.of(
                Stream.concat(
                                links.stream().map(link -> link.end().conversation()),
                                alike.stream().map(Likeness::conversation))
                        .distinct()
                        .toList(),
                language);
        return new Sheet(
                merging.lets(me),
                links.stream()
                        .map(link -> same(
                                sight,
                                Objects.requireNonNull(known.get(link.end().conversation())),
                                link.by().said()))
                        .toList(),
                alike.stream()
                        .map(each -> new Alike(
                                Objects.requireNonNull(known.get(each.conversation())),
                                marks(sight, each.agreed()),
                                asked(me, sight, each.asked())))
                        .toList(),
                elsewhere.facts(me, conversation, others),
                elsewhere.tags(others),
                elsewhere.earlier(me, others));
    }

    private Same same(Sight sight, Who who, Statement said) {
        return new Same(who, faces.staff(said.agent()), said.at(), sight.over(said.why()));
    }

    private static List<Mark> marks(Sight sight, List<Agreed> agreed) {
        return agreed.stream()
                .map(each -> {
                    var value = each.value();
                    return new Mark(each.name(), value == null ? null : sight.over(each.name(), value), each.told());
                })
                .toList();
    }

    private @Nullable Asked asked(StaffMember me, Sight sight, @Nullable Pair pair) {
        if (pair == null) {
            return null;
        }
        var said = pair.said();
        return new Asked(faces.staff(said.agent()), said.agent().equals(me.login()), sight.over(said.why()));
    }
}
