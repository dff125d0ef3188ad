package io.renhua.server;

import io.renhua.handoff.Tags;
import io.renhua.search.Finder;
import io.renhua.search.Search;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a search can be narrowed down to: what occurs in the conversations, by names that people read. */
@Singleton
final class SearchChoices {
    private static final int TAGS = 100;
    private static final String AGENTS = "select distinct agent from human_stretch order by agent";
    private static final String TOPICS =
            "select distinct topic from human_stretch where topic is not null order by topic";

    private final Store store;
    private final Finder finder;
    private final Tags tags;
    private final DeskNames names;
    private final DeskWords words;

    SearchChoices(Store store, Finder finder, Tags tags, DeskNames names, DeskWords words) {
        this.store = store;
        this.finder = finder;
        this.tags = tags;
        this.names = names;
        this.words = words;
    }

    /** Each filter with what can be chosen in it, by its value; in the order of the page. */
    Map<String, Map<String, String>> in(String language) {
        var said = words.in(language);
        var choices = new LinkedHashMap<String, Map<String, String>>();
        choices.put(Search.PERSONA, names.personas(language));
        choices.put(Search.CHANNEL, plainly(finder.known("channel")));
        choices.put(Search.AGENT, agents());
        choices.put(Search.TAG, plainly(tags.known(TAGS)));
        choices.put(Search.TOPIC, plainly(occurring(TOPICS)));
        choices.put(Search.FEELING, said(List.of("angry", "sad", "happy"), "feeling_", said));
        choices.put(Search.RATING, said(List.of("any", "low", "high"), "search_rating_", said));
        choices.put(Search.REASON, said(finder.known("reason"), "why_", said));
        return choices;
    }

    private Map<String, String> agents() {
        var agents = new LinkedHashMap<String, String>();
        occurring(AGENTS).forEach(login -> agents.put(login, names.staff(login)));
        return agents;
    }

    private List<String> occurring(String question) {
        return store.list(question, row -> row.getString(1));
    }

    private static Map<String, String> plainly(List<String> values) {
        return said(values, "", Map.of());
    }

    private static Map<String, String> said(List<String> values, String prefix, Map<String, String> words) {
        var named = new LinkedHashMap<String, String>();
        values.forEach(value -> named.put(value, words.getOrDefault(prefix + value, value)));
        return named;
    }

    /**
     * Something that narrows a search down, as the page shows it.
     *
     * @param others the same search without it, as an address asks for it
     */
    record Chip(String label, String value, String others) {}

    /** What narrows this search down but for its words. */
    List<Chip> chosen(Search search, Map<String, Map<String, String>> choices, String language) {
        var said = words.in(language);
        return search.chosen().entrySet().stream()
                .filter(each -> !each.getKey().equals(Search.WORDS))
                .map(each -> new Chip(
                        said.getOrDefault("search_" + each.getKey(), each.getKey()),
                        Objects.requireNonNullElse(
                                choices.getOrDefault(each.getKey(), Map.of()).get(each.getValue()), each.getValue()),
                        search.without(each.getKey()).asQuery()))
                .toList();
    }
}
