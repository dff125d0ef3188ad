package io.renhua.lint;

/** A rule about something said, wherever it is said: in a script, on its way out, or in an agent's draft. */
@FunctionalInterface
interface SpeechRule {
    void judge(Utterance said, Findings findings);
}
