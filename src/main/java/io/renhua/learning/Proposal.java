package io.renhua.learning;

import io.renhua.text.Wording;
import java.util.List;

/**
 * What adding sentences to a line would change: what a page shows before anybody says yes.
 *
 * @param fingerprint which draft this is of
 * @param added with the locales they would be written in
 * @param left those that cannot be added, with why
 * @param warnings what the lint would have to say of them
 * @param stolen sentences of other lines that would be taken for this one, if they were not examples themselves
 * @param tests the chats beside the script that would go another way
 * @param before how often an example that was not learnt is understood today, from 0 to 1
 * @param after the same with the sentences added
 * @param examples how many were asked
 * @param alsoUnderstood others of the list that would be understood as this line then
 */
public record Proposal(
        String persona,
        String line,
        String fingerprint,
        List<Cluster.Sentence> added,
        List<Wording> left,
        List<Wording> warnings,
        List<Stolen> stolen,
        List<TestChange> tests,
        int testsInAll,
        double before,
        double after,
        int examples,
        List<String> alsoUnderstood) {
    public Proposal {
        added = List.copyOf(added);
        left = List.copyOf(left);
        warnings = List.copyOf(warnings);
        stolen = List.copyOf(stolen);
        tests = List.copyOf(tests);
        alsoUnderstood = List.copyOf(alsoUnderstood);
    }

    /** @param line whose example it is */
    public record Stolen(String sentence, String line, String by) {}

    /** @param passes whether it would pass then, as it does not today; or the other way round */
    public record TestChange(String place, String name, boolean passes) {}
}
