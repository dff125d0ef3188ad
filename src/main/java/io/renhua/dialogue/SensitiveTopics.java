package io.renhua.dialogue;

import io.renhua.persona.Line;
import io.renhua.persona.Pack;
import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import java.util.Optional;
import java.util.stream.Stream;

/** A word of a sensitive pack, where nothing else was surely meant: the script's line for its topic answers. */
final class SensitiveTopics implements Rung {
    private final Forms forms;

    SensitiveTopics(Forms forms) {
        this.forms = forms;
    }

    @Override
    public boolean takes(Turn turn) {
        var topic = turn.persona().sensitivePacks().stream()
                .flatMap(pack -> topics(turn.persona(), pack))
                .filter(each -> each.isIn(turn.words()))
                .findFirst();
        topic.ifPresent(found -> {
            turn.because(new Reason.SensitiveWord(found.pack().id()));
            forms.answer(turn, found.line());
        });
        return topic.isPresent();
    }

    /** Those of a pack's topics that the script has a line for. */
    private static Stream<Topic> topics(Persona persona, Pack pack) {
        return pack.topics().keySet().stream()
                .flatMap(name -> Optional.ofNullable(persona.lines().get("sensitive." + name)).stream()
                        .map(line -> new Topic(pack, name, line)));
    }

    private record Topic(Pack pack, String name, Line line) {
        boolean isIn(String words) {
            return !PackSearch.about(name, pack).in(words).isEmpty();
        }
    }
}
