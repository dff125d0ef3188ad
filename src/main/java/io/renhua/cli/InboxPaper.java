package io.renhua.cli;

import io.renhua.learning.Aftermath;
import io.renhua.learning.Cluster;
import io.renhua.learning.Draft;
import io.renhua.learning.Proposal;
import io.renhua.persona.Persona;
import io.renhua.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what was not understood, and what would change, in words for whoever writes the script. */
final class InboxPaper {
    private static final int SHOWN = 3;

    private final Paper paper;

    InboxPaper(Paper paper) {
        this.paper = paper;
    }

    void line(String words) {
        paper.plain(words);
    }

    void json(Object value) {
        paper.plain(Json.write(value));
    }

    void list(Persona persona, List<Cluster> clusters) {
        var id = persona.id();
        if (!persona.privacy().learns()) {
            line(id + " does not learn from chats: its script says privacy: learn_from_chats: never.");
        } else if (clusters.isEmpty()) {
            line(id + ": everything that people said is understood by now.");
        } else {
            paper.line("@|bold " + id + "|@: " + count(clusters.size(), "group")
                    + " of sentences not understood or answered wrongly, most people first.");
            for (int i = 0; i < clusters.size(); i++) {
                entry(i + 1, clusters.get(i));
            }
            line("");
            line("One of them whole, and what adding it would change: renhua inbox " + id + " 1");
        }
    }

    private void entry(int number, Cluster cluster) {
        line("");
        line(number + ". " + cluster.name() + "  (" + crowd(cluster.people(), cluster.times()) + ")");
        var others = cluster.sentences().stream()
                .skip(1)
                .limit(SHOWN)
                .map(Cluster.Sentence::words)
                .collect(Collectors.joining(" / "));
        if (!others.isEmpty()) {
            line("   also: " + others + (cluster.sentences().size() > SHOWN + 1 ? " …" : ""));
        }
        after("   ", cluster);
        line("   may belong to: " + suggested(cluster));
    }

    private void after(String margin, Cluster cluster) {
        if (!cluster.next().isEmpty()) {
            line(margin + "then: " + next(cluster));
        }
        cluster.wrong()
                .forEach(wrong -> line(margin + "wrong: answered with " + wrong.line()
                        + (wrong.instead() == null ? "" : ", should have been " + wrong.instead())
                        + ", says " + String.join(", ", wrong.by())));
    }

    void whole(Cluster cluster) {
        line(cluster.name() + "  (" + crowd(cluster.people(), cluster.times()) + ", from "
                + cluster.first().toString().substring(0, 10) + " to "
                + cluster.last().toString().substring(0, 10) + ")");
        for (int i = 0; i < cluster.sentences().size(); i++) {
            var sentence = cluster.sentences().get(i);
            line("  " + (i + 1) + ") " + sentence.words() + "  [" + sentence.locale() + ", "
                    + crowd(sentence.people(), sentence.times()) + "]");
        }
        after("  ", cluster);
        line("  may belong to: " + suggested(cluster));
    }

    void proposal(Proposal proposal) {
        line("");
        paper.line("Added to @|bold " + proposal.line() + "|@:");
        proposal.added().forEach(sentence -> line("  + " + sentence.words() + "  [" + sentence.locale() + "]"));
        proposal.left().forEach(left -> line("  not added: " + left));
        proposal.warnings().forEach(warning -> line("  to think about: " + warning));
        line("What would change:");
        stolen(proposal);
        tests(proposal);
        line("  of " + proposal.examples() + " examples, each asked unlearnt, it would understand "
                + percent(proposal.after()) + " (today " + percent(proposal.before()) + ")");
        var also = proposal.alsoUnderstood();
        line(
                also.isEmpty()
                        ? "  nothing else of this list would be understood by it"
                        : "  it would also understand: "
                                + also.stream().limit(8).collect(Collectors.joining(" / "))
                                + (also.size() > 8 ? " …" : ""));
    }

    void nothing(Draft draft) {
        line("");
        line("None of it can be added to " + draft.line() + ":");
        draft.left().forEach(left -> line("  " + left));
    }

    private void stolen(Proposal proposal) {
        line(
                proposal.stolen().isEmpty()
                        ? "  it steals no sentence from another line"
                        : "  it would steal " + count(proposal.stolen().size(), "sentence") + ":");
        proposal.stolen().forEach(each -> line("    '" + each.sentence() + "' from " + each.line()));
    }

    private void tests(Proposal proposal) {
        if (proposal.tests().isEmpty()) {
            line("  all " + proposal.testsInAll() + " chats under tests/ go as they do today");
        }
        proposal.tests()
                .forEach(test -> line("  the chat '" + test.name() + "' (" + test.place() + ") would "
                        + (test.passes() ? "go as written at last" : "no longer go as written")));
    }

    void written(Draft draft) {
        draft.edits().forEach(edit -> line("Written: " + edit.file()));
        line("A server that runs learns it by itself within seconds.");
    }

    /** Nothing but a clear yes. */
    boolean agrees() {
        paper.prompt("Add it? [y/N] ");
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from the terminal", e);
        }
    }

    private static String next(Cluster cluster) {
        return cluster.next().stream()
                .map(next -> next.people() + " " + did(next.after(), next.people())
                        + (next.line() == null ? "" : " " + next.line()))
                .collect(Collectors.joining(", "));
    }

    private static String did(Aftermath after, int people) {
        return switch (after) {
            case OPEN -> people == 1 ? "is still there" : "are still there";
            case LEFT -> "left";
            case PERSON -> "went to a person";
            case PRESSED -> "pressed";
            case REPHRASED -> "said it in other words and came to";
            case WRONG -> "got a wrong answer";
        };
    }

    private static String suggested(Cluster cluster) {
        return cluster.suggestions().isEmpty()
                ? "no line that we have"
                : cluster.suggestions().stream()
                        .map(each -> each.line() + " (" + percent(each.confidence())
                                + (each.people() == 0 ? "" : ", " + each.people() + " went there") + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String crowd(int people, int times) {
        return (people == 1 ? "1 person" : people + " people") + (times == people ? "" : ", " + times + " times");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
