package io.renhua.text;

import java.text.Normalizer;

/** Text that goes into a spreadsheet's cell and comes back: none may come alive there as a formula. */
public final class SpreadsheetCell {
    private SpreadsheetCell() {}

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static String harmless(String cell) {
        return startsFormula(cell) ? "'" + cell : cell;
    }

    /** The text that {@link #harmless} was given. */
    public static String plain(String cell) {
        return cell.startsWith("'") && startsFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean startsFormula(String cell) {
        return cell.codePoints()
                        .filter(c -> !passedOver(c))
                        .mapToObj(Character::toString)
                        .findFirst()
                        .map(first -> Normalizer.normalize(first, Normalizer.Form.NFKC))
                        .filter(first -> "=+-@|%−".indexOf(first.codePointAt(0)) >= 0)
                        .isPresent()
                || startsWithControl(cell);
    }

    private static boolean startsWithControl(String cell) {
        return !cell.isEmpty() && Character.isISOControl(cell.charAt(0));
    }

    /** What a spreadsheet may drop before it looks: spaces, quotes, invisible marks. */
    private static boolean passedOver(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || "\"'`“”‘’;,，；".indexOf(c) >= 0;
    }
}
