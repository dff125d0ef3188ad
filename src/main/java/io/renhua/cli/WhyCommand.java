package io.renhua.cli;

import io.renhua.store.Json;
import io.renhua.text.Wording;
import io.renhua.why.Explanation;
import io.renhua.why.Explanations;
import io.renhua.why.Prose;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a persona said something. */
@Command(
        description = {
            "Why a persona said something: what it heard and understood, where the sentence stands, and what it did not say",
            "instead. A bubble's number stands at the desk under 'Why?' and in exports as seq.",
            ""
        },
        footer = {
            "",
            "  renhua why 4711            # that bubble",
            "  renhua why --last          # the last bubble that any persona said",
            "  renhua why pao --last 5    # the last five of pao",
            "  renhua why pao --missed 5  # the last five messages that pao did not understand",
            "  renhua why --last --lang zh-Hant"
        })
final class WhyCommand implements Callable<Integer> {
    private static final String NUMBER = "[0-9]{1,18}";

    private final Supplier<Explanations> open;

    @Parameters(arity = "0..1", paramLabel = "BUBBLE", description = "A bubble's number; with --last a persona.")
    private String which = "";

    @Option(
            names = "--last",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "N",
            description = "The last bubble, or so many of them, the latest first.")
    private @Nullable Integer last;

    @Option(
            names = "--missed",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "N",
            description = "The last message that was not understood, or so many of them, the latest first.")
    private @Nullable Integer missed;

    @Mixin
    private Language language = new Language();

    @Option(names = "--format", paramLabel = "FORMAT", description = "For whom: ${COMPLETION-CANDIDATES}.")
    private OutputFormat format = OutputFormat.people;

    @Spec
    private @Nullable CommandSpec spec;

    WhyCommand(Supplier<Explanations> open) {
        this.open = open;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        if (last == null && missed == null && !which.matches(NUMBER)) {
            out.plain(Wording.of(
                    "Which bubble? Write its number, as in: renhua why 4711; or for the last one: renhua why --last"));
            return 2;
        }
        try (var explanations = open.get()) {
            var found = found(explanations);
            found.forEach(each -> tell(out, each));
            if (found.isEmpty()) {
                out.plain(nothing());
            }
            return found.isEmpty() ? 1 : 0;
        }
    }

    private List<Explanation> found(Explanations explanations) {
        var persona = which.isEmpty() ? null : which;
        if (missed != null) {
            return explanations.lastMissed(persona, missed);
        }
        return last == null
                ? explanations.of(Long.parseLong(which)).stream().toList()
                : explanations.last(persona, last);
    }

    private Wording nothing() {
        if (missed != null) {
            return which.isEmpty()
                    ? Wording.of("No persona has heard anything that was not understood.")
                    : Wording.of("%s has heard nothing that was not understood.", which);
        }
        if (last == null) {
            return Wording.of(
                    "No persona's bubble has the number %s, and no message that was not understood."
                            + " The last one: renhua why --last",
                    which);
        }
        return which.isEmpty()
                ? Wording.of("No persona has said anything yet.")
                : Wording.of("%s has said nothing yet.", which);
    }

    private void tell(Paper out, Explanation explanation) {
        if (format == OutputFormat.json) {
            out.plain(Json.write(explanation));
            return;
        }
        out.plain(explanation.bubble() + "  "
                + explanation.at().toString().substring(0, 16).replace('T', ' ') + "  " + explanation.conversation());
        var prose = new Prose(language.tag());
        out.plain("  " + prose.heading(explanation));
        print(out, prose.of(explanation), "  ");
        out.plain("");
    }

    /** A line for each thing, and one for each sentence where there are several. */
    static void print(Paper out, List<Prose.Paragraph> paragraphs, String margin) {
        for (var paragraph : paragraphs) {
            var sentences = paragraph.sentences();
            if (sentences.size() == 1) {
                out.plain(margin + paragraph.title() + ": " + sentences.getFirst());
            } else {
                out.plain(margin + paragraph.title() + ":");
                sentences.forEach(sentence -> out.plain(margin + "- " + sentence));
            }
        }
    }
}
