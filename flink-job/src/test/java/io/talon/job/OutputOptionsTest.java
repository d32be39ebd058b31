// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.job.sink.ElasticsearchAccess;
import io.talon.job.sink.Target;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class OutputOptionsTest {

    private static final ElasticsearchAccess ACCESS =
            ElasticsearchAccess.open(List.of("http://e1:9200"));

    @Test
    void indexesInElasticsearchAndNowhereElseUnlessToldSo() {
        Configuration options = parse();
        assertThat(OutputOptions.index(options, ACCESS))
                .hasToString("Elasticsearch at http://e1:9200");
        assertThat(OutputOptions.besides(options)).isEmpty();
    }

    @Test
    void sendsWhereItIsTold() {
        Configuration options =
                parse(
                        "--index.kind", "opensearch",
                        "--output.webhook.url", "http://hook/a",
                        "--output.syslog.url", "tls://siem:6514");
        assertThat(OutputOptions.index(options, ACCESS))
                .hasToString("OpenSearch at http://e1:9200");
        assertThat(OutputOptions.besides(options).values())
                .extracting(Target::toString)
                .containsExactly(
                        "the syslog server at tls://siem:6514", "the webhook at http://hook/a");
    }

    @Test
    void namesTheAddressThatIsNoneAndTheKindThatIsUnknown() {
        assertThatThrownBy(() -> OutputOptions.besides(parse("--output.syslog.url", "siem:514")))
                .hasMessageContaining("'siem:514' is no syslog server");
        assertThatThrownBy(() -> parse("--index.kind", "solr"))
                .hasMessageContaining("--index.kind solr");
    }

    private static Configuration parse(String... more) {
        return JobOptions.parse(
                Stream.concat(
                                Stream.of(
                                        "--kafka.bootstrap", "k:9092",
                                        "--elasticsearch.urls", "http://e1:9200"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
