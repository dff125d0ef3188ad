package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Limits;
import io.renhua.persona.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation that proves what it reads like. */
final class Chat {
    /** A Friday evening in Taipei, when people are in. */
    static final Instant FRIDAY = Instant.parse("2026-10-02T12:00:00Z");
    /** The Sunday after, when nobody is. */
    static final Instant SUNDAY = Instant.parse("2026-10-04T12:00:00Z");

    private final Dialogue dialogue = new Dialogue();
    private final LivePersona live;
    private final Map<String, Set<String>> facts = new HashMap<>();
    private final Deque<Move> unread = new ArrayDeque<>();
    private final List<String> begun = new ArrayList<>();
    private DialogueState state = DialogueState.NEW;
    private Instant at = FRIDAY;
    private String platform = "web";
    private @Nullable String locale;
    private Limits limits = Limits.NONE;
    private boolean waiting;
    private @Nullable Step last;
    private @Nullable Upshot upshot;

    private Chat(LivePersona live) {
        this.live = live;
    }

    static Chat with(Script script) {
        return with(script.persona());
    }

    static Chat with(LivePersona live) {
        return new Chat(live);
    }

    static Chat with(Persona persona) {
        return new Chat(LivePersona.learn(persona, ExactClassifier::new, PlainFinder::new));
    }

    /** The same, past the first hello. */
    static Chat running(Script script) {
        return with(script).acquainted();
    }

    private Chat acquainted() {
        state = state.disclosing(at);
        return this;
    }

    Chat speaking(String profile) {
        locale = profile;
        return this;
    }

    Chat on(String where, Limits with) {
        platform = where;
        limits = with;
        return this;
    }

    Chat at(Instant now) {
        at = now;
        return state.turns() == 0 && state.disclosed() != null ? acquainted() : this;
    }

    Chat later(Duration wait) {
        at = at.plus(wait);
        return this;
    }

    Chat knowing(String fact, String value) {
        facts.put(fact, Set.of(value));
        return this;
    }

    Chat enters(Entry entry) {
        return hears(new Content.Entered(entry));
    }

    Chat user(String words) {
        return hears(new Content.Text(words));
    }

    Chat presses(String key) {
        return hears(new Content.Chosen(key, ""));
    }

    /** Several texts in one breath. */
    Chat types(String... bubbles) {
        return breathes(Stream.of(bubbles).map(Content.Text::new).toArray(Content[]::new));
    }

    Chat breathes(Content... bubbles) {
        var heard = live.hear(List.of(bubbles), state, moment());
        upshot = dialogue.next(live.persona(), state, heard);
        return hasDone(upshot.whole());
    }

    Chat hears(Content content) {
        return hasDone(dialogue.next(live.persona(), state, live.hear(content, moment())));
    }

    /** What was begun last comes to something. */
    Chat ends(Performed performed) {
        return ends(performed, begun.isEmpty() ? "" : begun.getLast());
    }

    /** What was begun first comes to something. */
    Chat endsFirst(Performed performed) {
        return ends(performed, begun.getFirst());
    }

    private Chat ends(Performed performed, String id) {
        var silence = live.silence(moment());
        dialogue.performed(live.persona(), state, silence, id, performed).ifPresentOrElse(this::hasDone, unread::clear);
        return this;
    }

    Chat performs(String action, Map<String, String> given) {
        assertThat(unread.poll()).isInstanceOfSatisfying(Move.Perform.class, move -> {
            assertThat(move.action()).isEqualTo(action);
            assertThat(move.given()).isEqualTo(given);
        });
        return this;
    }

    private Moment moment() {
        return new Moment(at, locale, platform, limits, facts, waiting, new Outlook(true, 2, Duration.ofMinutes(3)));
    }

    private Chat hasDone(Step step) {
        unread.clear();
        last = step;
        state = last.state();
        last.moves().stream().filter(move -> !(move instanceof Move.Forget)).forEach(unread::add); // nobody hears it
        last.moves().stream()
                .filter(Move.Perform.class::isInstance)
                .forEach(move -> begun.add(((Move.Perform) move).id()));
        last.moves()
                .forEach(move ->
                        waiting = !(move instanceof Move.Withdraw) && (waiting || move instanceof Move.HandOff));
        return this;
    }

    /** The next words, all bubbles of one place in the script, a line each. */
    Chat persona(String words) {
        assertThat(words(nextSay())).isEqualTo(words);
        return this;
    }

    Chat says(String source, String words) {
        var say = nextSay();
        assertThat(say.source()).isEqualTo(source);
        assertThat(words(say)).isEqualTo(words);
        return this;
    }

    /** The next words come from there, whatever they are. */
    Chat from(String source) {
        assertThat(nextSay().source()).isEqualTo(source);
        return this;
    }

    Chat nothingMore() {
        assertThat(unread).isEmpty();
        return this;
    }

    Chat waitsIn(String queue) {
        assertThat(unread.poll())
                .isInstanceOfSatisfying(
                        Move.HandOff.class, move -> assertThat(move.queue()).isEqualTo(queue));
        return nothingMore();
    }

    Chat withdraws() {
        assertThat(unread.poll()).isEqualTo(new Move.Withdraw());
        return this;
    }

    Chat offers(String... labels) {
        assertThat(state.offered()).extracting(Choice::label).containsExactly(labels);
        return this;
    }

    Chat offersKeys(String... keys) {
        assertThat(state.offered()).extracting(Choice::key).containsExactly(keys);
        return this;
    }

    Step last() {
        assertThat(last).isNotNull();
        return java.util.Objects.requireNonNull(last);
    }

    /** What each sentence of the last breath was taken for; a dash where it was not understood. */
    Chat tookThemFor(String... intents) {
        assertThat(java.util.Objects.requireNonNull(upshot).each())
                .extracting(step -> step.intent() == null ? "-" : step.intent())
                .containsExactly(intents);
        return this;
    }

    DialogueState state() {
        return state;
    }

    private Move.Say nextSay() {
        assertThat(unread.peek()).as("what comes next of %s", last().moves()).isInstanceOf(Move.Say.class);
        return (Move.Say) java.util.Objects.requireNonNull(unread.poll());
    }

    static String words(Move.Say say) {
        return say.bubbles().stream().map(Chat::words).collect(Collectors.joining("\n"));
    }

    static List<String> bubbles(Step step) {
        return step.moves().stream()
                .filter(Move.Say.class::isInstance)
                .flatMap(move -> ((Move.Say) move).bubbles().stream())
                .map(Chat::words)
                .toList();
    }

    private static String words(Content bubble) {
        return bubble instanceof Content.Choices(var prompt, var choices) ? prompt : bubble.asText();
    }
}
