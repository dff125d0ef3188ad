package io.renhua.learning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that mean about the same, and what became of those who said them: what a page shows.
 *
 * @param name its most central sentence
 * @param people how many said it
 * @param times how often it was said
 * @param sentences the most central first, then those that most people said
 * @param next what they did then, what most did first
 * @param wrong what was answered that people at the desk call wrong
 * @param suggestions the lines it may belong to, the likeliest first
 */
public record Cluster(
        String name,
        int people,
        int times,
        Instant first,
        Instant last,
        List<Sentence> sentences,
        List<Next> next,
        List<Wrong> wrong,
        List<Suggestion> suggestions) {
    public Cluster {
        sentences = List.copyOf(sentences);
        next = List.copyOf(next);
        wrong = List.copyOf(wrong);
        suggestions = List.copyOf(suggestions);
    }

    /** @param words masked, as most people wrote them */
    public record Sentence(String words, String locale, int people, int times) {}

    /** @param line where they came to; null where they came to none */
    public record Next(Aftermath after, @Nullable String line, int people) {}

    /**
     * @param line that answered
     * @param instead that would have been right; null where nobody says
     * @param by the logins of those who said so
     */
    public record Wrong(String line, @Nullable String instead, List<String> by) {
        public Wrong {
            by = List.copyOf(by);
        }
    }

    /**
     * @param confidence the persona's own, over all sentences
     * @param people who went there by themselves afterwards, or should have been answered by it
     */
    public record Suggestion(String line, double confidence, int people) {}
}
