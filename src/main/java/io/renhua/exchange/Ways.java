package io.renhua.exchange;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways of saying one thing while they are put together, part by part: where a part has several, each of the ways so far
 * goes on in each of them. At most {@value #MOST}, the first ones.
 */
record Ways(List<String> all) {
    static final int MOST = 12;
    static final Ways NOTHING = of("");

    /** None at all, to which others are added. */
    static final Ways NONE = new Ways(List.of());

    static Ways of(String text) {
        return new Ways(List.of(text));
    }

    Ways then(String text) {
        return then(of(text));
    }

    Ways then(Ways next) {
        return new Ways(all.stream()
                .flatMap(so -> next.all.stream().map(part -> so + part))
                .distinct()
                .limit(MOST)
                .toList());
    }

    Ways or(Ways other) {
        return new Ways(Stream.concat(all.stream(), other.all.stream())
                .distinct()
                .limit(MOST)
                .toList());
    }
}
