package io.github.dropblock.examples.common;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** Letters that can be read, and colors that can be told apart, in every chart of the examples. */
public final class ChartStyle {
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

  private ChartStyle() {}

  /**
   * Styles a chart.
   *
   * @param styler the chart's
   * @param legend where the legend goes
   * @param colors one for each series
   */
  public static void apply(XYStyler styler, LegendPosition legend, Color... colors) {
    styler
        .setChartBackgroundColor(Color.WHITE)
        .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18))
        .setLegendFont(TEXT)
        .setLegendPosition(legend)
        .setSeriesColors(colors);
    styler.setAxisTitleFont(TEXT).setAxisTickLabelsFont(TEXT);
  }
}
