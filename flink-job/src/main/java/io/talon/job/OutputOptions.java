// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.job.sink.ElasticsearchAccess;
import io.talon.job.sink.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/** Options of the places that results go to. Secrets are files, named and not read here. */
final class OutputOptions {

    /** What answers at {@link JobOptions#ELASTICSEARCH_URLS}. */
    enum IndexKind {
        ELASTICSEARCH,
        OPENSEARCH
    }

    static final ConfigOption<IndexKind> INDEX_KIND =
            ConfigOptions.key("index.kind")
                    .enumType(IndexKind.class)
                    .defaultValue(IndexKind.ELASTICSEARCH)
                    .withDescription("What answers at elasticsearch.urls");
    static final ConfigOption<String> WEBHOOK_URL =
            ConfigOptions.key("output.webhook.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Address that each alert is posted to, besides the index");
    static final ConfigOption<String> WEBHOOK_AUTHORIZATION =
            ConfigOptions.key("output.webhook.authorization-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File that holds the value of the header Authorization, on every"
                                    + " TaskManager");
    static final ConfigOption<String> SYSLOG_URL =
            ConfigOptions.key("output.syslog.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Server that gets each alert as CEF: tcp://, tls:// or"
                                    + " udp://host:port");

    static final List<ConfigOption<?>> ALL =
            List.of(INDEX_KIND, WEBHOOK_URL, WEBHOOK_AUTHORIZATION, SYSLOG_URL);

    private OutputOptions() {}

    /** Where documents are indexed. */
    static Target index(Configuration options, ElasticsearchAccess access) {
        return switch (options.get(INDEX_KIND)) {
            case ELASTICSEARCH -> Target.elasticsearch(access);
            case OPENSEARCH -> Target.openSearch(access);
        };
    }

    /** Where alerts go besides, by the uid of the operator. */
    static Map<String, Target> besides(Configuration options) {
        Map<String, Target> targets = new TreeMap<>();
        String webhook = options.get(WEBHOOK_URL);
        if (webhook != null) {
            targets.put(
                    OperatorUids.WEBHOOK_SINK,
                    Target.webhook(webhook, options.get(WEBHOOK_AUTHORIZATION)));
        }
        String syslog = options.get(SYSLOG_URL);
        if (syslog != null) {
            targets.put(OperatorUids.SYSLOG_SINK, Target.syslog(syslog));
        }
        return targets;
    }
}
