package io.renhua.people;

import io.renhua.store.OwnKey;
import io.renhua.text.WrittenNumbers;
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

    /**
     * Empty where the value tells nobody from others.
     *
     * @param home the region of phones that name none; may be empty
     */
    static Optional<Hallmark> of(String name, String value, String home) {
        var number = WrittenNumbers.asked(value);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.contains("@")) {
            return Optional.of(new Hallmark("mail", number));
        }
        return PHONE.matcher(name).matches()
                ? PhoneNumber.whole(value, home).map(phone -> new Hallmark("phone", phone))
                : Optional.of(new Hallmark(name, number));
    }

    /** What is kept of it: enough to find the same again, and nothing to whoever has not the key. */
    String fingerprint(OwnKey key) {
        return HexFormat.of().formatHex(key.sign(kind + "\n" + sign));
    }
}
