package io.renhua.nlu;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of {@code currencies.tsv}: a currency, or a sign that several go by.
 *
 * @param signs what it goes by at home; {@code =$} where the line is about the sign
 * @param zones where it is at home
 */
record Currency(String code, List<String> signs, Pattern before, Pattern behind, List<String> zones) {
    private static final List<Currency> ALL =
            WordFile.lines("currencies.tsv").stream().map(Currency::read).toList();

    /** What stands before an amount, and behind it. */
    static final String BEFORE =
            ALL.stream().map(it -> it.before.pattern()).collect(Collectors.joining("|", "(?:", ")"));

    static final String BEHIND =
            ALL.stream().map(it -> it.behind.pattern()).collect(Collectors.joining("|", "(?:", ")"));

    private static Currency read(String line) {
        var cells = line.split("\t");
        return new Currency(
                cells[0],
                List.of(cells[1].split(" ")),
                Pieces.pattern(cells[2]),
                Pieces.pattern(cells[3]),
                List.of(cells[4].split(" ")));
    }

    /** The code for a sign or a name: a plain '$', '元' or 'bucks' is what goes by it where the speaker is. */
    static String code(String said, ZoneId zone) {
        var meant = ALL.stream()
                .filter(it -> it.before.matcher(said).lookingAt()
                        || it.behind.matcher(said).lookingAt())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no currency: " + said));
        return meant.signs.getFirst().startsWith("=") ? atHome(meant, zone) : meant.code;
    }

    private static String atHome(Currency sign, ZoneId zone) {
        return ALL.stream()
                .filter(it -> it.zones.stream().anyMatch(zone.getId()::startsWith))
                .filter(it -> it.signs.contains(sign.signs.getFirst().substring(1)))
                .map(Currency::code)
                .findFirst()
                .orElse(sign.code);
    }
}
