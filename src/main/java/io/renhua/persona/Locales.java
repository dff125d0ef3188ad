package io.renhua.persona;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The languages a persona speaks.
 *
 * @param offered BCP 47 tags, the default among them
 */
public record Locales(String standard, List<String> offered) {
    public Locales {
        offered = List.copyOf(offered);
    }

    /** The offered locale nearest to a wanted tag: the same, then the same script or language, then the default. */
    public String pick(@Nullable String wanted) {
        if (wanted == null || offered.contains(wanted)) {
            return wanted == null ? standard : wanted;
        }
        var plain = wanted.replace('_', '-');
        var script = plain.startsWith("zh")
                ? plain.contains("Hant") || plain.endsWith("TW") || plain.endsWith("HK") || plain.endsWith("MO")
                        ? "zh-Hant"
                        : "zh-Hans"
                : plain.replaceAll("-.*", "");
        return offered.contains(script) ? script : standard;
    }
}
