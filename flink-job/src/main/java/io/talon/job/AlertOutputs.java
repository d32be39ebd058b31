// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.alert.v1.Alert;
import io.talon.job.document.SiteHealth;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of {@link AlertTopology}.
 *
 * @param alerts every step of every alert, suppressed ones and those beyond the budget included
 * @param health reports of every site
 */
record AlertOutputs(DataStream<Alert> alerts, DataStream<SiteHealth> health) {}
