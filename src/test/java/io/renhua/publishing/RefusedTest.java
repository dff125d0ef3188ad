package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.text.Wording;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedTest {
    private static final String ADDRESS = "111111111111";

    @Test
    void isToldInTheLanguageOfWhoeverWantedToBehindTheDoorToo() {
        var sent = new Review(1, "mo", ADDRESS, "", Review.Step.SENT, "lin", "new hours", Instant.EPOCH);
        var wish = new ReviewWish("mo", ADDRESS, "", Review.Step.APPROVED, "Lin", "reads well");

        var why = new Reviews(List.of(sent)).against(wish).orElse(Wording.NONE);
        var told = DoorPublications.Refused.of(why).wording();

        assertThat(told).hasToString("lin sent it, so somebody else has to approve it: --who and another name.");
        assertThat(told.in("zh-Hant")).isEqualTo("是 lin 自己送審的，要由別人核准：--who 寫另一個名字。");
    }
}
