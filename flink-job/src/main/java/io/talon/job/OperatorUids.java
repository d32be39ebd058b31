// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

/** The uid of every operator: what a savepoint finds its state by. Never changed, never reused. */
final class OperatorUids {

    static final String FLOW_SOURCE = "flow-source";
    static final String SORT_OUT_FLOWS = "sort-out-flows";
    static final String CONTROL_SOURCE = "control-source";
    static final String DECODE_RELEASES = "decode-releases";
    static final String CONTROL_TIME = "control-time";
    static final String FILE_SOURCE = "file-source";
    static final String READ_CONN_LOGS = "read-conn-logs";
    static final String SEQUENCES = "sequences";
    static final String SCORES = "scores";
    static final String CONTROL_TIME_SUPPRESSIONS = "control-time-suppressions";
    static final String CONTROL_TIME_DEAD_LETTERS = "control-time-dead-letters";
    static final String CONTROL_TIME_SETTINGS = "control-time-settings";
    static final String EPISODES = "episodes";
    static final String ALERT_BUDGET = "alert-budget";
    static final String TALLIES = "tallies";
    static final String DEAD_OF_SITES = "dead-letters-of-sites";
    static final String DEAD_TALLIES = "dead-letter-tallies";
    static final String ALERT_TALLIES = "alert-tallies";
    static final String SITE_WATCH = "site-watch";
    static final String ALERT_TOPIC_SINK = "alert-topic-sink";
    static final String SAMPLE_SINK = "sample-sink";
    static final String SHADOW_SAMPLE_SINK = "shadow-sample-sink";
    static final String HEALTH_SINK = "health-sink";
    static final String ANOMALY_SINK = "anomaly-sink";
    static final String DEAD_LETTER_INDEX_SINK = "dead-letter-index-sink";
    static final String DEAD_LETTER_TOPIC_SINK = "dead-letter-topic-sink";
    static final String WEBHOOK_SINK = "webhook-sink";
    static final String SYSLOG_SINK = "syslog-sink";
    static final String SCORE_SINK = "score-sink";
    static final String REPORT_SINK = "report-sink";
    static final String REJECTED_SINK = "rejected-sink";
    static final String UNSCORED_SINK = "unscored-sink";

    private OperatorUids() {}
}
