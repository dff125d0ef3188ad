package io.renhua.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is one person's own, however it is written. */
class HallmarkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone       | 0912-345-678     | phone        | +886 912 345 678",
                "phone       | 0912345678       | mobile       | 886912345678",
                "phone       | 0912345678       | phone        | +886 (0)912 345 678",
                "phone       | 13812345678      | home_phone   | +86 138 1234 5678",
                "phone       | 6123 4567        | phone        | +852-6123-4567",
                "phone       | 18612345678      | phone        | +86 186 1234 5678",
                "email       | Mei@Example.com  | contact      | ｍｅｉ@example.com",
                "order_no    | SP 2024-0001     | order_no     | ＳＰ20240001",
                "customer_id | C-00123          | customer_id  | c00123",
            })
    void isTheSameHoweverItIsWritten(String name, String value, String otherName, String otherValue) {
        assertThat(Hallmark.of(name, value)).isPresent().isEqualTo(Hallmark.of(otherName, otherValue));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone       | 0912345678   | phone       | 0912345679",
                "phone       | 0912345678   | phone       | 0212345678",
                "phone       | 13512345678  | phone       | 13812345678",
                "phone       | 18612345678  | phone       | 16512345678",
                "phone       | 13081234567  | phone       | 13801234567",
                "customer_id | 10023        | order_no    | 10023",
                "email       | mei@a.tw     | email       | mei@b.tw",
            })
    void isAnotherWhereTheThingOrWhatItIsDiffers(String name, String value, String otherName, String otherValue) {
        assertThat(Hallmark.of(name, value)).isPresent().isNotEqualTo(Hallmark.of(otherName, otherValue));
    }

    @ParameterizedTest
    @CsvSource({"customer_id,none", "phone,n/a", "phone,110", "email,不方便", "order_no,12", "customer_id,陳小姐"})
    void isNothingThatTellsNobodyFromOthers(String name, String value) {
        assertThat(Hallmark.of(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"phone,0912345678", "email,mei@example.com"})
    void isKeptAsAFingerprintThatDoesNotHoldIt(String name, String value) {
        var fingerprint = Hallmark.of(name, value).orElseThrow().fingerprint();

        assertThat(fingerprint).matches("[0-9a-f]{64}").doesNotContain("345678", "mei");
    }
}
