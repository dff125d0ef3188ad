package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of an iCalendar file, unfolded: RFC 5545, section 3.1. */
final class CalendarLines {
    private static final int LONGEST = 10_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern PARAMETER =
            Pattern.compile(";([A-Za-z0-9-]+)=(\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*");

    private CalendarLines() {}

    /**
     * @param line where it stands, from 1
     * @param name in capitals
     * @param parameters by name in capitals
     */
    record Line(int line, String name, Map<String, String> parameters, String value) {}

    static List<Line> read(String text, String file, Problems problems) {
        List<Line> lines = new ArrayList<>();
        var number = 0;
        var start = 1;
        var open = new StringBuilder();
        for (var raw : text.lines().toList()) {
            number++;
            boolean folded = raw.startsWith(" ") || raw.startsWith("\t");
            if (folded) {
                if (open.length() < LONGEST) {
                    open.append(raw, 1, raw.length());
                }
                continue;
            }
            line(start, open.toString(), file, problems).ifPresent(lines::add);
            open.setLength(0);
            open.append(raw);
            start = number;
        }
        line(start, open.toString(), file, problems).ifPresent(lines::add);
        return lines;
    }

    private static Optional<Line> line(int number, String text, String file, Problems problems) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var place = new Place(file, number, 1);
        if (text.length() > LONGEST) {
            problems.error(place, "S1", Wording.of("this line is over %s characters long", LONGEST), "a shorter one");
            return Optional.empty();
        }
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var name = NAME.matcher(plain);
        if (!name.lookingAt()) {
            problems.error(place, "S1", "this is no line of a calendar", "NAME:value, as RFC 5545 has it");
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        int at = name.end();
        var parameter = PARAMETER.matcher(plain);
        while (parameter.region(at, plain.length()).lookingAt()) {
            parameters.put(
                    parameter.group(1).toUpperCase(Locale.ROOT),
                    parameter.group(2).replace("\"", ""));
            at = parameter.end();
        }
        if (at >= plain.length() || plain.charAt(at) != ':') {
            problems.error(place, "S1", "this is no line of a calendar", "NAME:value, as RFC 5545 has it");
            return Optional.empty();
        }
        return Optional.of(
                new Line(number, name.group().toUpperCase(Locale.ROOT), parameters, plain.substring(at + 1)));
    }
}
