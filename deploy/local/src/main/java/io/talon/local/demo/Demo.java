// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import io.talon.dashboards.TemplateInstaller;
import io.talon.local.part.Artefacts;
import io.talon.local.part.DiskSpace;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * All of Talon on this machine: starts the parts side by side, sends flows through, shows what was
 * found. Closing stops everything, from any thread.
 */
public final class Demo implements AutoCloseable {
    private final DemoOptions options;
    private final Artefacts artefacts;
    private final WorkFolder work;
    private final Progress progress;
    private final Stack stack;
    private final Steps steps = new Steps();
    private final Supervisor supervisor;

    /**
     * Chooses ports and checks that all is built; starts nothing.
     *
     * @throws IOException if something is not built or a wanted port is taken
     */
    public Demo(DemoOptions options, Artefacts artefacts, WorkFolder work, Progress progress)
            throws IOException {
        this.options = options;
        this.artefacts = artefacts;
        this.work = work;
        this.progress = progress;
        this.stack = Stack.of(new PartContext(artefacts, work, new Ports(), options.ports()));
        this.supervisor =
                new Supervisor(
                        progress,
                        options.startTimeout(),
                        new DiskSpace(stack.elasticsearch().folder()),
                        steps::fail);
    }

    /**
     * Runs to the summary.
     *
     * @param out where the summary goes
     * @return false if its counts do not add up
     * @throws Exception why the demo could not go on
     */
    public boolean run(PrintStream out) throws Exception {
        progress.say("starting; logs are in " + work.logs());
        Replay replay = new Replay(artefacts, work);
        JobClient jobs = new JobClient(stack.flink().address());

        var elasticsearch = start(stack.elasticsearch());
        var templates = steps.afterwards(List.of(elasticsearch), this::installTemplates);
        var kafka = start(stack.kafka());
        var topics = steps.afterwards(List.of(kafka), this::createTopics);
        var flink = start(stack.flink());
        var logs = steps.now(() -> replay.logs(options.input()));
        var sent =
                steps.afterwards(
                        List.of(topics, logs),
                        () -> {
                            for (Replay.SiteLog log : logs.join()) {
                                replay.send(log, stack.kafka().address());
                                progress.say("flows of site " + log.site() + " are in Kafka");
                            }
                        });
        Path releaseKey = stack.service().makeReleaseKey();
        var job =
                steps.after(
                        List.of(flink, topics, templates),
                        () -> {
                            String id = jobs.submit(artefacts.jobJar(), jobArguments(releaseKey));
                            progress.say("the job is submitted");
                            return id;
                        });

        try (KafkaTopics reader = new KafkaTopics(stack.kafka().address())) {
            Findings findings =
                    new Findings(
                            progress,
                            jobs,
                            reader,
                            new AnomalyIndex(stack.elasticsearch().address()));
            var first = steps.after(List.of(job), findings::awaitFirst);
            var scored = steps.after(List.of(job, sent), () -> findings.awaitAll(job.join()));
            // Until the first anomaly is told, the cores are for what tells it.
            var service = startService(CompletableFuture.anyOf(first, scored));
            steps.await(CompletableFuture.allOf(sent, service));
            Summary summary = steps.await(scored);
            first.cancel(true);
            progress.close();
            DemoDocument document =
                    DemoDocument.of(stack, findings.searchAddress(), jobs.page(job.join()));
            if (options.json()) {
                out.println(document.json());
            } else {
                summary.print(out);
                printAddresses(out, document);
            }
            if (options.ready().isPresent()) {
                document.write(options.ready().get());
            }
            return summary.restarts() > 0 || summary.addsUp();
        }
    }

    /** Waits until the demo cannot go on; never returns otherwise. */
    public void stay() throws Exception {
        progress.say("everything keeps running; stop it with Ctrl-C");
        steps.await(new CompletableFuture<Void>());
    }

    @Override
    public void close() {
        supervisor.close();
        steps.close();
        progress.close();
        stack.close();
    }

    private CompletableFuture<Void> startService(CompletableFuture<?> when) {
        return steps.afterwards(List.of(start(stack.service(), List.of(when))), this::makeSites);
    }

    private CompletableFuture<Void> start(Part part) {
        return start(part, List.of());
    }

    private CompletableFuture<Void> start(Part part, List<CompletableFuture<?>> needed) {
        return steps.afterwards(
                needed,
                () -> {
                    part.start(Deadline.in(options.startTimeout()));
                    supervisor.watch(part);
                    progress.say(part.name() + " answers at " + part.address());
                });
    }

    private void installTemplates() throws IOException, InterruptedException {
        URI elasticsearch = URI.create(stack.elasticsearch().address());
        int installed = new TemplateInstaller(elasticsearch, Optional.empty()).install().size();
        progress.say(installed + " index templates are installed");
    }

    private void makeSites() throws IOException, InterruptedException {
        new DemoSites(URI.create(stack.service().address()), stack.service().keys().secret())
                .make(options.input().isPresent() ? Replay.OWN_SITE : Replay.MADE_UP_SITES);
    }

    private void createTopics() throws IOException, InterruptedException {
        try (KafkaTopics topics = new KafkaTopics(stack.kafka().address())) {
            topics.createAll(FlinkPart.slots());
        }
    }

    private List<String> jobArguments(Path releaseKey) {
        return List.of(
                "--kafka.bootstrap",
                stack.kafka().address(),
                "--elasticsearch.urls",
                stack.elasticsearch().address(),
                "--control.trusted-keys",
                releaseKey.toString(),
                "--checkpoint.interval",
                "2 s");
    }

    private static void printAddresses(PrintStream out, DemoDocument document) {
        out.println();
        out.println("Anomalies  " + document.anomalies());
        out.println("Job        " + document.job());
        out.println("Kafka      " + document.kafka());
        out.println("Page       " + document.page());
        out.println("API        " + document.openapi());
        document.tenants()
                .forEach(t -> out.printf("Key        of tenant %s: %s%n", t.name(), t.key()));
        out.printf(
                "Commands   export TALON_URL=%s TALON_KEY=%s%n",
                document.service(), document.tenants().get(0).key());
    }
}
