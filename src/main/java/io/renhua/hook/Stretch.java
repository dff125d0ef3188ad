package io.renhua.hook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.renhua.journal.Happening;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last of a conversation, for somebody who has not seen it. */
final class Stretch {
    private static final int LAST_WORDS = 10;

    private final List<Happening> happenings;

    private Stretch(List<Happening> happenings) {
        this.happenings = happenings;
    }

    static Stretch of(List<JournalEntry> entries) {
        return new Stretch(entries.stream().map(JournalEntry::happening).toList());
    }

    Optional<Person> person() {
        return last(happening -> happening instanceof Happening.Received received ? received.person() : null);
    }

    Optional<String> persona() {
        return last(happening -> switch (happening) {
            case Happening.Understood understood -> understood.persona();
            case Happening.Said said -> said.persona();
            default -> null;
        });
    }

    Optional<String> locale() {
        return last(happening -> happening instanceof Happening.Understood understood ? understood.locale() : null);
    }

    private <T> Optional<T> last(Function<Happening, @Nullable T> part) {
        return happenings.reversed().stream()
                .flatMap(happening -> Stream.ofNullable(part.apply(happening)))
                .findFirst();
    }

    /** The last bubbles of both sides, the oldest first. */
    void tell(ArrayNode last, UnaryOperator<String> veil) {
        var bubbles = happenings.stream().filter(Stretch::isBubble).toList();
        bubbles.subList(Math.max(0, bubbles.size() - LAST_WORDS), bubbles.size())
                .forEach(happening -> {
                    var told = last.addObject();
                    told.put("at", happening.at().toString());
                    switch (happening) {
                        case Happening.Received received -> {
                            told.put("by", "person");
                            Payloads.put(told, "name", received.person().name());
                            Payloads.bubble(told, received.content(), veil);
                        }
                        case Happening.Said said -> {
                            told.put("by", side(said));
                            told.put("name", said.speaker().name());
                            Payloads.bubble(told, said.content(), veil);
                        }
                        default -> throw new IllegalStateException("not a bubble");
                    }
                });
    }

    static String side(Happening.Said said) {
        return said.speaker().kind() == Speaker.Kind.HUMAN ? "human" : "persona";
    }

    private static boolean isBubble(Happening happening) {
        return happening instanceof Happening.Said
                || (happening instanceof Happening.Received received
                        && !(received.content() instanceof Content.Entered));
    }
}
