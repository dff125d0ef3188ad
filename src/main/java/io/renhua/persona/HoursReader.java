package io.renhua.persona;

import io.renhua.persona.Hours.Span;
import io.renhua.text.Wording;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads when people are in: {@code mon-fri: ["09:30-21:00"]}, and when they are not all the same. */
final class HoursReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern SPAN =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");

    private static final String HOLIDAYS = "holidays";
    private static final String PER_CITY = "per_city";

    private HoursReader() {}

    /** Without hours somebody is always in. */
    static Hours read(ScriptNode node) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        var zone = (ZoneId) ZoneOffset.UTC;
        if (!node.present()) {
            List.of(DayOfWeek.values()).forEach(day -> week.put(day, List.of(new Span(LocalTime.MIN, LocalTime.MAX))));
            return new Hours(zone, week);
        }
        if (!node.key("tz").present()) {
            node.missing("S1", "hours need a time zone", "tz: Asia/Taipei");
        }
        for (var entry : node.entries().entrySet()) {
            if (entry.getKey().equals("tz")) {
                zone = Values.zone(entry.getValue());
            } else if (entry.getKey().equals(PER_CITY)) {
                Values.flag(entry.getValue()); // hours are compared with the time of wherever they are named
            } else if (!entry.getKey().equals(HOLIDAYS)) {
                days(entry.getKey(), entry.getValue(), week);
            }
        }
        return new Hours(zone, Collections.unmodifiableMap(week), holidays(node.key(HOLIDAYS), zone));
    }

    private static Holidays holidays(ScriptNode node, ZoneId zone) {
        if (!node.present() || !node.isText()) {
            return Holidays.NONE;
        }
        var path = node.text("");
        var script = node.script();
        if (!path.endsWith(".ics")) {
            node.error("S1", Wording.of("%s is no calendar", path), "holidays: cal/tw.ics");
            return Holidays.NONE;
        }
        return script.files()
                .table(path, node.place())
                .map(text -> CalendarReader.read(text, script.files().id() + "/" + path, zone, script.problems()))
                .orElse(Holidays.NONE);
    }

    private static void days(String name, ScriptNode node, Map<DayOfWeek, List<Span>> week) {
        var ends = name.split("-");
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < first) {
            node.error("S1", Wording.of("%s are no days", name), "mon-fri, sat, sun …");
            return;
        }
        var spans = spans(node);
        for (int day = first; day <= last; day++) {
            if (week.put(DayOfWeek.of(day + 1), spans) != null) {
                node.error("S1", Wording.of("%s stands in two rows", DAYS.get(day)), "each day once");
            }
        }
    }

    private static List<Span> spans(ScriptNode node) {
        List<Span> spans = new ArrayList<>();
        for (var text : node.strings()) {
            var match = SPAN.matcher(text);
            if (match.matches()) {
                var from = LocalTime.parse(match.group(1) + ":" + match.group(2));
                var until = match.group(3).equals("24") ? LocalTime.MAX : LocalTime.parse(text.substring(6));
                if (until.isAfter(from)) {
                    spans.add(new Span(from, until));
                    continue;
                }
            }
            node.error("S1", Wording.of("%s are no hours of one day", text), "\"09:30-21:00\"");
        }
        return spans.stream().sorted(Comparator.comparing(Span::from)).toList();
    }
}
