package io.renhua.exchange;

import io.renhua.text.Wording;
import java.util.List;
import java.util.Map;

/**
 * A persona from elsewhere, as far as a script can hold it.
 *
 * @param nickname also what its folder is called by, where nothing else is wished
 * @param locales what it speaks; the first is the default
 * @param own what stands in its {@code persona.yaml} instead of, or beside, {@link StandingWords}
 * @param files pictures and the like, by path
 * @param remarks what did not fit and where it is now, and what its operator must look at
 */
record Newcomer(
        String nickname,
        List<String> locales,
        Map<String, Object> own,
        List<Topic> topics,
        Map<String, byte[]> files,
        List<Wording> remarks) {}
