// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.flow.SiteId;
import io.talon.zeek.ConnLine;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Names of conn.log files to their flows. Rejected lines go to {@link JobTags#DEAD_LETTER} with
 * file and line, one report per file to {@link #REPORT}. A file that cannot be read is reported and
 * the next one read.
 */
public final class ReadConnLogs extends ProcessFunction<String, FlowView> {

    /** One per file, after its last flow. */
    public static final OutputTag<FileReport> REPORT =
            new OutputTag<>("file-report") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;

    private final String tenant;
    private final String site;

    /** For files of one site. */
    public ReadConnLogs(SiteId site) {
        this.tenant = site.tenant();
        this.site = site.site();
    }

    @Override
    public void processElement(String file, Context context, Collector<FlowView> out) {
        SiteId of = new SiteId(tenant, site);
        FileReport report =
                ConnFiles.read(
                        file,
                        line -> {
                            if (line instanceof ConnLine.Read read) {
                                out.collect(FlowView.of(FlowEvents.of(read.conn(), of)));
                            } else if (line instanceof ConnLine.Rejected rejected) {
                                context.output(
                                        JobTags.DEAD_LETTER, DeadLetters.of(rejected, file, of));
                            }
                        });
        context.output(REPORT, report);
    }
}
