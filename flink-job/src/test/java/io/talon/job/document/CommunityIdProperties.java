// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.job.flow.IpAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CommunityIdProperties {

    @Property
    void isTheSameFromEitherSide(
            @ForAll @Size(4) byte[] a,
            @ForAll @IntRange(max = 65535) int aPort,
            @ForAll @Size(4) byte[] b,
            @ForAll @IntRange(max = 65535) int bPort,
            @ForAll boolean tcp) {
        String from = new IpAddress(a).text();
        String to = new IpAddress(b).text();
        String proto = tcp ? "tcp" : "udp";

        assertThat(CommunityId.of(from, aPort, to, bPort, proto, null))
                .isPresent()
                .isEqualTo(CommunityId.of(to, bPort, from, aPort, proto, null));
    }

    @Property
    void readsAddressesAndNeverResolvesNames(@ForAll String text) {
        IpAddress.parse(text).ifPresent(ip -> assertThat(IpAddress.parse(ip.text())).isPresent());
    }
}
