package io.renhua.dialogue;

import io.renhua.message.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the persona remembers of a conversation. A plain value that the store keeps as JSON.
 *
 * @param turns messages heard so far
 * @param locale the one answered in last
 * @param written the locales that their own words have shown, the latest last
 * @param disclosed when it last said that it is a machine
 * @param disclosedIn in which turn
 * @param forms those on their way; the last is asked now, one before it waits
 * @param done the form finished last, so that its answer can be corrected
 * @param offered the quick replies under our last words
 * @param rest what there was no room for in our last words, a text for each bubble
 * @param felt what they seem to feel
 * @param doing actions begun that have not come to anything yet, one for each form
 * @param lastTime when they wrote last
 * @param offers whether they may be told of what there is to buy
 * @param silentUntil when the persona speaks again, where it holds its tongue
 */
public record DialogueState(
        long turns,
        @Nullable String locale,
        List<String> written,
        @Nullable Instant disclosed,
        long disclosedIn,
        Memory memory,
        List<OpenForm> forms,
        @Nullable OpenForm done,
        Misses misses,
        List<Choice> offered,
        List<String> rest,
        Felt felt,
        List<Doing> doing,
        LastTime lastTime,
        Offers offers,
        @Nullable Instant silentUntil) {
    public static final DialogueState NEW = new DialogueState(
            0,
            null,
            List.of(),
            null,
            0,
            Memory.NOTHING,
            List.of(),
            null,
            Misses.NONE,
            List.of(),
            List.of(),
            Felt.NOTHING,
            List.of(),
            LastTime.NEVER,
            Offers.WELCOME,
            null);
    private static final int DEPTH = 2;

    public DialogueState {
        written = List.copyOf(written);
        forms = List.copyOf(forms);
        offered = List.copyOf(offered);
        rest = rest == null ? List.of() : List.copyOf(rest); // nor had what was kept before texts were kept back
        doing = doing == null ? List.of() : List.copyOf(doing); // nor had what was kept before there were actions
        felt = Objects.requireNonNullElse(felt, Felt.NOTHING); // what was kept before feelings were read has none
        lastTime = Objects.requireNonNullElse(lastTime, LastTime.NEVER); // nor a time
        offers = Objects.requireNonNullElse(offers, Offers.WELCOME);
    }

    /** The form whose question is open. */
    @Nullable
    OpenForm form() {
        return forms.isEmpty() ? null : forms.getLast();
    }

    /** What was told in the form whose question is open, or else in the one finished last, by slot. */
    public Map<String, String> told() {
        var form = form() == null ? done : form();
        return form == null ? Map.of() : form.slots();
    }

    /** The same, and what is remembered besides. */
    public Map<String, String> known() {
        var known = new TreeMap<>(memory.facts());
        known.putAll(told());
        return known;
    }

    DialogueState nextTurn(LocaleChoice choice) {
        var wrote = new ArrayList<>(written);
        if (choice.written()) {
            wrote.remove(choice.locale());
            wrote.add(choice.locale());
        }
        return but(next -> {
            next.turns = turns + 1;
            next.locale = choice.locale();
            next.written = wrote;
        });
    }

    DialogueState disclosing(Instant now) {
        return but(next -> {
            next.disclosed = now;
            next.disclosedIn = turns;
        });
    }

    DialogueState remembering(Memory other) {
        return but(next -> next.memory = other);
    }

    DialogueState withMisses(Misses other) {
        return but(next -> next.misses = other);
    }

    DialogueState feeling(Felt other) {
        return but(next -> next.felt = other);
    }

    DialogueState writing(LastTime now) {
        return but(next -> next.lastTime = now);
    }

    DialogueState withOffers(Offers now) {
        return but(next -> next.offers = now);
    }

    DialogueState silentUntil(@Nullable Instant until) {
        return but(next -> next.silentUntil = until);
    }

    boolean isSilent(Instant now) {
        return silentUntil != null && now.isBefore(silentUntil);
    }

    DialogueState offering(List<Choice> choices) {
        return but(next -> next.offered = choices);
    }

    DialogueState keepingBack(List<String> texts) {
        return rest.equals(texts) ? this : but(next -> next.rest = texts);
    }

    /** A form begins; one that was open waits, and an older one is given up. */
    DialogueState opening(OpenForm form) {
        var all = new ArrayList<>(forms);
        all.removeIf(other -> other.id().equals(form.id()));
        all.add(form);
        return but(next -> next.forms = all.subList(Math.max(0, all.size() - DEPTH), all.size()));
    }

    DialogueState moved(OpenForm form) {
        var all = new ArrayList<>(forms);
        all.set(all.size() - 1, form);
        return but(next -> next.forms = all);
    }

    DialogueState leaving() {
        return but(next -> next.forms = withoutLast());
    }

    DialogueState finishing(OpenForm form) {
        return but(next -> {
            next.forms = withoutLast();
            next.done = form;
        });
    }

    private List<OpenForm> withoutLast() {
        return forms.subList(0, Math.max(0, forms.size() - 1));
    }

    /** An action begins; what the same form began before is not waited for any more. */
    DialogueState doing(Doing begun) {
        var all = new ArrayList<>(doing);
        all.removeIf(other -> other.form().id().equals(begun.form().id()));
        all.add(begun);
        return but(next -> next.doing = all);
    }

    /** It came to something, or nobody waits for it any more. */
    DialogueState did(String id) {
        return but(next -> next.doing =
                doing.stream().filter(each -> !each.id().equals(id)).toList());
    }

    /** As after a person has been there: what went wrong before is forgotten, what was learnt stays. */
    DialogueState fresh() {
        return but(next -> {
            next.forms = List.of();
            next.done = null;
            next.misses = Misses.NONE;
            next.doing = List.of();
            next.offered = List.of();
            next.rest = List.of();
            next.felt = Felt.NOTHING;
            next.silentUntil = null;
        });
    }

    /** Nothing that they told stays; that they know whom they talk with does. */
    public DialogueState forgetting() {
        return fresh().but(next -> {
            next.memory = Memory.NOTHING;
            next.lastTime = LastTime.NEVER;
        });
    }

    /** Nothing that they told before a moment stays: its time is over. */
    public DialogueState forgettingBefore(Instant moment) {
        return but(next -> {
            next.memory = memory.forgettingBefore(moment);
            next.forms = forms.stream().filter(form -> !form.isOlder(moment)).toList();
            next.done = done == null || done.isOlder(moment) ? null : done;
            next.doing =
                    doing.stream().filter(each -> !each.form().isOlder(moment)).toList();
        });
    }

    /** As after a person has been there, with the question that was open before. */
    DialogueState rested() {
        return but(next -> {
            next.misses = Misses.NONE;
            next.doing = List.of();
            next.felt = Felt.NOTHING;
            next.silentUntil = null;
        });
    }

    /** What the open form was told is remembered without it. */
    DialogueState keepingFacts() {
        var open = form();
        return open == null ? this : remembering(memory.knowing(open.slots(), open.since()));
    }

    /** The same but for what a change makes of it. */
    private DialogueState but(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** A state while it is being changed: the one place that names every part. Not safe to share. */
    private static final class Draft {
        private long turns;
        private @Nullable String locale;
        private List<String> written;
        private @Nullable Instant disclosed;
        private long disclosedIn;
        private Memory memory;
        private List<OpenForm> forms;
        private @Nullable OpenForm done;
        private Misses misses;
        private List<Choice> offered;
        private List<String> rest;
        private Felt felt;
        private List<Doing> doing;
        private LastTime lastTime;
        private Offers offers;
        private @Nullable Instant silentUntil;

        Draft(DialogueState state) {
            turns = state.turns;
            locale = state.locale;
            written = state.written;
            disclosed = state.disclosed;
            disclosedIn = state.disclosedIn;
            memory = state.memory;
            forms = state.forms;
            done = state.done;
            misses = state.misses;
            offered = state.offered;
            rest = state.rest;
            felt = state.felt;
            doing = state.doing;
            lastTime = state.lastTime;
            offers = state.offers;
            silentUntil = state.silentUntil;
        }

        DialogueState done() {
            return new DialogueState(
                    turns,
                    locale,
                    written,
                    disclosed,
                    disclosedIn,
                    memory,
                    forms,
                    done,
                    misses,
                    offered,
                    rest,
                    felt,
                    doing,
                    lastTime,
                    offers,
                    silentUntil);
        }
    }
}
