package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Work;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The ratios to a copy in the paper's setting, each shape a group of bars. */
final class RatioChart {
  /** Of each shape, the least ratio of one of the works. */
  private record Bars(String name, int color, Group group, Work... works) {
    boolean include(Line line) {
      return line.group() == group
          && List.of(works).contains(line.measured().row().work())
          && line.measured().row().setting().equals(Setting.PAPER);
    }
  }

  private static final List<Bars> BARS =
      List.of(
          new Bars("in place", 0x74c0fc, Group.MAIN, Work.IN_PLACE),
          new Bars("into another tensor", 0x1864ab, Group.MAIN, Work.OUT),
          new Bars("the same, scalar kernels", 0x868e96, Group.SCALAR, Work.OUT),
          new Bars(
              "libtorch, its best form",
              0xffa94d,
              Group.PEERS,
              Work.SEPARABLE,
              Work.CHANNELS_LAST,
              Work.CHANNELS_LAST_SEPARABLE),
          new Bars("libtorch, as torchvision does it", 0xe8590c, Group.PEERS, Work.TORCHVISION),
          new Bars("plain Java", 0x2b8a3e, Group.PEERS, Work.PLAIN_JAVA));

  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 10_000;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private RatioChart() {}

  /**
   * Writes a PNG.
   *
   * @return false if no line is of a kind that it shows; then there is no file
   */
  static boolean write(List<Line> lines, String title, Path file) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1200)
            .height(600)
            .title(title)
            .xAxisTitle("N,C,H,W")
            .yAxisTitle("time of a call / time of a copy")
            .build();
    style(chart.getStyler());
    BARS.forEach(bars -> add(chart, bars, lines));
    if (chart.getSeriesMap().isEmpty()) {
      return false;
    }
    save(chart, file);
    return true;
  }

  private static void style(CategoryStyler styler) {
    styler.setYAxisLogarithmic(true).setYAxisMin(LOWEST).setYAxisMax(HIGHEST);
    styler.setAvailableSpaceFill(0.9).setLabelsVisible(true);
    styler
        .setChartBackgroundColor(Color.WHITE)
        .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18))
        .setLegendFont(LEGEND)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal);
    styler.setAxisTitleFont(TEXT).setAxisTickLabelsFont(TEXT).setYAxisDecimalPattern("0.#");
  }

  private static void add(CategoryChart chart, Bars bars, List<Line> lines) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    lines.stream()
        .filter(bars::include)
        .map(Line::measured)
        .forEach(line -> ratios.merge(line.row().shape(), line.copies(), Math::min));
    if (!ratios.isEmpty()) {
      chart
          .addSeries(bars.name, List.copyOf(ratios.keySet()), List.copyOf(ratios.values()))
          .setFillColor(new Color(bars.color));
    }
  }

  private static void save(CategoryChart chart, Path file) {
    try {
      BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
