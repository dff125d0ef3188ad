package io.renhua.nlu;

/** A sentence people say, and what they mean by it. */
public record Example(String text, String intent) {}
