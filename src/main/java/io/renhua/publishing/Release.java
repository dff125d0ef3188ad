package io.renhua.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to publish a version.
 *
 * @param begins null for at once
 * @param draft whether it is what the files hold
 */
public record Release(
        String persona,
        String address,
        String label,
        Audience audience,
        String who,
        String why,
        @Nullable Instant begins,
        boolean draft) {}
