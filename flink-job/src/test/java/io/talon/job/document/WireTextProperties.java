// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WireTextProperties {

    @Property
    void leavesNothingInvisibleAndNothingLong(@ForAll String text) {
        String clean = WireText.clean(text);

        assertThat(clean.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT);
        assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(1024);
    }

    @Example
    void keepsWhatCanBeShown() {
        assertThat(WireText.clean("ssl,\u001b[31mröd\u202e\n")).isEqualTo("ssl,·[31mröd··");
        assertThat(WireText.clean(null)).isNull();
    }
}
