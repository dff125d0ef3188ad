package io.renhua.dialogue;

/** What made the persona speak, or speak of this. */
public sealed interface Reason {

    /** A line was surely meant. */
    record Surely() implements Reason {}

    /** A line's own example was said word for word, unsure as the model was. */
    record InTheseWords() implements Reason {}

    /**
     * A line was meant that goes step by step.
     *
     * @param time how often by now
     */
    record Again(int time) implements Reason {}

    /** A quick reply or a menu entry was pressed, or its label typed. */
    record Pressed(String key) implements Reason {}

    /** Something without words came: {@code place}, {@code link} or {@code nothing}. */
    record Shown(String what) implements Reason {}

    /**
     * Somebody may be in danger.
     *
     * @param byWord whether a word of the script said so; else what was meant did
     */
    record Danger(boolean byWord) implements Reason {}

    /**
     * Nothing was surely meant, and a word of a sensitive pack was said.
     *
     * @param pack its id
     */
    record SensitiveWord(String pack) implements Reason {}

    /** A person was asked for. */
    record PersonWanted() implements Reason {}

    /** They want to be left alone, or not any more. */
    record LeftAlone() implements Reason {}

    /** They want to be forgotten. */
    record ToBeForgotten() implements Reason {}

    /** The open question of a form was answered, or corrected. */
    record Answered(String form, String slot) implements Reason {}

    /**
     * The open question of a form was not answered.
     *
     * @param times how often by now
     */
    record NotAnswered(String form, String slot, int times) implements Reason {}

    /** Something came of an action, or nothing did: then {@code failed}. */
    record CameOf(String action, String result) implements Reason {}

    /** A form was given up. */
    record GaveUp(String form) implements Reason {}

    /**
     * Nothing was surely meant.
     *
     * @param inARow how often by now
     */
    record Missed(int inARow) implements Reason {}

    /** Not understood for so many of the last messages that a person is asked for. */
    record MissedOften(int missed, int within) implements Reason {}

    /** A feeling begins, and has a word of its own. */
    record Felt(String feeling) implements Reason {}

    /** A feeling lasts. */
    record FeltLong(String feeling, int times) implements Reason {}

    /** Somebody came in. */
    record CameIn() implements Reason {}

    /**
     * Somebody writes again.
     *
     * @param days after so many of silence
     */
    record CameBack(long days) implements Reason {}

    /**
     * It must be said that this is a machine.
     *
     * @param again whether it was said before, too long ago
     */
    record Machine(boolean again) implements Reason {}

    /** A person took the conversation over. */
    record PersonCame() implements Reason {}

    /** A person gave the conversation back. */
    record PersonLeft() implements Reason {}

    /** Whoever had the conversation passes it on, or does not answer: somebody else will. */
    record SomebodyElse() implements Reason {}

    /** A person's help is over, and they are asked what it was like. */
    record HowItWas() implements Reason {}

    /** Somebody waits for a person, and was told too little. */
    record Waiting() implements Reason {}

    /** A person had finished, and they write again. */
    record Reopened() implements Reason {}

    /** Whoever waited for a person wants none any more. */
    record ChangedTheirMind() implements Reason {}
}
