package io.renhua.learning;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.dialogue.Rehearsal.Outcome;
import io.renhua.lint.Lint;
import io.renhua.lint.Verdict;
import io.renhua.persona.Reading;
import io.renhua.text.Wording;
import java.time.LocalDate;
import java.util.Optional;

/** A script judged by every rule there is: also by those that ask what was learnt and those that play its chats. */
public final class Examination {
    private Examination() {}

    /**
     * @param live what was learnt from that script
     * @param today by which calendars are old
     */
    public static Verdict of(Reading reading, LivePersona live, LocalDate today) {
        var rehearsal = new Rehearsal(live);
        return new Lint()
                .asking(live.classifier())
                .playing(test -> switch (rehearsal.play(test)) {
                    case Outcome.Passed _ -> Optional.empty();
                    case Outcome.Failed failed ->
                        Optional.of(Wording.of("expected %s, but %s", failed.expected(), failed.said()));
                })
                .on(today)
                .judge(reading);
    }
}
