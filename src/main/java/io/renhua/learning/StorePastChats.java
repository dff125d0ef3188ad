package io.renhua.learning;

import io.renhua.dialogue.Hearing;
import io.renhua.dialogue.Hearing.Circumstances;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.lint.Masking;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.persona.Persona;
import io.renhua.store.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Read from the journal. */
public final class StorePastChats implements PastChats {
    private static final int PAGE = 1_000;

    private final Journal journal;
    private final Function<String, Optional<Persona>> personas;
    private final UnaryOperator<String> platforms;
    private final Function<String, Limits> limits;

    /**
     * @param platforms a channel's platform by the channel's name
     * @param limits of a platform, by its name
     */
    public StorePastChats(
            Journal journal,
            Function<String, Optional<Persona>> personas,
            UnaryOperator<String> platforms,
            Function<String, Limits> limits) {
        this.journal = journal;
        this.personas = personas;
        this.platforms = platforms;
        this.limits = limits;
    }

    @Override
    public List<PastTurn> since(String persona, Instant since) {
        var script = personas.apply(persona);
        if (script.isEmpty()) {
            return List.of(); // nobody could say what is personal there
        }
        var walk = new Walk(persona, script.get());
        long end = journal.settled();
        long read = journal.before(since);
        while (read < end) {
            var page = journal.all(read, PAGE);
            if (page.isEmpty()) {
                break;
            }
            long last = page.getLast().seq();
            var hearings = journal.hearings(read, last);
            page.forEach(entry -> walk.follow(entry.happening(), around(hearings.get(entry.seq()))));
            read = last;
        }
        return walk.turns;
    }

    private static Circumstances around(@Nullable String hearing) {
        return Optional.ofNullable(hearing)
                .flatMap(json -> Json.readable(json, Hearing.class))
                .map(Hearing::around)
                .orElse(Circumstances.USUAL);
    }

    @Override
    public void close() {}

    /** One conversation on its way. */
    private static final class Talk {
        private final int number;
        private final List<Received> open = new ArrayList<>();
        private boolean afterPerson;

        Talk(int number) {
            this.number = number;
        }
    }

    private final class Walk {
        private final String persona;
        private final Persona script;
        private final Masking masking;
        private final Map<ConversationId, Talk> talks = new HashMap<>();
        private final List<PastTurn> turns = new ArrayList<>();

        Walk(String persona, Persona script) {
            this.persona = persona;
            this.script = script;
            this.masking = Masking.of(script);
        }

        void follow(Happening happening, Circumstances around) {
            var talk = talks.computeIfAbsent(happening.conversation(), any -> new Talk(talks.size() + 1));
            switch (happening) {
                case Received received -> talk.open.add(received);
                case Understood understood -> turn(talk, understood, around);
                case Passed passed -> {
                    talk.afterPerson |=
                            passed.owner().equals("human") || passed.owner().equals("outside");
                    talk.open.clear(); // what the persona did not make a turn of, a person has read
                }
                default -> {} // what we said is said anew
            }
        }

        /** The first bubble of a breath that was understood closes it; the others are in it already. */
        private void turn(Talk talk, Understood understood, Circumstances around) {
            if (!understood.persona().equals(persona) || talk.open.isEmpty()) {
                return;
            }
            var last = talk.open.getLast();
            var platform = platforms.apply(understood.conversation().channel());
            turns.add(new PastTurn(
                    talk.number,
                    platform,
                    understood.at(),
                    last.person().locale(),
                    talk.open.stream()
                            .map(received -> masked(received.content()))
                            .toList(),
                    talk.afterPerson,
                    limits.apply(platform),
                    around.seen(this::masked)));
            talk.open.clear();
            talk.afterPerson = false;
        }

        /** What is only said of a person is masked; what an audience asks about must stay as it was. */
        private String masked(String fact, String value) {
            if (script.privacy().mask().contains(fact)) {
                return "{" + fact + "}";
            }
            return script.asksOf(fact) ? value : masking.mask(value);
        }

        private Content masked(Content content) {
            return switch (content) {
                case Content.Chosen chosen -> chosen;
                case Content.Entered entered -> entered;
                case Content.Text(var body) -> new Content.Text(masking.mask(body));
                case Content.Media(var kind, var location, var description) ->
                    new Content.Media(kind, "masked", masking.mask(description));
                default -> new Content.Text(masking.mask(content.asText()));
            };
        }
    }
}
