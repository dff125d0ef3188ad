package world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the servers' journal says after a run.
 *
 * @param arrived the messages of each person, in the order of their arrival
 * @param handled how often each message was handled
 * @param calls the calls that answer each message; several messages of one breath share them
 * @param said in which calls each message's ticket was said
 * @param doubted the calls that were ever marked as in doubt
 */
public record Remains(
        Map<String, List<Integer>> arrived,
        Map<Integer, Integer> handled,
        Map<Integer, Set<String>> calls,
        Map<Integer, Set<String>> said,
        Set<String> doubted) {
    private static final JsonMapper JSON = new JsonMapper();

    public static Remains in(Database database) throws SQLException, JsonProcessingException {
        var reading = new Reading();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select conversation, kind, happening from journal order by seq")) {
            while (rows.next()) {
                reading.add(rows.getString(1), rows.getString(2), JSON.readTree(rows.getString(3)));
            }
        }
        return reading.remains;
    }

    private static final class Reading {
        private final Remains remains =
                new Remains(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        private final Map<String, Turn> turns = new HashMap<>();

        /** A turn notes what each of its messages was taken for, and then what it says. */
        private static final class Turn {
            private final List<Integer> messages = new ArrayList<>();
            private boolean speaks;
        }

        void add(String conversation, String kind, JsonNode happening) {
            switch (kind) {
                case "Received" ->
                    remains.arrived
                            .computeIfAbsent(conversation, each -> new ArrayList<>())
                            .add(number(happening));
                case "Understood" -> understood(conversation, number(happening));
                case "Said" -> said(conversation, happening);
                case "Settled" -> {
                    if (happening.path("state").asText().equals("IN_DOUBT")) {
                        remains.doubted.add(happening.path("outboundId").asText());
                    }
                }
                default -> {} // hands it over, or notes something
            }
        }

        private void understood(String conversation, int message) {
            remains.handled.merge(message, 1, Integer::sum);
            var turn = turns.get(conversation);
            if (turn == null || turn.speaks) {
                turn = new Turn();
                turns.put(conversation, turn);
            }
            turn.messages.add(message);
        }

        private void said(String conversation, JsonNode happening) {
            var call = happening.path("outboundId").asText();
            Message.tickets(happening.path("content").toString()).forEach(ticket -> put(remains.said, ticket, call));
            var turn = turns.get(conversation);
            if (turn != null) {
                turn.speaks = true;
                turn.messages.forEach(message -> put(remains.calls, message, call));
            }
        }

        private static void put(Map<Integer, Set<String>> calls, int message, String call) {
            calls.computeIfAbsent(message, each -> new TreeSet<>()).add(call);
        }

        /** A platform's id of a message ends in its number. */
        private static int number(JsonNode happening) {
            return Integer.parseInt(happening.path("messageId").asText().replaceFirst(".*?([0-9]+)$", "$1"));
        }
    }
}
