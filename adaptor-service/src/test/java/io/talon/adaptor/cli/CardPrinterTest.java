// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CardPrinterTest {
    private static final String CARD =
            """
            {"verdict": "fail", "parent": "0.1.0",
             "reasons": [
               {"verdict": "warn", "text": "1 of the triplets' 5 negatives is not found by it \
            any more, although the model that runs now finds it"},
               {"verdict": "fail", "text": "it overlooks \\u001b[31mslow port scans"}],
             "benign": {"before": {"count": 9, "of": 120, "share": 0.075},
                        "after": {"count": 1, "of": 120, "share": 0.00833}},
             "history": {"days": 7, "sequences": 812, "active": 44, "candidate": 3},
             "influence": [{"triplet": "t1", "benignAlarms": -0.02, "found": 0.05,
                            "harmful": true}]}
            """;

    @Test
    void everyReasonIsToldInFullAndNoneSpeaksToTheTerminal() throws IOException {
        StringWriter said = new StringWriter();
        new CardPrinter(new PrintWriter(said)).print(new ObjectMapper().readTree(CARD));

        assertThat(said.toString().lines())
                .containsExactly(
                        "fail, compared with 0.1.0",
                        "  warn  1 of the triplets' 5 negatives is not found by it any more,"
                                + " although the model that runs now finds it",
                        "  fail  it overlooks ·[31mslow port scans",
                        "",
                        "false alarms, benign flows held out   1 of 120 (0.8 %), before 9 of 120"
                                + " (7.5 %)",
                        "the last 7 days: 3 alerts of 812 sequences, 44 by what runs now",
                        "triplet t1: false alarms -2.0 %, found +5.0 %, does harm");
    }
}
