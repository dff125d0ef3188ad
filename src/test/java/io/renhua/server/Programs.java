package io.renhua.server;

import io.renhua.House;
import java.util.List;

/** Programs that an owner has let in. */
public final class Programs {
    private Programs() {}

    /** One that may read and answer, as {@code api:helpdesk}. */
    public static ApiClient helpdesk(House house) {
        var made =
                house.get(ApiTokens.class).make("helpdesk", "小墨的同事", List.of(ApiScope.READ, ApiScope.ANSWER), "olga");
        return new ApiClient(house.address(), made.text());
    }
}
