package io.renhua.why;

import io.renhua.dialogue.Trace;
import io.renhua.lint.Masking;
import io.renhua.lint.Utterance;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Likeness;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Place;
import io.renhua.persona.Places;
import io.renhua.why.Explanation.Example;
import io.renhua.why.Explanation.InScript;
import io.renhua.why.Explanation.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds in a script what a trace speaks of. */
public final class Explainer {
    private static final String PERSON = "handoff.explicit";
    private static final double ALIKE = 0.1;

    private final Persona persona;
    private final Places places;
    private final Masking masking;

    public Explainer(Persona persona, Places places) {
        this.persona = persona;
        this.places = places;
        this.masking = Masking.of(persona);
    }

    /** Words with nothing personal in them that could be recognised. */
    public String masked(String words) {
        return masking.mask(words);
    }

    /** @param heard what was heard, masked: a value is called in it as it is in the script's examples */
    public InScript of(Trace trace, String source, String heard) {
        var line = persona.lines().get(source);
        return new InScript(
                source.equals(Explanation.MISSED) ? null : place(source, trace),
                likeliest(trace).flatMap(intent -> nearest(intent, heard)).orElse(null),
                line == null ? List.of() : ways(line, trace.locale()));
    }

    /** Of words that were said, or may be. */
    public Place place(String source, Trace trace) {
        return places.of(new Whereabouts(persona).of(source, trace), trace.locale());
    }

    private static Optional<String> likeliest(Trace trace) {
        return Optional.ofNullable(trace.reading())
                .flatMap(reading -> reading.lines().stream().findFirst().map(Candidate::intent));
    }

    private List<Way> ways(Line line, String locale) {
        var path = Utterance.path(line) + ".says[";
        return IntStream.range(0, line.says().size())
                .mapToObj(i -> new Way(line.says().get(i).text().in(locale), places.of(path + i + "].text", locale)))
                .toList();
    }

    private Optional<Example> nearest(String intent, String heard) {
        if (heard.isBlank()) {
            return Optional.empty();
        }
        var examples = taught(intent);
        var sentences = Stream.concat(Stream.of(heard), examples.stream().map(Example::words))
                .toList();
        return Likeness.among(sentences, usual()).near(0, ALIKE).stream()
                .max(Comparator.comparingDouble(Likeness.Near::likeness))
                .map(near -> examples.get(near.sentence() - 1));
    }

    private List<String> usual() {
        return persona.lines().values().stream()
                .flatMap(line -> line.asks().values().stream())
                .flatMap(List::stream)
                .toList();
    }

    private List<Example> taught(String intent) {
        if (intent.equals(PERSON)) {
            return examples(PERSON + ".asks", persona.handoff().explicit());
        }
        var line = persona.lines().get(intent);
        return line == null ? List.of() : examples(Utterance.path(line) + ".asks", line.asks());
    }

    private List<Example> examples(String path, Map<String, List<String>> byLocale) {
        var examples = new ArrayList<Example>();
        byLocale.forEach((locale, asks) -> {
            for (int i = 0; i < asks.size(); i++) {
                examples.add(new Example(asks.get(i), places.of(path + "[" + i + "]", locale)));
            }
        });
        return examples;
    }
}
