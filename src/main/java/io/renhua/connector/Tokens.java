package io.renhua.connector;

import io.renhua.connector.Grant.Granted;
import java.util.function.Supplier;

/**
 * The access tokens of accounts, shared by all threads and nodes: many platforms make one void when they give out the next, so
 * each is asked for by one, while the others wait for it.
 */
public interface Tokens {

    /**
     * The token of an account.
     *
     * @param account as nobody else is named, such as {@code wechat/wx0123}
     * @param ask how to get a new one from the platform, when there is none that may be used
     */
    Grant of(String account, Supplier<Grant> ask);

    /** Has nobody use a token again that the platform refused; a newer one stays. */
    void refused(String account, Granted token);
}
