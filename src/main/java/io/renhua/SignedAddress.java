package io.renhua;

import io.renhua.action.Signer;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.text.Wording;
import java.net.URI;
import java.util.ArrayList;

/**
 * An address of a company's own program, and what calls to it are signed with, as configuration sets them for actions and hooks.
 *
 * @param host for people to read
 * @param path with its query
 */
record SignedAddress(Http http, String host, String path, Signer signer) {

    /** Whether it is inside our own network, and meant to be. */
    static boolean isInside(Settings settings) {
        return settings.text("private-network", "false").equals("true");
    }

    /** Reads {@code url}, {@code secret} and {@code previous-secret}; what is wrong is noted in the settings. */
    static SignedAddress read(Settings settings, String example, HttpFactory http) {
        var address = settings.address("url", example);
        return new SignedAddress(http.to(address.resolve("/")), address.getHost(), path(address), signer(settings));
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static Signer signer(Settings settings) {
        var secrets = new ArrayList<Secret>();
        add(settings, "secret", settings.secret("secret"), secrets);
        settings.optionalSecret("previous-secret")
                .ifPresent(secret -> add(settings, "previous-secret", secret, secrets));
        return new Signer(secrets);
    }

    private static void add(Settings settings, String key, Secret secret, ArrayList<Secret> secrets) {
        if (Signer.fits(secret)) {
            secrets.add(secret);
        } else {
            settings.problem(
                    key,
                    Wording.of("is whsec_ and 24 to 64 random bytes in base64: openssl rand -base64 32 makes some"));
        }
    }
}
