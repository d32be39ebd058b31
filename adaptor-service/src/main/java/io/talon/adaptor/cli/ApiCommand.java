// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common. */
abstract class ApiCommand {
    @Spec private CommandSpec spec;

    /** Calls the API. */
    interface Call {
        JsonNode on(ApiClient api) throws IOException;
    }

    void list(ServiceOptions service, Call call, String items, String... columns)
            throws IOException {
        printer(service).list(call.on(service.client()), items, columns);
    }

    void one(ServiceOptions service, Call call) throws IOException {
        printer(service).one(call.on(service.client()));
    }

    void card(ServiceOptions service, Call call) throws IOException {
        printer(service).card(call.on(service.client()));
    }

    /** Progress and talk, apart from the result. */
    void say(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }

    /** A body of the members that are not null. */
    static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                body.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
            }
        }
        return body;
    }

    private Printer printer(ServiceOptions service) {
        return new Printer(spec.commandLine().getOut(), service.isJson());
    }
}
