// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** c = init + a · w for a single row: as many panels at once as there are of one width. */
final class RowTiles {
    private static final int LANES = Lanes.SPECIES.length();

    private RowTiles() {}

    static void multiply(float[] a, PackedMatrix w, float[] init, float[] c) {
        int[] panels = w.panels;
        int at = 0;
        int column = 0;
        for (int i = 0; i < panels.length; ) {
            int width = panels[i];
            int same = 1;
            while (same < 4 && i + same < panels.length && panels[i + same] == width) {
                same++;
            }
            int done = rowPanels(a, w, at, width, same, init, c, column);
            i += done;
            column += done * width * LANES;
            at += done * width * LANES * w.depth;
        }
    }

    private static int rowPanels(
            float[] a,
            PackedMatrix w,
            int at,
            int width,
            int same,
            float[] init,
            float[] c,
            int column) {
        if (width == 2 && same == 4) {
            RowTile.four2(w.depth, a, w.values, at, init, c, column);
            return 4;
        }
        if (width == 2 && same >= 2) {
            RowTile.two2(w.depth, a, w.values, at, init, c, column);
            return 2;
        }
        if (width == 2) {
            RowTile.one2(w.depth, a, w.values, at, init, c, column);
            return 1;
        }
        if (same >= 2) {
            RowTile.two3(w.depth, a, w.values, at, init, c, column);
            return 2;
        }
        RowTile.one3(w.depth, a, w.values, at, init, c, column);
        return 1;
    }
}
