// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.awt.Color;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.w3c.dom.Document;

/** Pictures of results, each as PNG and as SVG. */
public final class Pictures {
    /** Pixels between the names of bars: with less room than that, every second one is left out. */
    private static final int LEAST_SPACING = 20;

    private static final int LEAST_WIDTH = 1200;

    /** Pixels for a bar: with less, the name of the last one is left out. */
    private static final int BAR_WIDTH = 40;

    private Pictures() {}

    /** MCC over the number of triplets, one line per row. */
    static void shots(Path folder, String name, Results results) throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(1000)
                        .height(600)
                        .title("MCC by number of triplets")
                        .xAxisTitle("triplets")
                        .yAxisTitle("MCC, mean of the pairs")
                        .build();
        for (String row : ShotCurve.rows(results)) {
            Results ofRow = results.ofRow(row);
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            List<Double> error = new ArrayList<>();
            for (int k : ofRow.ks()) {
                Interval mcc = ofRow.ofK(k).interval("mcc");
                x.add((double) k);
                y.add(mcc.mean());
                error.add(Double.isNaN(mcc.halfWidth()) ? 0 : mcc.halfWidth());
            }
            chart.addSeries(row, x, y, error);
        }
        if (!chart.getSeriesCollection().isEmpty()) {
            write(folder, name, chart);
        }
    }

    /** One measure of every row as bars. */
    static void bars(Path folder, String name, String title, Results results, String measure)
            throws IOException {
        Map<String, Interval> values = new LinkedHashMap<>();
        results.rows().forEach(row -> values.put(row, results.ofRow(row).interval(measure)));
        bars(folder, name, title, values);
    }

    /** Values as bars; those that do not exist are left out. */
    public static void bars(Path folder, String name, String title, Map<String, Interval> values)
            throws IOException {
        CategoryChart chart =
                new CategoryChartBuilder()
                        .width(Math.max(LEAST_WIDTH, values.size() * BAR_WIDTH))
                        .height(700)
                        .title(title)
                        .yAxisTitle(title)
                        .build();
        chart.getStyler().setXAxisLabelRotation(60);
        chart.getStyler().setXAxisTickMarkSpacingHint(LEAST_SPACING);
        chart.getStyler().setLegendVisible(false);
        List<String> rows = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        values.forEach(
                (row, value) -> {
                    if (!Double.isNaN(value.mean())) {
                        rows.add(row);
                        means.add(value.mean());
                        errors.add(Double.isNaN(value.halfWidth()) ? 0 : value.halfWidth());
                    }
                });
        if (!rows.isEmpty()) {
            chart.addSeries(title, rows, means, errors);
            write(folder, name, chart);
        }
    }

    /** Lines through points in two dimensions, [points × 2] each. */
    static void lines(
            Path folder, String name, String title, String[] axes, Map<String, double[][]> lines)
            throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(1000)
                        .height(500)
                        .title(title)
                        .xAxisTitle(axes[0])
                        .yAxisTitle(axes[1])
                        .build();
        chart.getStyler().setMarkerSize(4);
        addSeries(chart, lines);
        write(folder, name, chart);
    }

    private static void addSeries(XYChart chart, Map<String, double[][]> series) {
        series.forEach(
                (name, points) -> {
                    if (points.length > 0) {
                        double[] x = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
                        double[] y = Arrays.stream(points).mapToDouble(p -> p[1]).toArray();
                        chart.addSeries(name, x, y);
                    }
                });
    }

    /** Groups of points in two dimensions, [points × 2] each. */
    public static void points(
            Path folder, String name, String title, Map<String, double[][]> groups)
            throws IOException {
        XYChart chart = new XYChartBuilder().width(900).height(700).title(title).build();
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        chart.getStyler().setMarkerSize(5);
        chart.getStyler().setAxisTicksVisible(false);
        addSeries(chart, groups);
        write(folder, name, chart);
    }

    private static void write(Path folder, String name, Chart<?, ?> chart) throws IOException {
        Styler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        BitmapEncoder.saveBitmap(
                chart, folder.resolve(name).toString(), BitmapEncoder.BitmapFormat.PNG);
        Document document = emptySvg();
        SVGGraphics2D svg = new SVGGraphics2D(document);
        chart.paint(svg, chart.getWidth(), chart.getHeight());
        try (Writer out = Files.newBufferedWriter(folder.resolve(name + ".svg"))) {
            svg.stream(out, true);
        }
    }

    private static Document emptySvg() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IOException("this Java has no XML documents to write pictures with", e);
        }
    }
}
