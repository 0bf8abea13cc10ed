package org.concordat.query.api;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request as it goes over the wire, for what a client library would mend before it sends it. */
record Raw(int status, String head, String body) {

    static Raw send(int port, String line, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Raw(Integer.parseInt(answer.split(" ", 3)[1].trim()), answer.substring(0, end), answer.substring(end + 4));
        }
    }

    /** The code of the only error, in a body of our shape. */
    String code() {
        String json = body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
        return Client.code(Client.JSON.readTree(json));
    }
}
