// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment in ISO 8601 with a zone, within the time that Zeek's clock can hold. */
final class StartConverter implements ITypeConverter<Instant> {

    private static final Instant LATEST = Instant.parse("4000-01-01T00:00:00Z");

    @Override
    public Instant convert(String text) {
        try {
            Instant start = OffsetDateTime.parse(text).toInstant();
            if (start.isBefore(Instant.EPOCH) || start.isAfter(LATEST)) {
                throw new TypeConversionException("'" + text + "' is not between 1970 and 4000");
            }
            return start;
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no time; write 2026-01-05T00:00:00Z");
        }
    }
}
