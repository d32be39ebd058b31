// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import static io.talon.ctalvae.feature.Feature.Scale.LINEAR;
import static io.talon.ctalvae.feature.Feature.Scale.LOG1P;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Profiles of exporters whose columns are the features. Never changed once released. Left out on
 * purpose: addresses, ids, labels, times, and the columns that hold a clock instead of a duration
 * ({@code IdleTime}; {@code Idle Mean}, {@code Max}, {@code Min}). In place of the clocks stands
 * the gap since the destination's previous flow.
 */
final class ExportedColumns {
    /** Flags, codes and shares: their logarithm would mean nothing. */
    private static final Set<String> LINEAR_COLUMNS =
            Set.of(
                    "Proto",
                    "pLoss",
                    "sTtl",
                    "dTtl",
                    "sTos",
                    "Protocol",
                    "Connection Type",
                    "Down/Up Ratio");

    private static final List<String> ARGUS =
            List.of(
                    "Mean",
                    "Sport",
                    "Dport",
                    "SrcPkts",
                    "DstPkts",
                    "TotPkts",
                    "DstBytes",
                    "SrcBytes",
                    "TotBytes",
                    "SrcLoad",
                    "DstLoad",
                    "Load",
                    "SrcRate",
                    "DstRate",
                    "Rate",
                    "SrcLoss",
                    "DstLoss",
                    "Loss",
                    "pLoss",
                    "SrcJitter",
                    "DstJitter",
                    "SIntPkt",
                    "DIntPkt",
                    "Proto",
                    "Dur",
                    "TcpRtt",
                    "Sum",
                    "Min",
                    "Max",
                    "sDSb",
                    "sTtl",
                    "dTtl",
                    "SAppBytes",
                    "DAppBytes",
                    "TotAppByte",
                    "SynAck",
                    "RunTime",
                    "sTos",
                    "SrcJitAct",
                    "DstJitAct");

    private static final List<String> CIC_PORTS = List.of("Src Port", "Dst Port");

    private static final List<String> CIC =
            List.of(
                    "Protocol",
                    "Flow Duration",
                    "Total Fwd Packet",
                    "Total Bwd packets",
                    "Total Length of Fwd Packet",
                    "Total Length of Bwd Packet",
                    "Fwd Packet Length Max",
                    "Fwd Packet Length Min",
                    "Fwd Packet Length Mean",
                    "Fwd Packet Length Std",
                    "Bwd Packet Length Max",
                    "Bwd Packet Length Min",
                    "Bwd Packet Length Mean",
                    "Bwd Packet Length Std",
                    "Flow Bytes/s",
                    "Flow Packets/s",
                    "Flow IAT Mean",
                    "Flow IAT Std",
                    "Flow IAT Max",
                    "Flow IAT Min",
                    "Fwd IAT Total",
                    "Fwd IAT Mean",
                    "Fwd IAT Std",
                    "Fwd IAT Max",
                    "Fwd IAT Min",
                    "Bwd IAT Total",
                    "Bwd IAT Mean",
                    "Bwd IAT Std",
                    "Bwd IAT Max",
                    "Bwd IAT Min",
                    "Fwd PSH Flags",
                    "Bwd PSH Flags",
                    "Fwd URG Flags",
                    "Bwd URG Flags",
                    "Fwd Header Length",
                    "Bwd Header Length",
                    "Fwd Packets/s",
                    "Bwd Packets/s",
                    "Packet Length Min",
                    "Packet Length Max",
                    "Packet Length Mean",
                    "Packet Length Std",
                    "Packet Length Variance",
                    "FIN Flag Count",
                    "SYN Flag Count",
                    "RST Flag Count",
                    "PSH Flag Count",
                    "ACK Flag Count",
                    "URG Flag Count",
                    "CWR Flag Count",
                    "ECE Flag Count",
                    "Down/Up Ratio",
                    "Average Packet Size",
                    "Fwd Segment Size Avg",
                    "Bwd Segment Size Avg",
                    "Fwd Bytes/Bulk Avg",
                    "Fwd Packet/Bulk Avg",
                    "Fwd Bulk Rate Avg",
                    "Bwd Bytes/Bulk Avg",
                    "Bwd Packet/Bulk Avg",
                    "Bwd Bulk Rate Avg",
                    "Subflow Fwd Packets",
                    "Subflow Fwd Bytes",
                    "Subflow Bwd Packets",
                    "Subflow Bwd Bytes",
                    "FWD Init Win Bytes",
                    "Bwd Init Win Bytes",
                    "Fwd Act Data Pkts",
                    "Fwd Seg Size Min",
                    "Active Mean",
                    "Active Std",
                    "Active Max",
                    "Active Min",
                    "Idle Std",
                    "Connection Type");

    /** Argus' columns as WUSTL-IIoT-2021 has them: 40, and the gap. */
    static final FeatureProfile ARGUS_V1 = profile("argus-v1", ARGUS);

    /** CICFlowMeter's columns as ACI-IoT-2023 has them: 77, and the gap. */
    static final FeatureProfile CICFLOWMETER_V1 =
            profile("cicflowmeter-v1", concatenated(CIC_PORTS, CIC));

    /** The same without the two ports. */
    static final FeatureProfile CICFLOWMETER_NO_PORTS_V1 = profile("cicflowmeter-no-ports-v1", CIC);

    private ExportedColumns() {}

    private static List<String> concatenated(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static FeatureProfile profile(String id, List<String> columns) {
        List<Feature> all = new ArrayList<>();
        for (String column : columns) {
            all.add(
                    new Feature(
                            column,
                            "as exported",
                            LINEAR_COLUMNS.contains(column) ? LINEAR : LOG1P,
                            "the exporter's column " + column));
        }
        all.add(
                new Feature(
                        "gap",
                        "ms",
                        LOG1P,
                        "start of the destination's previous flow to the start of this one; one"
                                + " day for the first"));
        return ListedProfile.of(id, all);
    }
}
