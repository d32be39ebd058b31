// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class JobOptionsTest {

    private static final String[] REQUIRED = {
        "--kafka.bootstrap",
        "k1:9092,k2:9092",
        "--elasticsearch.urls",
        "http://e1:9200;http://e2:9200"
    };

    @Test
    void readsWhatIsGivenAndDefaultsTheRest() {
        Configuration options = JobOptions.parse(with("--flows.lateness", "5 min"));

        assertThat(options.get(JobOptions.KAFKA_BOOTSTRAP)).isEqualTo("k1:9092,k2:9092");
        assertThat(options.get(JobOptions.ELASTICSEARCH_URLS))
                .containsExactly("http://e1:9200", "http://e2:9200");
        assertThat(options.get(JobOptions.LATENESS)).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.get(JobOptions.FLOWS_TOPIC)).isEqualTo("talon.flows");
    }

    @Test
    void namesTheOptionThatIsUnknownMissingOrWrong() {
        assertThatThrownBy(() -> JobOptions.parse(with("--kafka.botstrap", "x")))
                .hasMessageContaining("no option --kafka.botstrap")
                .hasMessageContaining("--kafka.bootstrap");
        assertThatThrownBy(() -> JobOptions.parse(new String[] {"--kafka.bootstrap", "k:1"}))
                .hasMessage("option --elasticsearch.urls is missing");
        assertThatThrownBy(() -> JobOptions.parse(with("--flows.lateness", "soon")))
                .hasMessageContaining("--flows.lateness soon");
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of(REQUIRED), Stream.of(more)).toArray(String[]::new);
    }
}
