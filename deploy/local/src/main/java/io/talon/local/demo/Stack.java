// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.part.ServicePart;
import java.io.IOException;
import java.util.List;

/** The parts of a demo. Closing stops all of them, side by side. */
record Stack(ElasticsearchPart elasticsearch, KafkaPart kafka, FlinkPart flink, ServicePart service)
        implements AutoCloseable {

    /** Chooses the ports and checks that all is built; starts nothing. */
    static Stack of(PartContext context) throws IOException {
        context.artefacts().requireAll();
        KafkaPart kafka = new KafkaPart(context);
        ElasticsearchPart elasticsearch = new ElasticsearchPart(context);
        return new Stack(
                elasticsearch,
                kafka,
                new FlinkPart(context),
                new ServicePart(context, kafka.address(), elasticsearch.address()));
    }

    List<Part> all() {
        return List.of(elasticsearch, kafka, flink, service);
    }

    @Override
    public void close() {
        all().parallelStream().forEach(Part::close);
    }
}
