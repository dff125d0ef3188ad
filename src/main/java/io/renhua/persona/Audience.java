package io.renhua.persona;

/** Whom we talk with. The first that holds counts; audiences change words, never price or terms. */
public record Audience(String id, Condition when) {}
