package io.renhua.dialogue;

/**
 * An action that was begun and has not come to anything yet.
 *
 * @param id names it in this conversation
 * @param form whose answers it was begun with
 */
public record Doing(String id, String action, OpenForm form) {}
