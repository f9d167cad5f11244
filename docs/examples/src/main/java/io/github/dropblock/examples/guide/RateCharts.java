package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.examples.common.ChartStyle;
import io.github.dropblock.examples.common.PanelSheet;
import io.github.dropblock.examples.common.PanelSheet.Panel;
import io.github.dropblock.tensor.Shape;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Realized against requested drop rate: what the gamma of equation 1 does, and what EXACT does. */
final class RateCharts {
  static final int WIDTH = 640;
  static final int HEIGHT = 560;

  private static final int LINE_POINTS = 51;
  private static final int DOTS = 11;

  /** One for each dot, but for their size. */
  private static final Shape PLANES = Shape.nchw(64, 64, 1, 1);

  private static final Color[] COLORS = {
    new Color(0x212529),
    new Color(0xe8590c),
    new Color(0x9c36b5),
    new Color(0x1971c2),
    new Color(0x2f9e44)
  };

  private RateCharts() {}

  static BufferedImage draw() {
    return PanelSheet.draw(
        List.of(
            List.of(
                panel("VALID: equation 1 drops less than asked", valid()),
                panel("WHOLE: equation 1 drops more, most on small maps", whole()))),
        String.format(
            Locale.ROOT,
            "Lines: closed form. Dots: %,d masks each. PAPER is equation 1; b is blockSize.",
            PLANES.planes()));
  }

  private static Panel panel(String title, XYChart chart) {
    return new Panel(
        title,
        "black: EXACT gamma gives what was asked for",
        BitmapEncoder.getBufferedImage(chart));
  }

  private static XYChart valid() {
    XYChart chart = chart(LegendPosition.InsideNW);
    add(chart, "EXACT, 14 x 14, b 7", SeedRegion.VALID, GammaRule.EXACT, 14, 7);
    add(chart, "PAPER, 7 x 7, b 3", SeedRegion.VALID, GammaRule.PAPER, 7, 3);
    add(chart, "PAPER, 14 x 14, b 7", SeedRegion.VALID, GammaRule.PAPER, 14, 7);
    add(chart, "PAPER, 28 x 28, b 7", SeedRegion.VALID, GammaRule.PAPER, 28, 7);
    add(chart, "PAPER, 56 x 56, b 7", SeedRegion.VALID, GammaRule.PAPER, 56, 7);
    return chart;
  }

  private static XYChart whole() {
    XYChart chart = chart(LegendPosition.InsideSE);
    add(chart, "EXACT, 14 x 14, b 7", SeedRegion.WHOLE, GammaRule.EXACT, 14, 7);
    add(chart, "PAPER, 7 x 7, b 7", SeedRegion.WHOLE, GammaRule.PAPER, 7, 7);
    add(chart, "PAPER, 14 x 14, b 7", SeedRegion.WHOLE, GammaRule.PAPER, 14, 7);
    add(chart, "PAPER, 28 x 28, b 7", SeedRegion.WHOLE, GammaRule.PAPER, 28, 7);
    add(chart, "PAPER, 56 x 56, b 7", SeedRegion.WHOLE, GammaRule.PAPER, 56, 7);
    return chart;
  }

  private static XYChart chart(LegendPosition legend) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("requested drop rate, 1 - keepProb")
            .yAxisTitle("realized drop rate")
            .build();
    ChartStyle.apply(chart.getStyler(), legend, COLORS);
    chart
        .getStyler()
        .setXAxisMin(0.0)
        .setXAxisMax(1.0)
        .setYAxisMin(0.0)
        .setYAxisMax(1.0)
        .setXAxisDecimalPattern("0.0")
        .setYAxisDecimalPattern("0.0");
    return chart;
  }

  /** A line for the closed form, and dots of the same color for masks. */
  private static void add(
      XYChart chart, String name, SeedRegion region, GammaRule rule, int side, int block) {
    Color color = COLORS[chart.getSeriesMap().size() / 2];
    Shape shape = Shape.nchw(PLANES.n(), PLANES.c(), side, side);
    double[] x = grid(LINE_POINTS);
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = 1 - dropBlock(region, rule, block, x[i]).expectedKeptFraction(shape);
    }
    chart
        .addSeries(name, x, y)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(color)
        .setLineStyle(SeriesLines.SOLID)
        .setLineWidth(2);
    double[] asked = grid(DOTS);
    double[] realized = new double[asked.length];
    for (int i = 0; i < asked.length; i++) {
      realized[i] = 1 - dropBlock(region, rule, block, asked[i]).sample(shape, i).keptFraction();
    }
    XYSeries dots = chart.addSeries(name + ", masks", asked, realized);
    dots.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color).setLineStyle(SeriesLines.NONE);
    dots.setShowInLegend(false);
  }

  private static DropBlock dropBlock(SeedRegion region, GammaRule rule, int block, double rate) {
    return DropBlock.builder()
        .keepProb(1 - rate)
        .blockSize(block)
        .seedRegion(region)
        .gammaRule(rule)
        .seed(1)
        .build();
  }

  private static double[] grid(int points) {
    return IntStream.range(0, points).mapToDouble(i -> (double) i / (points - 1)).toArray();
  }
}
