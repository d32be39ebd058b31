// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/**
 * Serves the API's contract: YAML as it is written, JSON to whom asks for it. Read when somebody
 * asks, for no start of the service should wait for it.
 */
@ApplicationScoped
class Contract {
    private static final String FILE = "/META-INF/openapi.yaml";
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    @Inject ObjectMapper json;

    void route(@Observes Router router) {
        router.get("/q/openapi").blockingHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        try (InputStream file = Contract.class.getResourceAsStream(FILE)) {
            byte[] contract = file.readAllBytes();
            if (wantsJson(request)) {
                byte[] tree = json.writeValueAsBytes(new YAMLMapper().readTree(contract));
                answer(request, JSON, tree);
            } else {
                answer(request, YAML, contract);
            }
        } catch (IOException e) {
            request.fail(e);
        }
    }

    private static boolean wantsJson(RoutingContext request) {
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return "json".equalsIgnoreCase(request.request().getParam("format"))
                || accept != null && accept.contains(JSON);
    }

    private static void answer(RoutingContext request, String type, byte[] content) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                .end(Buffer.buffer(content));
    }
}
