// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.alert.v1.Alert;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.alert.AlertBudget;
import io.talon.job.document.AlertDocument;
import io.talon.job.document.DeadLetterDocument;
import io.talon.job.document.HealthDocument;
import io.talon.job.document.SampleDocument;
import io.talon.job.operator.RunMode;
import io.talon.job.sink.DeadLetterTopic;
import io.talon.job.sink.DocumentTopic;
import io.talon.job.sink.ElasticsearchAccess;
import io.talon.job.sink.ElasticsearchSink;
import io.talon.job.sink.ElasticsearchSink.Rendering;
import io.talon.job.sink.LetterTopic;
import io.talon.job.sink.Target;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the streaming job's results go. */
final class JobSinks {

    private final Configuration options;
    private final Properties kafka;
    private final Target index;

    /**
     * @param kafka client properties with the brokers
     */
    JobSinks(Configuration options, Properties kafka) {
        this.options = options;
        this.kafka = kafka;
        this.index =
                OutputOptions.index(
                        options,
                        new ElasticsearchAccess(
                                options.get(JobOptions.ELASTICSEARCH_URLS),
                                options.get(JobOptions.ELASTICSEARCH_API_KEY_FILE),
                                options.get(JobOptions.ELASTICSEARCH_USERNAME),
                                options.get(JobOptions.ELASTICSEARCH_PASSWORD_FILE),
                                options.get(JobOptions.ELASTICSEARCH_CA)));
    }

    /** Attaches all sinks. */
    void attach(JobOutputs scored, AlertOutputs told, DataStream<DeadLetter> deadLetters) {
        index(told.alerts(), AlertDocument::of, OperatorUids.ANOMALY_SINK);
        if (options.get(JobOptions.RUN_MODE) == RunMode.STREAMING) {
            // A look at the past must not pass for the site's present state.
            index(told.health(), HealthDocument::of, OperatorUids.HEALTH_SINK);
        }
        index(scored.samples(), SampleDocument::of, OperatorUids.SAMPLE_SINK);
        index(scored.shadowSamples(), SampleDocument::ofShadow, OperatorUids.SHADOW_SAMPLE_SINK);
        index(deadLetters, DeadLetterDocument::of, OperatorUids.DEAD_LETTER_INDEX_SINK);
        deadLetters
                .sinkTo(DeadLetterTopic.of(kafka, options.get(JobOptions.DEAD_LETTER_TOPIC)))
                .uid(OperatorUids.DEAD_LETTER_TOPIC_SINK)
                .name(OperatorUids.DEAD_LETTER_TOPIC_SINK);
        OutputOptions.besides(options)
                .forEach(
                        (uid, target) ->
                                told.alerts()
                                        .filter(AlertDocument::raises)
                                        .uid(uid + "-filter")
                                        .sinkTo(new ElasticsearchSink<>(target, AlertDocument::of))
                                        .uid(uid)
                                        .name(uid));
        String topic = options.get(JobOptions.ALERT_TOPIC);
        if (topic != null) {
            told.alerts()
                    .sinkTo(
                            DocumentTopic.<Alert>of(
                                    kafka, topic, AlertBudget::key, AlertDocument::of))
                    .uid(OperatorUids.ALERT_TOPIC_SINK)
                    .name(OperatorUids.ALERT_TOPIC_SINK);
        }
    }

    private <T> void index(DataStream<T> results, Rendering<T> rendering, String uid) {
        LetterTopic letters = new LetterTopic(kafka, options.get(JobOptions.DEAD_LETTER_TOPIC));
        results.sinkTo(new ElasticsearchSink<>(index, rendering, letters)).uid(uid).name(uid);
    }
}
