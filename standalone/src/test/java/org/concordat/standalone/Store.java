package org.concordat.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import tools.jackson.databind.JsonNode;

/** What was recorded, read past Concordat: by the store's own means. */
interface Store {

    /** @param place counted from 1 */
    record Stored(long place, String id, String subject, long version) {}

    /** Everything from one place to another, both included. */
    List<Stored> read(long from, long to);

    /** The standalone's table. */
    static Store in(TestDatabase database) {
        return (from, to) -> database.all("select index, event_id, aggregate_id, sequence + 1 from event where index between "
                + from + " and " + to + " order by index", row ->
                new Stored(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    /** The events Axon Server gives out over its own HTTP, which Concordat does not use. */
    static Store in(AxonServer server) {
        return (from, to) -> {
            if (to < from) return List.of();
            var request = server.http("/v1/events?timeout=120&trackingToken=" + (from - 1) + "&maxEvents=" + (to - from + 1)).build();
            try (HttpClient http = HttpClient.newHttpClient();
                    InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
                List<Stored> events = read(new Scanner(body), to);
                http.shutdownNow();
                return events;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static List<Stored> read(Scanner lines, long to) {
        List<Stored> events = new ArrayList<>();
        long place = 0;
        while (lines.hasNextLine()) {
            String line = lines.nextLine();
            if (line.startsWith("id:")) place = Long.parseLong(line.substring(3).strip());
            if (!line.startsWith("data:")) continue;
            JsonNode event = Deployment.JSON.readTree(line.substring(5));
            events.add(new Stored(place, event.path("messageIdentifier").asString(), event.path("aggregateIdentifier").asString(),
                    event.path("aggregateSequenceNumber").asLong() + 1));
            if (place >= to) break;
        }
        return events;
    }
}
