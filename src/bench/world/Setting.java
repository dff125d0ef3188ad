package world;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every server of a run is told, as it could stand in {@code config/application.yml}. */
public final class Setting {
    private Setting() {}

    /** @param pause how long to wait for the end of a thought before answering */
    public static Map<String, String> of(Platform platform, StandIn standIn, Path personas, String pause) {
        var settings = new TreeMap<String, String>();
        var channel = "renhua.channels.bench.";
        settings.put("renhua.personas", personas.toString());
        settings.put(channel + "platform", platform.name());
        settings.put(channel + "persona", Brand.ID);
        platform.settings(standIn.address()).forEach((name, value) -> settings.put(channel + name, value));
        List.of("pause", "sentence", "most").forEach(each -> settings.put("renhua.gather." + each, pause));
        return settings;
    }
}
