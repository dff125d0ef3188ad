package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.learning.Cluster;
import io.renhua.learning.Clusters;
import io.renhua.learning.Consequences;
import io.renhua.learning.Decision;
import io.renhua.learning.Draft;
import io.renhua.learning.Drafts;
import io.renhua.learning.Shelf;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people said and was not understood; and what to do about it. */
@Command(
        description = {
            "Shows what people said and was not understood, grouped by meaning, personal data masked.",
            "With a number it shows one group whole and what adding it to a line would change.",
            ""
        },
        footer = {
            "",
            "  renhua inbox pao                      # the list, most people first",
            "  renhua inbox pao 3                    # one whole, and what adding it changes",
            "  renhua inbox pao 3 --add-to shipping  # adds it there, after a yes",
            "  renhua inbox pao 3 --mute             # not for us, nor anything like it",
            "  renhua inbox pao 3 --right            # we said the right thing already"
        })
final class InboxCommand implements Callable<Integer> {
    private static final int EXAMPLES = 5;

    private final Scripts scripts;
    private final Function<Persona, LivePersona> learn;
    private final Supplier<Shelf> shelves;
    private final ClassifierTrainer trainer;

    @Parameters(index = "0", paramLabel = "PERSONA", arity = "0..1", description = "Whose; all when none is named.")
    private @Nullable String id;

    @Parameters(
            index = "1",
            paramLabel = "GROUP",
            arity = "0..1",
            description = "Its number in the list, or one of its sentences in quotes.")
    private @Nullable String group;

    @ArgGroup
    private @Nullable Verdict verdict;

    @Option(
            names = "--only",
            paramLabel = "N",
            split = ",",
            description = "Which of its sentences to add, by number, such as 1,3. Default: the first " + EXAMPLES + ".")
    private List<Integer> only = List.of();

    @Option(names = "--yes", description = "Adds without asking.")
    private boolean yes;

    @Option(names = "--json", description = "The same as JSON, for a page or a script.")
    private boolean json;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** One thing at a time. */
    private static final class Verdict {
        @Option(names = "--add-to", paramLabel = "LINE", description = "Adds its sentences to what people ask there.")
        private @Nullable String line;

        @Option(names = "--mute", description = "Not for us.")
        private boolean mute;

        @Option(names = "--right", description = "What we said was right already.")
        private boolean right;
    }

    /** @param trainer tries out what is kept only after a yes */
    InboxCommand(
            Path folder, Function<Persona, LivePersona> learn, Supplier<Shelf> shelves, ClassifierTrainer trainer) {
        this.scripts = new Scripts(folder);
        this.learn = learn;
        this.shelves = shelves;
        this.trainer = trainer;
    }

    @Override
    public Integer call() {
        var out = new InboxPaper(new Paper(spec, language));
        try (var shelf = shelves.get()) {
            if (id == null || group == null) {
                return list(shelf, out);
            }
            var clusters = clusters(shelf, scripts.persona(id));
            var cluster = chosen(clusters, group);
            if (verdict != null && (verdict.mute || verdict.right)) {
                return judge(shelf, out, cluster);
            }
            return propose(shelf, out, clusters, cluster);
        }
    }

    private String id() {
        return String.valueOf(id);
    }

    private int list(Shelf shelf, InboxPaper out) {
        if (verdict != null) {
            throw new UnreadablePersona(
                    Wording.of("Name the persona and the group that this is about: renhua inbox pao 3 …"));
        }
        var ids = scripts.ids(id == null ? List.of() : List.of(id));
        for (var each : ids) {
            var persona = scripts.persona(each);
            var clusters = clusters(shelf, persona);
            if (json) {
                out.json(Map.of("persona", each, "learns", persona.privacy().learns(), "clusters", clusters));
            } else {
                out.list(persona, clusters);
            }
        }
        return 0;
    }

    private List<Cluster> clusters(Shelf shelf, Persona persona) {
        var bubbles = shelf.bubbles(persona.id());
        return bubbles.isEmpty()
                ? List.of()
                : Clusters.of(bubbles, shelf.decisions(persona.id()), learn.apply(persona));
    }

