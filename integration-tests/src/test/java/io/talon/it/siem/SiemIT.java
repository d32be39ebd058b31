// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

/** On the oldest Elasticsearch that Talon supports, without any optional module. */
class SiemIT extends SiemContract {
    @Override
    RealElasticsearch start() throws Exception {
        return new Elasticsearch8();
    }
}
