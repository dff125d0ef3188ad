package io.renhua.persona;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions asked until an answer can be given.
 *
 * @param cancel what people say to leave it, by locale
 * @param cancelled what we say then
 * @param confirm asked back before it is done
 * @param lookUp the table that is asked with the slots, by name
 * @param action the action that is done with them, by name
 * @param handsOff the reason for a person who carries it out
 */
public record Form(
        String id,
        List<Slot> slots,
        Map<String, List<String>> cancel,
        Words cancelled,
        Duration expires,
        @Nullable Words confirm,
        @Nullable String lookUp,
        @Nullable String action,
        @Nullable String handsOff,
        Digression digression) {

    /** It goes on after another question. */
    public Form(
            String id,
            List<Slot> slots,
            Map<String, List<String>> cancel,
            Words cancelled,
            Duration expires,
            @Nullable Words confirm,
            @Nullable String lookUp,
            @Nullable String action,
            @Nullable String handsOff) {
        this(id, slots, cancel, cancelled, expires, confirm, lookUp, action, handsOff, Digression.RESUME);
    }

    /** The {@code result} of an action that came to nothing. */
    public static final String FAILED = "failed";

    /**
     * One question.
     *
     * @param name the slot, and the entity that answers it
     * @param why what we need it for, said with the question where it is personal
     * @param tries wrong answers taken before {@code stuck}
     * @param stuck the reason for a person then
     * @param quick entity values offered as quick replies
     * @param must what else the answer has to be
     */
    public record Slot(
            String name,
            Words ask,
            Words retry,
            @Nullable Words why,
            int tries,
            String stuck,
            boolean optional,
            List<String> quick,
            Must must) {

        /** Any value of the entity will do. */
        public Slot(
                String name,
                Words ask,
                Words retry,
                @Nullable Words why,
                int tries,
                String stuck,
                boolean optional,
                List<String> quick) {
            this(name, ask, retry, why, tries, stuck, optional, quick, Must.NOTHING);
        }
    }

    /** What becomes of its questions once another was answered in between. */
    public enum Digression {
        /** They go on. */
        RESUME,
        /** They are given up. */
        LEAVE
    }
}
