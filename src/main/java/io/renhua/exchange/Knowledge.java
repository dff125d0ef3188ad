package io.renhua.exchange;

import io.renhua.text.Wording;
import java.util.List;

/** What people ask and what is answered, as a table or a log holds it. */
interface Knowledge {
    /** The languages it is written in; the first is the default. */
    List<String> locales();

    /** @param standard the language whose answers the other languages translate */
    List<Topic> topics(String standard);

    /** What was left out, and what was guessed. */
    List<Wording> remarks();
}
