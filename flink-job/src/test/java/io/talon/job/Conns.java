// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.zeek.Conn;

/** Rows of conn.log from records, field by field: what the job's own way is held against. */
public final class Conns {

    private Conns() {}

    /** The flow as a row. */
    public static Conn of(FlowEvent event) {
        return Conn.builder()
                .tsMicros(FlowEvents.micros(event.getTs()))
                .uid(event.getUid())
                .origH(event.getOrigH())
                .origP(event.getOrigP())
                .respH(event.getRespH())
                .respP(event.getRespP())
                .proto(event.getProto())
                .service(event.getService())
                .durationMicros(event.getDurationMicros())
                .origBytes(event.getOrigBytes())
                .respBytes(event.getRespBytes())
                .connState(event.getConnState())
                .localOrig(event.getLocalOrig())
                .localResp(event.getLocalResp())
                .missedBytes(event.getMissedBytes())
                .history(event.getHistory())
                .origPkts(event.getOrigPkts())
                .origIpBytes(event.getOrigIpBytes())
                .respPkts(event.getRespPkts())
                .respIpBytes(event.getRespIpBytes())
                .tunnelParents(event.getTunnelParents())
                .ipProto(event.getIpProto())
                .communityId(event.getCommunityId())
                .origL2Addr(event.getOrigL2Addr())
                .respL2Addr(event.getRespL2Addr())
                .vlan(event.getVlan())
                .innerVlan(event.getInnerVlan())
                .writeTsMicros(
                        event.getWriteTs() == null ? null : FlowEvents.micros(event.getWriteTs()))
                .sensor(event.getSensor())
                .build();
    }
}
