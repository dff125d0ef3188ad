package io.renhua.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code # lint-ok: T5 our founder's own word}: something that is found here is meant so. It speaks of its own line, or of
 * the next where it stands alone.
 *
 * @param place of the remark
 * @param line that it speaks of
 * @param code of the rule, as it is written
 * @param reason empty where none is given
 */
public record Pardon(Place place, int line, String code, String reason) {
    private static final Pattern REMARK = Pattern.compile("(?:^|\\s)(#\\s*lint-ok:\\s*(\\S*)\\s*(.*))$");

    /** Whether a finding is what it speaks of. */
    public boolean covers(Problem problem) {
        return problem.code().equals(code)
                && problem.line() == line
                && problem.file().equals(place.file());
    }

    /** The remarks of one file. */
    static List<Pardon> in(String file, String text) {
        List<Pardon> pardons = new ArrayList<>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var remark = REMARK.matcher(lines.get(i));
            if (remark.find()) {
                var place = new Place(file, i + 1, remark.start(1) + 1);
                boolean alone = lines.get(i).substring(0, remark.start(1)).isBlank();
                int line = alone ? place.line() + 1 : place.line();
                pardons.add(
                        new Pardon(place, line, remark.group(2), remark.group(3).strip()));
            }
        }
        return pardons;
    }
}
