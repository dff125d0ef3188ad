package world;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Where the servers of a run keep what happens. */
public sealed interface Database extends AutoCloseable permits Database.File, Postgres {

    /** What a server is told about it. */
    Map<String, String> settings();

    /** For reading afterwards what the servers left; for H2 only while none of them runs. */
    Connection connect() throws SQLException;

    /** How many servers can share it. */
    int nodes();

    @Override
    void close();

    /** H2, in a folder of the server's own. */
    record File(Path folder) implements Database {
        private static final String AS_THE_SERVER =
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

        /** Room that is free again is taken again at once: nobody waits for what is lost here. */
        private static final String TO_FILL = ";RETENTION_TIME=0;CACHE_SIZE=262144";

        @Override
        public Map<String, String> settings() {
            return Map.of("renhua.data", folder.toString());
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + folder.resolve("renhua").toAbsolutePath() + AS_THE_SERVER + TO_FILL,
                    "sa",
                    "");
        }

        @Override
        public int nodes() {
            return 1;
        }

        @Override
        public void close() {} // its folder belongs to the run
    }
}
