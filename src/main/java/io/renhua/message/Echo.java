package io.renhua.message;

/**
 * What a platform tells us of our own side that none of ours did through us: somebody answered in the platform's own app, or
 * the platform's own desk has the conversation, or has it no more. A connector says nothing of what went out through it.
 */
public sealed interface Echo {

    /**
     * A colleague said something that the person reads.
     *
     * @param inPublic whether in a room where others talk too: it counts only where somebody has talked with us lately
     */
    record Said(boolean inPublic) implements Echo {}

    /** The platform's own desk has the conversation, or another of its people. */
    record Taken() implements Echo {}

    /** The platform's own desk is done with it. */
    record GivenBack() implements Echo {}
}
