package io.renhua.persona;

/** What everybody can count on: a person when one is wanted, the truth about the machine, and care of their words. */
public record Promises(Handoff handoff, Disclosure disclosure, Privacy privacy) {}
