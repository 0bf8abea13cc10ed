package org.concordat.query.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.concordat.query.identity.ErrorBody;
import org.concordat.query.identity.HttpRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Tomcat refuses before anything of ours sees it, and what is refused without a word, is answered in GraphQL's shape too. */
public class RefusalValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalValve.class);

    static void install(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        Pipeline pipeline = host.getPipeline();
        Arrays.stream(pipeline.getValves()).filter(ErrorReportValve.class::isInstance).forEach(pipeline::removeValve);
        host.setErrorReportValveClass(RefusalValve.class.getName());
    }

    @Override public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (!request.isAsync()) answer(response);
    }

    @Override protected void report(Request request, Response response, @Nullable Throwable failure) {
        answer(response);
    }

    private static void answer(Response response) {
        int status = response.getStatus();
        if (status < 400 || response.isCommitted() || response.getContentWritten() > 0) return;
        HttpRefusal refusal = HttpRefusal.of(status);
        try {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            PrintWriter body = response.getReporter();
            if (body == null) return;
            body.write(ErrorBody.of(refusal.code(), refusal.sentence()));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("whoever was refused is gone", gone);
        }
    }
}
