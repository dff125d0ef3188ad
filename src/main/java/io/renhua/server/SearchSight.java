package io.renhua.server;

import io.renhua.search.Candidate;
import io.renhua.search.Search;
import io.renhua.text.Fold;
import io.renhua.text.WrittenNumbers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody may find: what they may read; and what is masked by its whole number or address, for whoever may look at it
 * anyway. By a part of it nobody finds it, or it could be guessed bit by bit.
 */
@Singleton
final class SearchSight {
    private final Discretion discretion;

    SearchSight(Discretion discretion) {
        this.discretion = discretion;
    }

    Predicate<Candidate> of(StaffMember me, Search search) {
        if (!search.goesByWords()) {
            return candidate -> true;
        }
        var sights = discretion.ofAny(me);
        var words = search.words();
        var number = search.number();
        return candidate -> finds(sights.apply(candidate.conversation()), candidate.body(), words, number);
    }

    private static boolean finds(Sight sight, String body, List<String> words, String number) {
        if (!sight.masks(body)) {
            return true;
        }
        var shown = sight.over(body);
        var plain = Fold.plain(shown);
        var numbers = WrittenNumbers.in(sight.reveals() ? body : shown);
        return words.stream().allMatch(word -> plain.contains(word) || isIn(numbers, word))
                && (number.isEmpty() || numbers.contains(number));
    }

    private static boolean isIn(Set<String> numbers, String word) {
        return numbers.contains(WrittenNumbers.asked(word));
    }
}
