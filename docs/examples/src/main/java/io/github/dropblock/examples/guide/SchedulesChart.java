package io.github.dropblock.examples.guide;

import io.github.dropblock.examples.common.ChartStyle;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Every schedule of keepProb, from 1 to .9 in 100 steps where it has two ends. */
final class SchedulesChart {
  static final int WIDTH = 1000;
  static final int HEIGHT = 560;

  private static final int LAST_STEP = 120;

  private SchedulesChart() {}

  static BufferedImage draw() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("keepProb during training")
            .xAxisTitle("training step")
            .yAxisTitle("keepProb (probability to keep)")
            .build();
    ChartStyle.apply(
        chart.getStyler(),
        LegendPosition.OutsideE,
        new Color(0x868e96),
        new Color(0x1864ab),
        new Color(0xe8590c),
        new Color(0x2f9e44),
        new Color(0x9c36b5),
        new Color(0x0c8599),
        new Color(0xc92a2a));
    chart
        .getStyler()
        .setXAxisMin(0.0)
        .setXAxisMax((double) LAST_STEP)
        .setYAxisMin(0.89)
        .setYAxisMax(1.005)
        .setXAxisTickMarkSpacingHint(90)
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern("0.00");
    schedules().forEach((name, schedule) -> add(chart, name, schedule));
    return BitmapEncoder.getBufferedImage(chart);
  }

  static Map<String, KeepProbSchedule> schedules() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1.0, 0.9, 100);
    Map<String, KeepProbSchedule> all = new LinkedHashMap<>();
    all.put("constant(0.95)", KeepProbSchedule.constant(0.95));
    all.put("linear(1, 0.9, 100)", linear);
    all.put("  its forGroup(3, 4)", linear.forGroup(3, 4));
    all.put("cosine(1, 0.9, 100)", KeepProbSchedule.cosine(1.0, 0.9, 100));
    all.put("polynomial(1, 0.9, 100, 3)", KeepProbSchedule.polynomial(1.0, 0.9, 100, 3));
    all.put(
        "step({1, .97, .92}, {40, 80})",
        KeepProbSchedule.step(new double[] {1, 0.97, 0.92}, new long[] {40, 80}));
    all.put(
        "warmup(20, constant(0.94))", KeepProbSchedule.warmup(20, KeepProbSchedule.constant(0.94)));
    return all;
  }

  /** A value holds until the next step, so changes are drawn upright. */
  private static void add(XYChart chart, String name, KeepProbSchedule schedule) {
    int[] ends = IntStream.range(0, 2 * LAST_STEP).toArray();
    double[] steps = Arrays.stream(ends).mapToDouble(i -> i / 2 + i % 2 * 0.999).toArray();
    double[] keepProbs = Arrays.stream(ends).mapToDouble(i -> schedule.at(i / 2)).toArray();
    chart.addSeries(name, steps, keepProbs).setMarker(SeriesMarkers.NONE).setLineWidth(2.5f);
  }
}