    private Cluster chosen(List<Cluster> clusters, String wanted) {
        if (wanted.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(wanted);
            if (number < 1 || number > clusters.size()) {
                throw new UnreadablePersona(
                        Wording.of("There is no group %s; the list of %s has %s.", number, id(), clusters.size()));
            }
            return clusters.get(number - 1);
        }
        return clusters.stream()
                .filter(cluster -> cluster.sentences().stream()
                        .anyMatch(each -> Fold.key(each.words()).equals(Fold.key(wanted))))
                .findFirst()
                .orElseThrow(() -> new UnreadablePersona(Wording.of(
                        "Nobody of %s said '%s', or it is understood by now: renhua inbox %s lists what is not.",
                        id(), wanted, id())));
    }

    private int judge(Shelf shelf, InboxPaper out, Cluster cluster) {
        boolean mute = verdict != null && verdict.mute;
        decide(shelf, cluster.sentences(), mute ? Decision.Verdict.MUTED : Decision.Verdict.RIGHT, null);
        out.line(Wording.of(
                mute
                        ? "'%s' and what is like it will not be shown again."
                        : "'%s' was answered rightly, and will not be shown again.",
                cluster.name()));
        return 0;
    }

    private int propose(Shelf shelf, InboxPaper out, List<Cluster> clusters, Cluster cluster) {
        if (!json) {
            out.whole(cluster);
        }
        var line = line(cluster);
        if (line == null) {
            out.line(Wording.of(
                    "No line comes near it. Choose one: renhua inbox %s %s --add-to LINE",
                    id(), String.valueOf(group)));
            return 0;
        }
        var draft = new Drafts().add(scripts.folder(id()), line, wanted(cluster));
        if (draft.added().isEmpty()) {
            out.nothing(draft);
            return 0;
        }
        show(out, clusters, cluster, draft);
        return isAgreed(out) ? write(shelf, out, draft) : 0;
    }

    /** The line asked for, or else the likeliest. */
    private @Nullable String line(Cluster cluster) {
        return verdict != null && verdict.line != null
                ? verdict.line
                : cluster.suggestions().stream()
                        .map(Cluster.Suggestion::line)
                        .findFirst()
                        .orElse(null);
    }

    private void show(InboxPaper out, List<Cluster> clusters, Cluster cluster, Draft draft) {
        if (json) {
            out.json(Map.of("cluster", cluster, "proposal", new Consequences(trainer).of(draft, clusters)));
        } else {
            out.line("");
            out.line(Wording.of("Trying it out …"));
            out.proposal(new Consequences(trainer).of(draft, clusters));
        }
    }

    private boolean isAgreed(InboxPaper out) {
        return verdict != null && verdict.line != null && (yes || (!json && out.agrees()));
    }

    private int write(Shelf shelf, InboxPaper out, Draft draft) {
        if (!draft.apply()) {
            throw new UnreadablePersona(
                    Wording.of("Nothing was written: the script was changed meanwhile. Look again."));
        }
        decide(shelf, draft.added(), Decision.Verdict.ADDED, draft.line());
        if (!json) {
            out.written(draft);
        }
        return 0;
    }

    private List<Cluster.Sentence> wanted(Cluster cluster) {
        var sentences = cluster.sentences();
        if (only.isEmpty()) {
            return sentences.subList(0, Math.min(EXAMPLES, sentences.size()));
        }
        var wanted = new ArrayList<Cluster.Sentence>();
        for (int number : only) {
            if (number < 1 || number > sentences.size()) {
                throw new UnreadablePersona(Wording.of("There is no sentence %s in it.", number));
            }
            wanted.add(sentences.get(number - 1));
        }
        return wanted;
    }

    private void decide(Shelf shelf, List<Cluster.Sentence> sentences, Decision.Verdict how, @Nullable String line) {
        var by = System.getProperty("user.name", "");
        var at = Clock.systemUTC().instant();
        shelf.decide(sentences.stream()
                .map(sentence -> new Decision(id(), sentence.words(), how, line, by, at))
                .toList());
    }
}
