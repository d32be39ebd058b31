// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import org.junit.jupiter.api.Tag;

/** On an Elasticsearch 9.x. */
@Tag("long")
class SiemOn9IT extends SiemContract {
    @Override
    RealElasticsearch start() throws Exception {
        return new Elasticsearch9(false);
    }
}
