package io.renhua.nlu;

import java.util.Optional;

/** What part of a day an hour is said of: the same 'eight' is another time in the evening. */
enum PartOfDay {
    UNSAID,
    /** From midnight to noon. */
    MORNING,
    NOON,
    AFTERNOON,
    /** It goes on after midnight: one o'clock tonight is tomorrow. */
    EVENING,
    NIGHT,
    /** Any hour of a clock that shows 24. */
    CLOCK;

    /** Of two that are said together the one that says more: 11 p.m. at night; a morning is no afternoon. */
    Optional<PartOfDay> with(PartOfDay other) {
        var later = compareTo(other) > 0 ? this : other;
        var earlier = later == this ? other : this;
        return earlier == MORNING && later == AFTERNOON ? Optional.empty() : Optional.of(later);
    }

    /** The hour of 24. Where nothing says which half of the day, one to six are in the afternoon: nobody comes at 3 a.m. */
    int hour(int said) {
        if (said == 0 || said > 12) {
            return said;
        }
        int small = said % 12;
        return switch (this) {
            case CLOCK -> said;
            case UNSAID -> said <= 6 ? said + 12 : said;
            case MORNING -> small;
            case NOON -> said < 4 ? said + 12 : said;
            case AFTERNOON -> small + 12;
            case EVENING -> small < 5 ? small + 24 : small + 12;
            case NIGHT -> small == 0 ? 24 : small > 6 ? small + 12 : small;
        };
    }
}
