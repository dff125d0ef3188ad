package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.nlu.Band;
import io.renhua.nlu.Burst;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cuts what somebody sent in one breath into sentences. Texts may belong together; a picture, a place, an event, a pressed
 * label and what answers the open question stand for themselves, and everything keeps its order.
 */
final class Breath {
    private final LivePersona live;
    private final DialogueState state;
    private final Instant at;

    Breath(LivePersona live, DialogueState state, Instant at) {
        this.live = live;
        this.state = state;
        this.at = at;
    }

    /** Some bubbles that are one message to the dialogue, and how it was read. */
    record Part(Content content, int bubbles, Ranking ranking) {}

    private enum Kind {
        WORDS,
        ANSWER,
        OTHER
    }

    List<Part> parts(List<Content> bubbles) {
        var parts = new ArrayList<Part>();
        for (int start = 0; start < bubbles.size(); ) {
            var kind = kind(bubbles.get(start));
            int end = start + 1;
            while (kind != Kind.OTHER && end < bubbles.size() && kind(bubbles.get(end)) == kind) {
                end++;
            }
            parts.addAll(parts(kind, bubbles.subList(start, end)));
            start = end;
        }
        return parts;
    }

    private List<Part> parts(Kind kind, List<Content> run) {
        return switch (kind) {
            case OTHER -> List.of(part(run.getFirst(), 1));
            case ANSWER -> List.of(part(joined(run), run.size()));
            case WORDS -> sentences(run);
        };
    }

    private Part part(Content content, int bubbles) {
        return new Part(content, bubbles, live.ranking(Utterance.of(content), at));
    }

    private List<Part> sentences(List<Content> run) {
        var sentences = new ArrayList<Burst.Sentence>();
        var read = Burst.read(
                words -> live.ranking(Utterance.of(new Content.Text(words)), at),
                run.stream().map(Content::asText).toList());
        for (var sentence : read) {
            boolean note = takesAnyWords() && sentence.ranking().band() != Band.SURE;
            boolean goesOn = note
                    && !sentences.isEmpty()
                    && sentences.getLast().ranking().band() != Band.SURE;
            sentences.add(goesOn ? sentences.removeLast().and(sentence) : sentence);
        }
        return sentences.stream()
                .map(sentence -> new Part(new Content.Text(sentence.text()), sentence.bubbles(), sentence.ranking()))
                .toList();
    }

    private static Content joined(List<Content> run) {
        return new Content.Text(run.stream().map(Content::asText).collect(Collectors.joining(Burst.BETWEEN)));
    }

    private Kind kind(Content bubble) {
        if (!(bubble instanceof Content.Text(var words)) || Pressed.key(live.persona(), state, bubble) != null) {
            return Kind.OTHER;
        }
        var form = form();
        if (form.isPresent() && EverydayWords.alone(live.persona(), words)) {
            return Kind.OTHER;
        }
        return form.filter(open -> answers(open, words)).isPresent() ? Kind.ANSWER : Kind.WORDS;
    }

    private boolean answers(Form form, String words) {
        return live.found(words, at).stream()
                .anyMatch(value -> form.slots().stream()
                        .anyMatch(slot -> slot.name().equals(value.name())
                                && !Slots.takesAnyWords(live.persona(), slot)
                                && (slot.name().equals(asking()) || !Slots.personal(live.persona(), slot))));
    }

    private boolean takesAnyWords() {
        return form().flatMap(form -> Slots.named(form, asking()))
                .filter(slot -> Slots.takesAnyWords(live.persona(), slot))
                .isPresent();
    }

    private String asking() {
        var open = state.form();
        return open == null ? "" : open.asking();
    }

    private Optional<Form> form() {
        var open = state.form();
        return open == null || Forms.stale(live.persona(), open, at)
                ? Optional.empty()
                : Optional.ofNullable(live.persona().forms().get(open.id()));
    }
}
