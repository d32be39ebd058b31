// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.job.source.DecodedFlow;
import io.talon.job.source.FlowDecoder;
import io.talon.job.source.RawRecord;
import io.talon.schema.wire.WriterSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Flows out of memory, decoded as the Kafka source decodes them. */
final class FlowGenerator implements GeneratorFunction<Long, DecodedFlow> {

    private static final long serialVersionUID = 1L;

    private final String data;
    private final int destinations;
    private transient FlowRows rows;
    private transient FlowDecoder decoder;

    FlowGenerator(Path data, int destinations) {
        this.data = data.toString();
        this.destinations = destinations;
    }

    @Override
    public void open(SourceReaderContext context) throws IOException {
        rows = FlowRows.of(Path.of(data));
        decoder = new FlowDecoder(WriterSchemas.none(), Duration.ofHours(1));
    }

    @Override
    public DecodedFlow map(Long number) {
        return decoder.decode(
                new RawRecord("memory", 0, number, rows.flow(number, destinations)),
                System.currentTimeMillis());
    }
}
