package io.renhua.server;

import io.renhua.conversation.Likenesses;
import io.renhua.message.ConversationId;
import io.renhua.people.Contact;
import io.renhua.people.Unions;
import io.renhua.search.Finder;
import io.renhua.search.Search;
import io.renhua.text.WrittenNumbers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds who may be the same person, for whoever knows it themselves: by a name, an id, or a number that was said. */
@Singleton
final class PersonFinder {
    private static final int LOOKED_AT = 40;
    private static final int SHOWN = 8;

    private final Finder finder;
    private final SearchSight sight;
    private final Likenesses likenesses;
    private final Unions unions;
    private final Clock clock;

    PersonFinder(Finder finder, SearchSight sight, Likenesses likenesses, Unions unions, Clock clock) {
        this.finder = finder;
        this.sight = sight;
        this.likenesses = likenesses;
        this.unions = unions;
        this.clock = clock;
    }

    /** One conversation of each who fits, the latest first; nobody who is known to be the same already. */
    List<ConversationId> find(StaffMember me, ConversationId conversation, String words) {
        var known = new HashSet<Contact>();
        unions.contactIn(conversation).map(unions::around).ifPresent(union -> {
            known.add(union.from());
            union.links().forEach(link -> known.add(link.end().contact()));
        });
        return Stream.concat(by(me, Search.PERSON, words), byNumber(me, words))
                .distinct()
                .filter(other -> likenesses.canBe(conversation, other))
                .filter(other -> isNew(known, other))
                .limit(SHOWN)
                .toList();
    }

    private boolean isNew(Set<Contact> known, ConversationId other) {
        return unions.contactIn(other).filter(known::add).isPresent();
    }

    private Stream<ConversationId> byNumber(StaffMember me, String words) {
        return WrittenNumbers.asked(words).isEmpty() ? Stream.empty() : by(me, Search.NUMBER, words);
    }

    private Stream<ConversationId> by(StaffMember me, String what, String words) {
        if (words.isBlank()) {
            return Stream.empty();
        }
        var search = new Search(Map.of(what, words), clock.getZone());
        return finder.find(search, sight.of(me, search), 0, LOOKED_AT).stream().map(Finder.Hit::conversation);
    }
}
