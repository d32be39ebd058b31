// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

/** What became of one document of a bulk request. */
sealed interface Outcome {

    /**
     * Written.
     *
     * @param failureStore whether the document did not fit its mapping, and Elasticsearch put it
     *     into the data stream's failure store instead, under the same success
     */
    record Created(boolean failureStore) implements Outcome {}

    /** Written before: the same id is there. */
    record AlreadyThere() implements Outcome {}

    /** Not now; the document is fine. */
    record TryAgain(String reason) implements Outcome {}

    /** Not ever. */
    record Refused(String reason) implements Outcome {}

    /**
     * From the status of an item, or of a whole request of one item.
     *
     * @param status HTTP status, 0 when there was no answer
     */
    static Outcome of(int status, String reason, boolean failureStore) {
        if (status >= 200 && status < 300) {
            return new Created(failureStore);
        }
        return switch (status) {
            case 409 -> new AlreadyThere();
            // 401 and 403 are about us and not about the document: someone will mend them
            case 0, 401, 403, 408, 429 -> new TryAgain(said(status, reason));
            default ->
                    status >= 500
                            ? new TryAgain(said(status, reason))
                            : new Refused(said(status, reason));
        };
    }

    private static String said(int status, String reason) {
        return status == 0 ? reason : status + ": " + reason;
    }
}
