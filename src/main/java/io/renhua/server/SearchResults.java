package io.renhua.server;

import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.search.Finder;
import io.renhua.search.Finder.Hit;
import io.renhua.search.Search;
import io.renhua.server.HelpGiven.Help;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conversations that somebody's search found, a page at a time, and as many questions for any number of them. */
@Singleton
final class SearchResults {
    static final int PER_PAGE = 30;

    private final Finder finder;
    private final SearchSight sight;
    private final Discretion discretion;
    private final Transcripts transcripts;
    private final HelpGiven help;
    private final DeskNames names;

    SearchResults(
            Finder finder,
            SearchSight sight,
            Discretion discretion,
            Transcripts transcripts,
            HelpGiven help,
            DeskNames names) {
        this.finder = finder;
        this.sight = sight;
        this.discretion = discretion;
        this.transcripts = transcripts;
        this.help = help;
        this.names = names;
    }

    /** @param more whether there is a further page */
    record Page(List<Row> rows, boolean more) {}

    /**
     * One conversation.
     *
     * @param person what they are called
     * @param persona the nickname of whoever spoke
     * @param line that fits
     * @param parts of what it says
     * @param hits how many bubbles fit; 0 where no words were looked for
     * @param agents who helped, by name
     */
    record Row(
            String id,
            String channel,
            String person,
            @Nullable String persona,
            TranscriptLine line,
            List<Snippet.Part> parts,
            long hits,
            String agents,
            Help help) {}

    Page page(StaffMember me, Search search, int page, String language, String visitor) {
        var mayBeFound = sight.of(me, search);
        var found = finder.find(search, mayBeFound, page * PER_PAGE, PER_PAGE + 1);
        var hits = found.subList(0, Math.min(found.size(), PER_PAGE));
        var ids = hits.stream().map(Hit::conversation).toList();
        var given = help.in(ids);
        var known = new Known(
                transcripts.at(hits.stream().map(Hit::seq).toList()),
                discretion.of(me, ids),
                transcripts.people(ids),
                finder.personas(ids),
                finder.hits(search, mayBeFound, ids),
                given,
                called(given.values()));
        var rows = hits.stream()
                .filter(hit -> known.lines.containsKey(hit.seq())) // or it was erased meanwhile
                .map(hit -> row(hit, known, marked(search), language, visitor))
                .toList();
        return new Page(rows, found.size() > PER_PAGE);
    }

    /** What is shown of all conversations of a page. */
    private record Known(
            Map<Long, TranscriptLine> lines,
            Map<ConversationId, Sight> sights,
            Map<ConversationId, Person> people,
            Map<ConversationId, String> personas,
            Map<ConversationId, Long> hits,
            Map<ConversationId, Help> help,
            Map<String, String> agents) {}

    private Row row(Hit hit, Known known, List<String> marked, String language, String visitor) {
        var id = hit.conversation();
        var line = Objects.requireNonNull(known.lines.get(hit.seq()));
        var shown = Objects.requireNonNull(known.sights.get(id)).over(line.text());
        var help = known.help.getOrDefault(id, Help.NONE);
        var persona = names.persona(known.personas.get(id), language);
        return new Row(
                id.toString(),
                id.channel(),
                DeskNames.person(known.people.get(id), visitor),
                persona == null ? null : persona.nickname(),
                line,
                Snippet.of(shown, marked),
                known.hits.getOrDefault(id, 0L),
                help.agents().stream()
                        .map(login -> known.agents.getOrDefault(login, login))
                        .collect(Collectors.joining(", ")),
                help);
    }

    private Map<String, String> called(Iterable<Help> given) {
        var logins = new ArrayList<String>();
        given.forEach(each -> logins.addAll(each.agents()));
        return logins.stream().distinct().collect(Collectors.toMap(Function.identity(), names::staff));
    }

    private static List<String> marked(Search search) {
        var marked = new ArrayList<>(search.words());
        marked.add(search.number());
        return marked;
    }
}
