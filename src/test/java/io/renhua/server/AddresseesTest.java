package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddresseesTest {

    @ParameterizedTest
    @ValueSource(strings = {"@lin look", "please, @LIN.", "@lin請看一下", "麻煩@小林看一下", "@小林", "mail a@b.c or ask @lin!"})
    void findWhoIsNamed(String note) {
        assertThat(Addressees.include(note, "lin", "小林")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin look", "@linda look", "@lin.chen look", "@lin_2", "小林看一下", "@ lin"})
    void passOverWhoIsNot(String note) {
        assertThat(Addressees.include(note, "lin", "小林")).isFalse();
    }
}
