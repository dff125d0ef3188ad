package io.renhua.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.OwnKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is one person's own, however it is written. */
class HallmarkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TW | phone       | 0912-345-678     | phone        | +886 912 345 678",
                "TW | phone       | 0912345678       | mobile       | 886912345678",
                "HK | phone       | 886912345678     | mobile       | 00886 912 345 678",
                "TW | phone       | 0912345678       | phone        | +886 (0)912 345 678",
                "TW | phone       | 02-2700-1234     | phone        | (+886) 2 2700 1234",
                "TW | phone       | +886 0912345678  | phone        | ＋886912345678",
                "CN | phone       | 13812345678      | home_phone   | +86 138 1234 5678",
                "CN | phone       | 010-1234-5678    | phone        | +86 10 1234 5678",
                "CN | phone       | 18612345678      | phone        | +86 186 1234 5678",
                "HK | phone       | 6123 4567        | phone        | +852-6123-4567",
                "MO | phone       | 6123 4567        | phone        | 853 6123 4567",
                "SG | phone       | 9123 4567        | phone        | 6591234567",
                "-  | phone       | +1 415 555 2671  | phone        | 0014155552671",
                "-  | email       | Mei@Example.com  | contact      | ｍｅｉ@example.com",
                "-  | order_no    | SP 2024-0001     | order_no     | ＳＰ20240001",
                "-  | customer_id | C-00123          | customer_id  | c00123",
            })
    void isTheSameHoweverItIsWritten(String home, String name, String value, String otherName, String otherValue) {
        assertThat(Hallmark.of(name, value, home)).isPresent().isEqualTo(Hallmark.of(otherName, otherValue, home));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TW | phone       | 0912345678     | phone       | 0912345679",
                "TW | phone       | 0912345678     | phone       | 0212345678",
                "CN | phone       | 13512345678    | phone       | 13812345678",
                "CN | phone       | 18612345678    | phone       | 16512345678",
                "CN | phone       | 13081234567    | phone       | 13801234567",
                "-  | phone       | +85261234567   | phone       | +85361234567",
                "-  | phone       | +85261234567   | phone       | +6561234567",
                "HK | phone       | 6123 4567      | phone       | +853 6123 4567",
                "MO | phone       | 6123 4567      | phone       | +65 6123 4567",
                "-  | customer_id | 10023          | order_no    | 10023",
                "-  | email       | mei@a.tw       | email       | mei@b.tw",
            })
    void isAnotherWhereTheThingOrWhatItIsDiffers(
            String home, String name, String value, String otherName, String otherValue) {
        assertThat(Hallmark.of(name, value, home)).isPresent();
        assertThat(Hallmark.of(otherName, otherValue, home)).isPresent().isNotEqualTo(Hallmark.of(name, value, home));
    }

    @ParameterizedTest
    @CsvSource({
        "customer_id,none",
        "phone,n/a",
        "phone,110",
        "email,不方便",
        "order_no,12",
        "customer_id,陳小姐",
        "phone,02-2700-1234#15"
    })
    void isNothingThatTellsNobodyFromOthers(String name, String value) {
        assertThat(Hallmark.of(name, value, "TW")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 6123 4567",
        "'', 0912345678",
        "'', 13812345678",
        "TW, 6123 4567",
        "CN, 0912345678",
        "TW, 6591234567",
        "US, 4155552671"
    })
    void isNoPhoneOfWhichNobodySaysTheCountry(String home, String value) {
        assertThat(Hallmark.of("phone", value, home)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"phone,0912345678", "email,mei@example.com", "customer_id,C00123"})
    void isKeptAsAFingerprintThatIsNothingWithoutTheStoresKey(String name, String value) throws Exception {
        var hallmark = Hallmark.of(name, value, "TW").orElseThrow();
        try (var store = Database.H2.open();
                var another = Database.H2.open()) {
            var fingerprint = hallmark.fingerprint(OwnKey.named("marks", store));

            assertThat(fingerprint)
                    .matches("[0-9a-f]{64}")
                    .isEqualTo(hallmark.fingerprint(OwnKey.named("marks", store)))
                    .isNotEqualTo(hallmark.fingerprint(OwnKey.named("marks", another)))
                    .isNotEqualTo(hallmark.fingerprint(OwnKey.named("sessions", store)))
                    .isNotEqualTo(guessed(hallmark));
        }
    }

    private static String guessed(Hallmark hallmark) throws NoSuchAlgorithmException {
        var words = (hallmark.kind() + "\n" + hallmark.sign()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    }
}
