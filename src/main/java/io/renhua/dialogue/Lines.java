package io.renhua.dialogue;

/** The line that was meant: the ordinary case. */
final class Lines implements Rung {
    private final Forms forms;

    Lines(Forms forms) {
        this.forms = forms;
    }

    @Override
    public boolean takes(Turn turn) {
        var line = turn.meant();
        line.ifPresent(meant -> forms.answer(turn, meant));
        return line.isPresent();
    }
}
