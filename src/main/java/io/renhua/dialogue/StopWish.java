package io.renhua.dialogue;

import io.renhua.persona.Line;
import java.util.regex.Pattern;

/** A wish to be left alone or forgotten, where the script has a line for it; it beats an open question. */
final class StopWish implements Rung {
    private static final Pattern WISH = Pattern.compile("(?:.*\\.)?(?:stop|erase|unsubscribe|forget_me)|privacy\\..*");
    private final Forms forms;

    StopWish(Forms forms) {
        this.forms = forms;
    }

    @Override
    public boolean takes(Turn turn) {
        var line = turn.meant().filter(StopWish::stops);
        line.ifPresent(wish -> {
            turn.change(state -> state.leaving().leaving());
            forms.answer(turn, wish);
        });
        return line.isPresent();
    }

    private static boolean stops(Line line) {
        return WISH.matcher(line.id()).matches();
    }
}
