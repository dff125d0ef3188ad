package io.renhua.dialogue;

import io.renhua.message.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * @param felt what they seem to feel
 * @param doing actions begun that have not come to anything yet, one for each form
 * @param lastTime when they wrote last
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
        Felt felt,
        List<Doing> doing,
        LastTime lastTime) {
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
            Felt.NOTHING,
            List.of(),
            LastTime.NEVER);
    private static final int DEPTH = 2;

    public DialogueState {
        written = List.copyOf(written);
        forms = List.copyOf(forms);
        offered = List.copyOf(offered);
        doing = doing == null ? List.of() : List.copyOf(doing); // nor had what was kept before there were actions
        felt = Objects.requireNonNullElse(felt, Felt.NOTHING); // what was kept before feelings were read has none
        lastTime = Objects.requireNonNullElse(lastTime, LastTime.NEVER); // nor a time
    }

    /** The form whose question is open. */
    @Nullable
    OpenForm form() {
        return forms.isEmpty() ? null : forms.getLast();
    }

    DialogueState nextTurn(LocaleChoice choice) {
        var wrote = new ArrayList<>(written);
        if (choice.written()) {
            wrote.remove(choice.locale());
            wrote.add(choice.locale());
        }
        return new DialogueState(
                turns + 1,
                choice.locale(),
                wrote,
                disclosed,
                disclosedIn,
                memory,
                forms,
                done,
                misses,
                offered,
                felt,
                doing,
                lastTime);
    }

    DialogueState disclosing(Instant now) {
        return new DialogueState(
                turns, locale, written, now, turns, memory, forms, done, misses, offered, felt, doing, lastTime);
    }

    DialogueState remembering(Memory other) {
        return new DialogueState(
                turns,
                locale,
                written,
                disclosed,
                disclosedIn,
                other,
                forms,
                done,
                misses,
                offered,
                felt,
                doing,
                lastTime);
    }

    DialogueState withMisses(Misses other) {
        return new DialogueState(
                turns,
                locale,
                written,
                disclosed,
                disclosedIn,
                memory,
                forms,
                done,
                other,
                offered,
                felt,
                doing,
                lastTime);
    }

    DialogueState feeling(Felt other) {
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
                other,
                doing,
                lastTime);
    }

    DialogueState writing(LastTime now) {
        return new DialogueState(
                turns, locale, written, disclosed, disclosedIn, memory, forms, done, misses, offered, felt, doing, now);
    }

    DialogueState offering(List<Choice> choices) {
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
                choices,
                felt,
                doing,
                lastTime);
    }

    /** A form begins; one that was open waits, and an older one is given up. */
    DialogueState opening(OpenForm form) {
        var all = new ArrayList<>(forms);
        all.removeIf(other -> other.id().equals(form.id()));
        all.add(form);
        return withForms(all.subList(Math.max(0, all.size() - DEPTH), all.size()), done);
    }

    DialogueState moved(OpenForm form) {
        var all = new ArrayList<>(forms);
        all.set(all.size() - 1, form);
        return withForms(all, done);
    }

    DialogueState leaving() {
        return withForms(forms.subList(0, Math.max(0, forms.size() - 1)), done);
    }

    DialogueState finishing(OpenForm form) {
        return withForms(forms.subList(0, Math.max(0, forms.size() - 1)), form);
    }

    /** An action begins; what the same form began before is not waited for any more. */
    DialogueState doing(Doing begun) {
        var all = new ArrayList<>(doing);
        all.removeIf(other -> other.form().id().equals(begun.form().id()));
        all.add(begun);
        return withDoing(all);
    }

    /** It came to something, or nobody waits for it any more. */
    DialogueState did(String id) {
        return withDoing(doing.stream().filter(each -> !each.id().equals(id)).toList());
    }

    private DialogueState withDoing(List<Doing> others) {
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
                felt,
                others,
                lastTime);
    }

    /** As after a person has been there: what went wrong before is forgotten, what was learnt stays. */
    DialogueState fresh() {
        return withForms(List.of(), null)
                .withMisses(Misses.NONE)
                .withDoing(List.of())
                .offering(List.of())
                .feeling(Felt.NOTHING);
    }

    private DialogueState withForms(List<OpenForm> open, @Nullable OpenForm last) {
        return new DialogueState(
                turns,
                locale,
                written,
                disclosed,
                disclosedIn,
                memory,
                open,
                last,
                misses,
                offered,
                felt,
                doing,
                lastTime);
    }
}
