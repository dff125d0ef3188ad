package io.renhua.dialogue;

import io.renhua.persona.Form;
import io.renhua.persona.Hours;
import io.renhua.persona.Must;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** Whether a day that somebody names is one that a question takes. */
final class Musts {
    private Musts() {}

    static boolean allow(Turn turn, Form.Slot slot, String value) {
        var must = slot.must();
        return must.equals(Must.NOTHING)
                || parsed(value.replaceFirst("T.*", ""), LocalDate::parse)
                        .filter(day -> allows(turn, must, day) && (!must.open() || isOpen(turn, value, day)))
                        .isPresent();
    }

    private static boolean allows(Turn turn, Must must, LocalDate day) {
        var today = LocalDate.ofInstant(turn.at(), hours(turn).zone());
        return (!must.toCome() || day.isAfter(today)) && (!must.past() || day.isBefore(today));
    }

    /** At that hour, where one is named. */
    private static boolean isOpen(Turn turn, String value, LocalDate day) {
        var hours = hours(turn);
        return parsed(value, LocalDateTime::parse)
                .map(time -> hours.openAt(time.atZone(hours.zone()).toInstant()))
                .orElseGet(() -> hours.openOn(day));
    }

    private static <T> Optional<T> parsed(String value, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // it names no hour, or is no day at all
        }
    }

    private static Hours hours(Turn turn) {
        return turn.persona().handoff().hours();
    }
}
