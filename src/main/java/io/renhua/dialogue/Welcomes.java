package io.renhua.dialogue;

import io.renhua.message.Entry;
import io.renhua.persona.Welcome;
import java.util.Optional;
import java.util.regex.Pattern;

/** Greets who comes in, by the way they came. */
final class Welcomes {
    private final Answers answers;

    Welcomes(Answers answers) {
        this.answers = answers;
    }

    void greet(Turn turn, Entry entry) {
        switch (entry) {
            case Entry.Followed(), Entry.Opened() -> follow(turn);
            case Entry.Scanned(var scene) ->
                scan(turn, scene).ifPresentOrElse(scan -> welcome(turn, scan, scene), () -> follow(turn));
            case Entry.Left() -> {}
        }
    }

    private void follow(Turn turn) {
        answers.say(turn, "entry.follow", turn.persona().welcome().follow());
    }

    private static Optional<Welcome.Scan> scan(Turn turn, String scene) {
        return turn.persona().welcome().scans().stream()
                .filter(scan -> pattern(scan).matcher(scene).matches())
                .findFirst();
    }

    private void welcome(Turn turn, Welcome.Scan scan, String scene) {
        var matcher = pattern(scan).matcher(scene);
        if (matcher.matches()) {
            for (int star = 1; star <= matcher.groupCount(); star++) {
                turn.knows("scene." + star, matcher.group(star));
            }
        }
        turn.knows("scene", scene);
        turn.change(state -> state.remembering(state.memory().knowing(java.util.Map.of("scene", scene))));
        answers.remember(turn, scan.sets());
        answers.say(turn, "entry.scan", scan.says());
    }

    private static Pattern pattern(Welcome.Scan scan) {
        return Pattern.compile("\\Q" + scan.scene().replace("*", "\\E(.*)\\Q") + "\\E");
    }
}
