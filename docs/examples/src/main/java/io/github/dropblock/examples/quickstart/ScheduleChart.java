package io.github.dropblock.examples.quickstart;

import io.github.dropblock.examples.common.ChartStyle;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Scheduled DropBlock: keepProb falls from 1 to its target while the network trains. The paper
 * drops a quarter as much in ResNet's group 3 as in its last group, 4.
 */
final class ScheduleChart {
  static final int WIDTH = 900;
  static final int HEIGHT = 500;

  private static final int TOTAL_STEPS = 100_000;
  private static final int POINTS = 11;

  private ScheduleChart() {}

  static BufferedImage draw(double keepProb) {
    KeepProbSchedule target = KeepProbSchedule.linear(1.0, keepProb, TOTAL_STEPS);
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Scheduled DropBlock: linear(1.0, " + keepProb + ", totalSteps)")
            .xAxisTitle("training step (thousands)")
            .yAxisTitle("keepProb (probability to keep)")
            .build();
    style(chart.getStyler());
    add(chart, "group 4: the schedule itself", target);
    add(chart, "group 3: forGroup(3, 4)", target.forGroup(3, 4));
    return BitmapEncoder.getBufferedImage(chart);
  }

  private static void style(XYStyler styler) {
    ChartStyle.apply(styler, LegendPosition.InsideSW, new Color(0x1864ab), new Color(0xe8590c));
    styler
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern("0.000")
        .setXAxisMin(0.0)
        .setXAxisMax(TOTAL_STEPS / 1000.0)
        .setXAxisTickMarkSpacingHint(120)
        .setYAxisTickMarkSpacingHint(60);
  }

  private static void add(XYChart chart, String name, KeepProbSchedule schedule) {
    double[] steps = new double[POINTS];
    Arrays.setAll(steps, i -> (double) TOTAL_STEPS * i / (POINTS - 1));
    double[] thousands = Arrays.stream(steps).map(step -> step / 1000).toArray();
    double[] keepProb = Arrays.stream(steps).map(step -> schedule.at((long) step)).toArray();
    chart.addSeries(name, thousands, keepProb).setMarker(SeriesMarkers.NONE);
  }
}
