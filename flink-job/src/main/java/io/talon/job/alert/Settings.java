// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import io.talon.control.v1.SiteSettings;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/** What sites have set, in the broadcast state of every function that asks. */
public final class Settings {

    /** By {@code tenant|site}. */
    public static final MapStateDescriptor<String, SiteSettings> STATE =
            new MapStateDescriptor<>(
                    "site-settings", Types.STRING, new AvroTypeInfo<>(SiteSettings.class));

    private Settings() {}

    /** Takes changed settings, unless newer ones are there. */
    public static void take(
            SiteSettings changed, KeyedBroadcastProcessFunction<?, ?, ?, ?>.Context context)
            throws Exception {
        BroadcastState<String, SiteSettings> all = context.getBroadcastState(STATE);
        String site = changed.getTenant() + "|" + changed.getSite();
        SiteSettings current = all.get(site);
        if (current == null || changed.getVersion() > current.getVersion()) {
            all.put(site, SiteSettings.newBuilder(changed).build());
        }
    }

    /** The site's alerts a day, or the default. */
    public static double budget(
            KeyedBroadcastProcessFunction<?, ?, ?, ?>.ReadOnlyContext context,
            String tenant,
            String site,
            double otherwise)
            throws Exception {
        SiteSettings settings = context.getBroadcastState(STATE).get(tenant + "|" + site);
        return settings == null ? otherwise : settings.getAlertsPerDay();
    }
}
