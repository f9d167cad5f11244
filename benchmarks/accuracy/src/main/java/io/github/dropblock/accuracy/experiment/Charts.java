package io.github.dropblock.accuracy.experiment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Panels of lines with error bars. */
final class Charts {
  private static final Color[] COLORS = {
    new Color(0x1c7ed6), new Color(0xe8590c), new Color(0x2b8a3e), new Color(0x862e9c)
  };
  private static final Color REFERENCE = new Color(0x868e96);
  private static final int WIDTH = 620;
  private static final int HEIGHT = 440;

  private Charts() {}

  /**
   * A line with error bars.
   *
   * @param name for the legend
   * @param x where the points are
   * @param points what is there
   */
  record Line(String name, List<Double> x, List<Sample> points) {}

  /**
   * A chart.
   *
   * @param title above it
   * @param xTitle below it
   * @param yTitle at its side
   * @param reference a level to compare with, drawn as a broken line
   * @param referenceName its name
   * @param lines the lines
   */
  record Panel(
      String title,
      String xTitle,
      String yTitle,
      double reference,
      String referenceName,
      List<Line> lines) {}

  /** Draws panels in rows of two, all with the same range of y. */
  static BufferedImage draw(List<Panel> panels) {
    double low = panels.stream().mapToDouble(panel -> extreme(panel, -1)).min().orElseThrow();
    double high = panels.stream().mapToDouble(panel -> extreme(panel, 1)).max().orElseThrow();
    double margin = (high - low) / 20;
    int columns = Math.min(2, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < panels.size(); i++) {
      XYChart chart = chart(panels.get(i), low - margin, high + margin);
      g.drawImage(
          BitmapEncoder.getBufferedImage(chart), i % columns * WIDTH, i / columns * HEIGHT, null);
    }
    g.dispose();
    return sheet;
  }

  private static double extreme(Panel panel, int sign) {
    return sign
        * panel.lines().stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(point -> sign * point.mean() + point.standardError())
            .reduce(sign * panel.reference(), Math::max);
  }

  private static XYChart chart(Panel panel, double low, double high) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(panel.title())
            .xAxisTitle(panel.xTitle())
            .yAxisTitle(panel.yTitle())
            .build();
    style(chart, low, high);
    List<Double> x = panel.lines().get(0).x();
    XYSeries level =
        chart.addSeries(
            panel.referenceName(),
            List.of(x.get(0), x.get(x.size() - 1)),
            List.of(panel.reference(), panel.reference()));
    level.setMarker(SeriesMarkers.NONE);
    level.setLineStyle(SeriesLines.DASH_DASH);
    level.setLineColor(REFERENCE);
    double range = x.stream().max(Double::compare).get() - x.stream().min(Double::compare).get();
    for (int i = 0; i < panel.lines().size(); i++) {
      // A little apart, or their error bars would cover each other.
      add(chart, panel.lines().get(i), COLORS[i], (i - 1) * range / 80);
    }
    return chart;
  }

  private static void style(XYChart chart, double low, double high) {
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setYAxisMin(low);
    chart.getStyler().setYAxisMax(high);
    chart.getStyler().setXAxisDecimalPattern("0.00");
  }

  private static void add(XYChart chart, Line line, Color color, double shift) {
    XYSeries series =
        chart.addSeries(
            line.name(),
            line.x().stream().map(x -> x + shift).toList(),
            line.points().stream().map(Sample::mean).toList(),
            line.points().stream().map(Sample::standardError).toList());
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setMarker(SeriesMarkers.CIRCLE);
  }
}
