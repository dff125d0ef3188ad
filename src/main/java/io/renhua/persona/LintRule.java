package io.renhua.persona;

/** One thing that a good script keeps to. */
@FunctionalInterface
interface LintRule {
    void judge(Persona persona, Findings findings);
}
