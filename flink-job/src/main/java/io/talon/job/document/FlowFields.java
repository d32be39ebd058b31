// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowDirection;
import io.talon.job.flow.IpAddress;
import java.util.Locale;
import java.util.Optional;

/** ECS' source, destination, network, observer and related of the flow that ends a sequence. */
final class FlowFields {

    private FlowFields() {}

    static void write(ObjectNode root, FlowEvent flow) {
        Optional<IpAddress> orig = IpAddress.parse(flow.getOrigH());
        Optional<IpAddress> resp = IpAddress.parse(flow.getRespH());
        boolean ports = !flow.getProto().equals("icmp");
        endpoint(
                root.putObject("source"),
                orig,
                flow.getOrigH(),
                ports ? flow.getOrigP() : 0,
                flow.getOrigIpBytes(),
                flow.getOrigPkts());
        endpoint(
                root.putObject("destination"),
                resp,
                flow.getRespH(),
                ports ? flow.getRespP() : 0,
                flow.getRespIpBytes(),
                flow.getRespPkts());
        network(root.putObject("network"), flow, orig);
        ObjectNode observer = root.putObject("observer");
        observer.put("vendor", "Zeek").put("product", "zeek").put("type", "sensor");
        Json.text(observer, "name", flow.getSensor());
        ArrayNode related = root.putObject("related").putArray("ip");
        orig.ifPresent(ip -> related.add(ip.text()));
        resp.filter(ip -> !ip.text().equals(orig.map(IpAddress::text).orElse("")))
                .ifPresent(ip -> related.add(ip.text()));
    }

    private static void endpoint(
            ObjectNode to,
            Optional<IpAddress> ip,
            String address,
            int port,
            Long bytes,
            Long packets) {
        ip.ifPresent(i -> to.put("ip", i.text()));
        Json.text(to, "address", address);
        if (port > 0) {
            to.put("port", port);
        }
        Json.number(to, "bytes", bytes);
        Json.number(to, "packets", packets);
    }

    private static void network(ObjectNode to, FlowEvent flow, Optional<IpAddress> orig) {
        Json.text(to, "transport", transport(flow, orig));
        flow.getService().stream()
                .filter(s -> !s.startsWith("-"))
                .findFirst()
                .ifPresent(s -> Json.text(to, "protocol", s.toLowerCase(Locale.ROOT)));
        orig.ifPresent(ip -> to.put("type", ip.isV4() ? "ipv4" : "ipv6"));
        to.put("direction", FlowDirection.of(flow));
        Json.number(to, "bytes", sum(flow.getOrigIpBytes(), flow.getRespIpBytes()));
        Json.number(to, "packets", sum(flow.getOrigPkts(), flow.getRespPkts()));
        String communityId =
                flow.getCommunityId() != null
                        ? flow.getCommunityId()
                        : CommunityId.of(
                                        flow.getOrigH(),
                                        flow.getOrigP(),
                                        flow.getRespH(),
                                        flow.getRespP(),
                                        flow.getProto(),
                                        flow.getIpProto())
                                .orElse(null);
        Json.text(to, "community_id", communityId);
        if (flow.getVlan() != null) {
            to.putObject("vlan").put("id", flow.getVlan().toString());
        }
    }

    private static String transport(FlowEvent flow, Optional<IpAddress> orig) {
        String proto = flow.getProto().toLowerCase(Locale.ROOT);
        return proto.equals("icmp") && !orig.map(IpAddress::isV4).orElse(true)
                ? "ipv6-icmp"
                : proto;
    }

    private static Long sum(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(a + b);
    }
}
