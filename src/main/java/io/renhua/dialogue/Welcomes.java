package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.Entry;
import io.renhua.persona.Images;
import io.renhua.persona.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Greets who comes in, by the way they came. */
final class Welcomes {
    private final Answers answers;

    Welcomes(Answers answers) {
        this.answers = answers;
    }

    void greet(Turn turn, Entry entry) {
        turn.because(new Reason.CameIn());
        switch (entry) {
            case Entry.Followed(), Entry.Opened() -> follow(turn);
            case Entry.Scanned(var scene) -> scanned(turn, scene);
            case Entry.Left(), Entry.Returned() -> {}
        }
    }

    private void follow(Turn turn) {
        var shown = shown(turn.persona().identity().images(), turn.locale());
        if (!shown.isEmpty()) {
            turn.say(Phrasing.showing(turn, "entry.follow", shown));
        }
        answers.say(turn, "entry.follow", turn.persona().welcome().follow());
    }

    /** Who it is from head to foot, how it moves and how it sounds, where the script has that: before the words, so that quick replies stay last. */
    private static List<Content> shown(Images images, String locale) {
        var shown = new ArrayList<Content>();
        Stream.of(images.mascot(), images.spokesperson())
                .filter(Objects::nonNull)
                .forEach(picture -> shown.add(
                        new Content.Media(Kind.IMAGE, picture, images.alt().in(locale))));
        if (images.video() != null) {
            shown.add(new Content.Media(Kind.VIDEO, images.video(), images.alt().in(locale)));
        }
        if (images.voice() != null) {
            shown.add(new Content.Media(Kind.VOICE, images.voice(), images.alt().in(locale)));
        }
        return shown;
    }

    private void scanned(Turn turn, String scene) {
        turn.change(state -> state.remembering(state.memory().knowing(Map.of("scene", scene), turn.at())));
        for (var scan : turn.persona().welcome().scans()) {
            var stars = pattern(scan).matcher(scene);
            if (stars.matches()) {
                welcome(turn, scan, stars);
                return;
            }
        }
        follow(turn);
    }

    private void welcome(Turn turn, Welcome.Scan scan, MatchResult stars) {
        for (int star = 1; star <= stars.groupCount(); star++) {
            turn.knows("scene." + star, stars.group(star));
        }
        answers.remember(turn, scan.sets());
        answers.say(turn, "entry.scan", scan.says());
    }

    private static Pattern pattern(Welcome.Scan scan) {
        return Pattern.compile("\\Q" + scan.scene().replace("*", "\\E(.*)\\Q") + "\\E");
    }
}
