// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Document;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the sink needs of a search engine. The only implementation speaks to Elasticsearch; one for
 * OpenSearch, whose servers Elasticsearch's client refuses, fits behind it.
 */
interface Bulk extends AutoCloseable {

    /**
     * Creates the documents in one or several requests.
     *
     * @return one outcome per document, in their order; never completes exceptionally
     */
    CompletableFuture<List<Outcome>> create(List<Document> documents);

    @Override
    void close();
}
