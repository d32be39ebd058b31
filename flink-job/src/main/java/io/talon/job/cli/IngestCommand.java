// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.SiteId;
import io.talon.job.source.ConnFiles;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnLine;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files to Kafka, where the streaming job takes them up. */
@Command(
        name = "ingest",
        sortOptions = false,
        description = {
            "Sends the flows of conn.log files to Kafka, for the running job.",
            "Flows leave in the order of their end, as far as they are out of order by no more than"
                    + " half an hour. Lines that are no flows go to the dead-letter topic."
        },
        footer = {
            "",
            "Exit: 0 if Kafka has every flow that was read, 1 if not or if nothing could be read,",
            "2 wrong usage."
        })
final class IngestCommand implements Callable<Integer> {

    enum Target {
        kafka
    }

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "conn.log files of one site: TSV or JSON, plain or gzip.")
    private List<String> files;

    @Option(
            names = "--to",
            paramLabel = "TARGET",
            defaultValue = "kafka",
            description = "Where to: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Target to;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
    private String bootstrap;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "talon.flows",
            description = "Topic for flows (default: ${DEFAULT-VALUE}).")
    private String topic;

    @Option(
            names = "--dead-letter-topic",
            paramLabel = "TOPIC",
            defaultValue = "talon.dead-letters",
            description = "Topic for lines that are no flows (default: ${DEFAULT-VALUE}).")
    private String deadLetterTopic;

    @Mixin private SiteOptions site;

    @Option(
            names = "--sensor",
            paramLabel = "NAME",
            description = "Sensor that wrote them, where the log does not say so itself.")
    private String sensor;

    @Option(
            names = "--shift-to-now",
            description = "Move all times so that the last flow ends now. Reads the files twice.")
    private boolean shiftToNow;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "At most so many flows a second (default: as fast as it goes).")
    private double rate;

    private long taken;

    @Override
    public Integer call() throws Exception {
        SiteId of = site.id();
        PrintWriter err = spec.commandLine().getErr();
        FileLog log = new FileLog(err, files.size() > 1);
        long shiftMicros = shiftToNow ? shift() : 0;
        Pace pace = new Pace(rate);
        try (FlowProducer kafka = FlowProducer.connect(bootstrap, topic, deadLetterTopic);
                Progress progress = Progress.of(err, "flows sent")) {
            EndTimeOrder inOrder =
                    new EndTimeOrder(
                            conn -> {
                                pace.await();
                                kafka.send(FlowEvents.of(stamped(conn, shiftMicros), of));
                                progress.at(++taken);
                            });
            for (String file : files) {
                log.report(ConnFiles.read(file, line -> take(line, file, of, inOrder, kafka, log)));
            }
            inOrder.finish();
            kafka.flush();
            return summary(kafka, log, err);
        }
    }

    private void take(
            ConnLine line,
            String file,
            SiteId of,
            EndTimeOrder inOrder,
            FlowProducer kafka,
            FileLog log) {
        if (line instanceof ConnLine.Read flow) {
            inOrder.add(flow.conn());
        } else if (line instanceof ConnLine.Rejected rejected) {
            var letter = DeadLetters.of(rejected, file, of);
            log.rejected(letter);
            kafka.send(letter);
        }
    }

    private int summary(FlowProducer kafka, FileLog log, PrintWriter err) {
        err.printf(
                "%s; %,d flows in %s at %s%n", log.lines(), kafka.acknowledged(), topic, bootstrap);
        if (kafka.failed() > 0) {
            err.printf(
                    "talon ingest: Kafka did not take %,d records: %s%n",
                    kafka.failed(), kafka.firstFailure());
        }
        return log.read() == 0 || kafka.failed() > 0 ? 1 : 0;
    }

    private long shift() {
        long[] newest = {Long.MIN_VALUE};
        for (String file : files) {
            ConnFiles.read(
                    file,
                    line -> {
                        if (line instanceof ConnLine.Read flow) {
                            newest[0] = Math.max(newest[0], flow.conn().endMicros());
                        }
                    });
        }
        return newest[0] == Long.MIN_VALUE ? 0 : FlowEvents.micros(Instant.now()) - newest[0];
    }

    private Conn stamped(Conn conn, long shiftMicros) {
        Conn.Builder stamped = conn.toBuilder().tsMicros(conn.tsMicros() + shiftMicros);
        if (conn.writeTsMicros() != null) {
            stamped.writeTsMicros(conn.writeTsMicros() + shiftMicros);
        }
        return conn.sensor() == null ? stamped.sensor(sensor).build() : stamped.build();
    }
}
