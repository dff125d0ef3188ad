package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.exchange.Questions.Group;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same questions and answers in several languages, brought together: by what the table calls them, or in order. */
final class Counterparts {
    private final Map<String, Questions> byLocale;
    private final String standard;
    private final Set<Wording> remarks = new LinkedHashSet<>();
    private final List<Topic> topics = new ArrayList<>();

    Counterparts(Map<String, Questions> byLocale, String standard) {
        this.byLocale = byLocale;
        this.standard = standard;
        var own = byLocale.get(standard);
        if (own == null) {
            throw new CannotTravel(Wording.of(
                    "It is refused: it has no answers in %s, which the others translate. Write instead: rows"
                            + " in %s",
                    standard, standard));
        }
        byLocale.forEach((locale, questions) -> compare(locale, own.groups(), questions.groups()));
        var groups = own.groups();
        for (int i = 0; i < groups.size(); i++) {
            topics.add(topic(groups.get(i), i));
        }
    }

    List<Topic> topics() {
        return topics;
    }

    Set<Wording> remarks() {
        return remarks;
    }

    private void compare(String locale, List<Group> own, List<Group> others) {
        if (own.size() != others.size()) {
            throw new CannotTravel(Wording.of(
                    "It is refused: there are %s answers in %s and %s in %s. Write instead: each in both,"
                            + " and a column line that calls both the same.",
                    own.size(), standard, others.size(), locale));
        }
        if (!locale.equals(standard)
                && others.stream().anyMatch(group -> group.line().isEmpty())) {
            remarks.add(Wording.of("Look over: which %s answer belongs to which was told by their order.", locale));
        }
    }

    private Topic topic(Group group, int index) {
        var all = new LinkedHashMap<String, Group>();
        byLocale.forEach((locale, questions) -> all.put(locale, counterpart(group, index, locale, questions.groups())));
        int most =
                all.values().stream().mapToInt(each -> each.says().size()).max().orElse(0);
        var asks = new LinkedHashMap<String, List<String>>();
        all.forEach((locale, each) -> asks.put(locale, List.copyOf(each.asks())));
        List<Said> says = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            says.add(said(all, i));
        }
        var name = group.line().isEmpty() ? group.asks().getFirst() : group.line();
        return new Topic(name, asks, says, Map.of());
    }

    private Group counterpart(Group group, int index, String locale, List<Group> others) {
        if (group.line().isEmpty()) {
            return others.get(index);
        }
        Optional<Group> same = others.stream()
                .filter(other -> other.line().equals(group.line()))
                .findFirst();
        return same.orElseThrow(() -> new CannotTravel(Wording.of(
                "It is refused: %s has no answer in %s. Write instead: a row for it.",
                ForeignText.sentence(group.line()), locale)));
    }

    /** Who has fewer ways of saying it says the last once more: a script's languages answer to each other by position. */
    private Said said(Map<String, Group> all, int i) {
        var text = new LinkedHashMap<String, String>();
        all.forEach((locale, group) -> {
            var says = List.copyOf(group.says());
            if (i >= says.size()) {
                remarks.add(Wording.of(
                        "Look over: in %s, '%s' stands twice, for there are fewer answers than in another"
                                + " language.",
                        locale, says.getLast()));
            }
            text.put(locale, says.get(Math.min(i, says.size() - 1)));
        });
        return new Said(text, Map.of());
    }
}
