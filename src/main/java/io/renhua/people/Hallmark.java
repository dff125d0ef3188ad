package io.renhua.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.text.WrittenNumbers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that is one person's own, however it is written: what a company knows them by, a phone, a mailbox, an order.
 *
 * @param kind what it is; only of one kind can two be the same
 * @param sign without what people write between its signs
 */
record Hallmark(String kind, String sign) {
    /** What a company may call such a thing, where nobody says otherwise. */
    static final Set<String> USUAL = Set.of(
            "account_id",
            "client_id",
            "client_no",
            "customer_id",
            "customer_no",
            "email",
            "member_id",
            "member_no",
            "mobile",
            "order_id",
            "order_no",
            "phone");

    private static final Pattern PHONE = Pattern.compile("(?:.*_)?(?:phone|mobile|tel)");
    /** What is shorter is an extension, or a line that everybody has. */
    private static final int SHORTEST_PHONE = 7;

    /** Before a national number, with or without its plus. */
    private static final Pattern COUNTRY =
            Pattern.compile("^(?:(?:00)?(?:886|852|853|86|65)0?(?=\\d{8,11}$)|0+(?=\\d{7}))");

    /** Empty where the value tells nobody from others. */
    static Optional<Hallmark> of(String name, String value) {
        var number = WrittenNumbers.asked(value);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.contains("@")) {
            return Optional.of(new Hallmark("mail", number));
        }
        return PHONE.matcher(name).matches()
                ? Optional.of(COUNTRY.matcher(number).replaceFirst(""))
                        .filter(phone -> phone.length() >= SHORTEST_PHONE)
                        .map(phone -> new Hallmark("phone", phone))
                : Optional.of(new Hallmark(name, number));
    }

    /** What is kept of it: enough to find the same again, and not the thing itself. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((kind + "\n" + sign).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
