package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.PersonaFolder;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a value may be read outside the house. */
class VeilTest {
    @TempDir
    private Path directory;

    @Test
    void showsTheEndOfWhatTheScriptMasks() {
        assertThat(veil("[order_no]", "").over("MO1234 還沒到，打0912-345-678")).isEqualTo("**1234 還沒到，打0912-345-678");
        assertThat(veil("[phone]", "").over("MO1234 還沒到，打0912345678")).isEqualTo("MO1234 還沒到，打******5678");
    }

    @Test
    void showsNothingOfWhatMasksAllOfItself() {
        assertThat(veil("[order_no]", "    mask: all\n").over("MO1234 還沒到")).isEqualTo("****** 還沒到");
    }

    @Test
    void hidesPapersAltogether() {
        assertThat(veil("[id_card, bank_card]", "").over("我是A123456789，卡號4111 1111 1111 1111"))
                .isEqualTo("我是{id_card}，卡號{card}");
    }

    @Test
    void showsTheEndOfWhatTheScriptMasksByItsName() {
        var mo = mo("[order_no, membership]", "").change("lines/shop.yaml", "你喜歡故事還是詩？", "會員{membership|朋友}，你喜歡故事還是詩？");

        assertThat(mo.read().problems()).extracting(Problem::why).noneMatch(why -> why.contains("membership"));
        var veil = Veil.of(Objects.requireNonNull(mo.read().persona()));
        assertThat(veil.over("membership", "AB12XY")).isEqualTo("**12XY");
        assertThat(veil.over("membership", "MO1234")).isEqualTo("**1234");
        assertThat(veil.over("tier", "AB12XY")).isEqualTo("AB12XY");
    }

    @Test
    void isNotToldTwoThings() {
        assertThat(mo("[order_no]", "    mask: none\n").read().problems())
                .extracting(Problem::why)
                .contains("order_no is masked here, and says itself mask: none");
    }

    private Veil veil(String masked, String entity) {
        return Veil.of(Objects.requireNonNull(mo(masked, entity).read().persona()));
    }

    private PersonaFolder mo(String masked, String entity) {
        return PersonaFolder.copiedTo(directory.resolve(String.valueOf((masked + entity).hashCode())))
                .change("persona.yaml", "mask: [order_no]", "mask: " + masked)
                .change("persona.yaml", "    example: MO1234\n", "    example: MO1234\n" + entity);
    }
}
