package io.renhua.persona;

import org.jspecify.annotations.Nullable;

/** What happens at the n-th time in a row that we do not understand: words, or a person. Exactly one is there. */
public record Tier(@Nullable Variant says, @Nullable String handsOff) {}
