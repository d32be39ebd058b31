// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

/**
 * Something about an Elasticsearch that Talon's user should know.
 *
 * @param what names the thing and the reason
 * @param remedy what to do about it
 */
public record Finding(Level level, String what, String remedy) {

    /** How bad it is. */
    public enum Level {
        /** Documents are lost, refused or not found until it is mended. */
        ERROR,
        /** Something works less well than it could. */
        WARNING
    }

    static Finding error(String what, String remedy) {
        return new Finding(Level.ERROR, what, remedy);
    }

    static Finding warning(String what, String remedy) {
        return new Finding(Level.WARNING, what, remedy);
    }

    @Override
    public String toString() {
        return what + ". " + remedy;
    }
}
