package io.renhua.nlu;

import java.util.regex.Pattern;

/** Whether a sentence tells of what was or asks for what shall be: 'I ordered on Monday' is another Monday. */
enum Leaning {
    PAST,
    OPEN,
    AHEAD;

    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:ordered|bought|purchased|paid|shipped|received|arrived|came|got"
                    + "|visited|returned|happened|complained)\\b|(?:买|下单|付款?|收到|到货|寄|送来|来过|去过|订购)了|(?:买|下单|付|收到|寄)[的嘅]|下的单|买咗|收咗|落咗?单");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:book|reserve|booking|reservation|appointment|schedule)\\b|预约|预订|预定|订位|订房|订桌|改到|改成|book位");

    static Leaning of(String folded) {
        return TELLS.matcher(folded).find() ? PAST : ASKS.matcher(folded).find() ? AHEAD : OPEN;
    }
}
