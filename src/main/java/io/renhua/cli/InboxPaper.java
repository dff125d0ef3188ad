package io.renhua.cli;

import io.renhua.learning.Aftermath;
import io.renhua.learning.Cluster;
import io.renhua.learning.Draft;
import io.renhua.learning.Proposal;
import io.renhua.persona.Persona;
import io.renhua.store.Json;
import io.renhua.text.Wording;
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
    private static final int ALSO = 8;

    private final Paper paper;

    InboxPaper(Paper paper) {
        this.paper = paper;
    }

    void line(CharSequence words) {
        paper.plain(words);
    }

    private void line(String margin, Wording words) {
        paper.plain(margin + paper.told(words));
    }

    void json(Object value) {
        paper.plain(Json.write(value));
    }

    void list(Persona persona, List<Cluster> clusters) {
        var id = persona.id();
        if (!persona.privacy().learns()) {
            line(Wording.of("%s does not learn from chats: its script says privacy: learn_from_chats: never.", id));
        } else if (clusters.isEmpty()) {
            line(Wording.of("%s: everything that people said is understood by now.", id));
        } else {
            paper.line(Wording.of(
                    clusters.size() == 1
                            ? "@|bold %s|@: %s group of sentences not understood or answered wrongly, most people first."
                            : "@|bold %s|@: %s groups of sentences not understood or answered wrongly, most people first.",
                    id,
                    clusters.size()));
            for (int i = 0; i < clusters.size(); i++) {
                entry(i + 1, clusters.get(i));
            }
            line("");
            line(Wording.of("One of them whole, and what adding it would change: renhua inbox %s 1", id));
        }
    }

    private void entry(int number, Cluster cluster) {
        line("");
        line(number + ". " + cluster.name() + "  (" + paper.told(crowd(cluster.people(), cluster.times())) + ")");
        var others = cluster.sentences().stream()
                .skip(1)
                .limit(SHOWN)
                .map(Cluster.Sentence::words)
                .collect(Collectors.joining(" / "));
        if (!others.isEmpty()) {
            line("   ", Wording.of("also: %s", others + (cluster.sentences().size() > SHOWN + 1 ? " …" : "")));
        }
        after("   ", cluster);
        line("   ", Wording.of("may belong to: %s", suggested(cluster)));
    }

    private void after(String margin, Cluster cluster) {
        if (!cluster.next().isEmpty()) {
            line(
                    margin,
                    Wording.of(
                            "then: %s",
                            Wording.joined(
                                    "%s, %s",
                                    cluster.next().stream()
                                            .map(InboxPaper::next)
                                            .toList())));
        }
        cluster.wrong().forEach(wrong -> {
            var by = String.join(", ", wrong.by());
            line(
                    margin,
                    wrong.instead() == null
                            ? Wording.of("wrong: answered with %s, says %s", wrong.line(), by)
                            : Wording.of(
                                    "wrong: answered with %s, should have been %s, says %s",
                                    wrong.line(), wrong.instead(), by));
        });
    }

    void whole(Cluster cluster) {
        line(cluster.name() + "  ("
                + paper.told(Wording.of(
                        "%s, from %s to %s",
                        crowd(cluster.people(), cluster.times()),
                        cluster.first().toString().substring(0, 10),
                        cluster.last().toString().substring(0, 10)))
                + ")");
        for (int i = 0; i < cluster.sentences().size(); i++) {
            var sentence = cluster.sentences().get(i);
            line(
                    "  ",
                    Wording.of(
                            "%s) %s  [%s, %s]",
                            i + 1, sentence.words(), sentence.locale(), crowd(sentence.people(), sentence.times())));
        }
        after("  ", cluster);
        line("  ", Wording.of("may belong to: %s", suggested(cluster)));
    }

    void proposal(Proposal proposal) {
        line("");
        paper.line(Wording.of("Added to @|bold %s|@:", proposal.line()));
        proposal.added().forEach(sentence -> line("  + " + sentence.words() + "  [" + sentence.locale() + "]"));
        proposal.left().forEach(left -> line("  ", Wording.of("not added: %s", left)));
        proposal.warnings().forEach(warning -> line("  ", Wording.of("to think about: %s", warning)));
        line(Wording.of("What would change:"));
        stolen(proposal);
        tests(proposal);
        line(
                "  ",
                Wording.of(
                        "of %s examples, each asked unlearnt, it would understand %s (today %s)",
                        proposal.examples(), percent(proposal.after()), percent(proposal.before())));
        var also = proposal.alsoUnderstood();
        line(
                "  ",
                also.isEmpty()
                        ? Wording.of("nothing else of this list would be understood by it")
                        : Wording.of(
                                "it would also understand: %s",
                                also.stream().limit(ALSO).collect(Collectors.joining(" / "))
                                        + (also.size() > ALSO ? " …" : "")));
    }

    void nothing(Draft draft) {
        line("");
        line(Wording.of("None of it can be added to %s:", draft.line()));
        draft.left().forEach(left -> line("  ", left));
    }

    private void stolen(Proposal proposal) {
        int stolen = proposal.stolen().size();
        line(
                "  ",
                switch (stolen) {
                    case 0 -> Wording.of("it steals no sentence from another line");
                    case 1 -> Wording.of("it would steal %s sentence:", stolen);
                    default -> Wording.of("it would steal %s sentences:", stolen);
                });
        proposal.stolen().forEach(each -> line("    ", Wording.of("'%s' from %s", each.sentence(), each.line())));
    }

    private void tests(Proposal proposal) {
        if (proposal.tests().isEmpty()) {
            line("  ", Wording.of("all %s chats under tests/ go as they do today", proposal.testsInAll()));
        }
        proposal.tests()
                .forEach(test -> line(
                        "  ",
                        Wording.of(
                                test.passes()
                                        ? "the chat '%s' (%s) would go as written at last"
                                        : "the chat '%s' (%s) would no longer go as written",
                                test.name(),
                                test.place())));
    }

    void written(Draft draft) {
        draft.edits().forEach(edit -> line(Wording.of("Written: %s", edit.file())));
        line(Wording.of("A server that runs learns it by itself within seconds."));
    }

    /** Nothing but a clear yes. */
    boolean agrees() {
        paper.prompt(paper.told(Wording.of("Add it? [y/N]")) + " ");
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null
                    && List.of("y", "yes", "是", "好").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from the terminal", e);
        }
    }

    private static Wording next(Cluster.Next next) {
        var did = did(next.after(), next.people());
        return next.line() == null
                ? Wording.of("%s %s", next.people(), did)
                : Wording.of("%s %s %s", next.people(), did, next.line());
    }

    private static Wording did(Aftermath after, int people) {
        return switch (after) {
            case OPEN -> Wording.of(people == 1 ? "is still there" : "are still there");
            case LEFT -> Wording.of("left");
            case PERSON -> Wording.of("went to a person");
            case PRESSED -> Wording.of("pressed");
            case REPHRASED -> Wording.of("said it in other words and came to");
            case WRONG -> Wording.of("got a wrong answer");
        };
    }

    private static Wording suggested(Cluster cluster) {
        return cluster.suggestions().isEmpty()
                ? Wording.of("no line that we have")
                : Wording.joined(
                        "%s, %s",
                        cluster.suggestions().stream()
                                .map(each -> each.people() == 0
                                        ? Wording.of("%s (%s)", each.line(), percent(each.confidence()))
                                        : Wording.of(
                                                "%s (%s, %s went there)",
                                                each.line(), percent(each.confidence()), each.people()))
                                .toList());
    }

    private static Wording crowd(int people, int times) {
        var crowd = Wording.of(people == 1 ? "%s person" : "%s people", people);
        return times == people ? crowd : Wording.of("%s, %s times", crowd, times);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
