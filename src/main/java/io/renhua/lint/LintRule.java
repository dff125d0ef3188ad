package io.renhua.lint;

import io.renhua.persona.Persona;

/** One thing that a good script keeps to. */
@FunctionalInterface
interface LintRule {
    void judge(Persona persona, Findings findings);
}
