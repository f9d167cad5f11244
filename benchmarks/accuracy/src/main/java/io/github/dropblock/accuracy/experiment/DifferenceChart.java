package io.github.dropblock.accuracy.experiment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Mean differences with their confidence intervals, beside the line of no difference. */
final class DifferenceChart {
  private static final Color POINT = new Color(0x1c7ed6);

  private DifferenceChart() {}

  /**
   * One difference.
   *
   * @param name of what differs
   * @param difference from the reference
   */
  record Entry(String name, Sample difference) {}

  static BufferedImage draw(String title, String yTitle, List<Entry> entries) {
    CategoryChart chart =
        new CategoryChartBuilder().width(1000).height(560).title(title).yAxisTitle(yTitle).build();
    style(chart);
    List<String> names = entries.stream().map(Entry::name).toList();
    CategorySeries level =
        chart.addSeries("no difference", names, Collections.nCopies(names.size(), 0.0));
    level.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
    level.setMarker(SeriesMarkers.NONE);
    level.setLineColor(Color.BLACK);
    CategorySeries series =
        chart.addSeries(
            "mean and 95% interval",
            names,
            entries.stream().map(entry -> entry.difference().mean()).toList(),
            entries.stream().map(entry -> entry.difference().halfWidth()).toList());
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(POINT);
    return BitmapEncoder.getBufferedImage(chart);
  }

  private static void style(CategoryChart chart) {
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    chart.getStyler().setOverlapped(true);
    chart.getStyler().setXAxisLabelRotation(30);
  }
}
