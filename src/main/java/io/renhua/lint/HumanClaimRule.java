package io.renhua.lint;

/** L8: the persona never claims to be human, nor denies that it is a machine. */
final class HumanClaimRule implements SpeechRule {

    @Override
    public void judge(Utterance said, Findings findings) {
        // what is said of the handover speaks of a person, and truly so
        if (!said.path().startsWith("handoff.") && HumanClaim.in(said.text())) {
            findings.error(said, Rule.L8, "this claims to be human", Admission.proposed(said.locale()));
        }
    }
}
