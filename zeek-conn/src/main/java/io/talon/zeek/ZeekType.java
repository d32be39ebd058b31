// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/** Types of columns, as Zeek names them in its {@code #types} line. */
enum ZeekType {
    TIME("time"),
    INTERVAL("interval"),
    COUNT("count"),
    INT("int"),
    PORT("port"),
    BOOL("bool"),
    ADDR("addr"),
    ENUM("enum"),
    STRING("string"),
    /** A list that Zeek joins with commas into one string. */
    COMMA_STRING("string"),
    SET("set[string]");

    private final String zeekName;

    ZeekType(String zeekName) {
        this.zeekName = zeekName;
    }

    String zeekName() {
        return zeekName;
    }
}
