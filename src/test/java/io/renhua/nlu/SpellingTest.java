package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final Spelling SPELLING = Spelling.of(List.of(
            Utterance.of("where is my parcel"),
            Utterance.of("track the parcel from oolongia"),
            Utterance.of("我要退 matchalatte")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wher is my parcel    | where is my parcel
            wherre is my parcle  | where is my parcel
            where is my parsel   | where is my parcel
            我的pacrel在哪       | 我的parcel在哪
            matchalate退掉       | matchalatte退掉
            oolngia              | oolongia
            """)
    void takesOneSlipForTheWordThatIsKnown(String said, String meant) {
        assertThat(SPELLING.corrected(Utterance.of(said)).fingerprint())
                .isEqualTo(Utterance.of(meant).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"there is my parcel", "psrcle", "prcl", "parcel2", "iz", "", "退貨", "ρarcel", "😀😀😀"})
    void leavesAloneWhatIsAWordOrTooFarFromOne(String said) {
        var sentence = Utterance.of(said);

        assertThat(SPELLING.corrected(sentence).fingerprint()).isEqualTo(sentence.fingerprint());
    }

    @Test
    void prefersTheCommonerOfTwo() {
        var spelling = Spelling.of(List.of(Utterance.of("zulip zulip"), Utterance.of("zulap"), Utterance.of("zulip")));

        assertThat(spelling.corrected(Utterance.of("zulop")).fingerprint())
                .isEqualTo(Utterance.of("zulip").fingerprint());
    }
}
