package io.renhua.dialogue;

/** What the persona remembers of a conversation. A plain value that the store keeps as JSON. */
public record DialogueState(long turns) {
    public static final DialogueState NEW = new DialogueState(0);
}
