package io.github.dropblock.oracle;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * GridMask on one plane as its paper words it: in each cell of a grid, a square is dropped. Plain
 * loops, written without a look at the library's code.
 */
public final class OracleGrid {
  private final int[] extent;
  private final int minPeriod;
  private final int maxPeriod;
  private final double holeRatio;

  /** A plane of the shape, and the choices of the grid. */
  public OracleGrid(Shape shape, int minPeriod, int maxPeriod, double holeRatio) {
    extent = new int[] {shape.d(), shape.h(), shape.w()};
    this.minPeriod = minPeriod;
    this.maxPeriod = maxPeriod;
    this.holeRatio = holeRatio;
  }

  /** A grid that may be drawn, with its probability. */
  public static final class Choice {
    private final float[] dropped;
    private final double probability;

    private Choice(float[] dropped, double probability) {
      this.dropped = dropped;
      this.probability = probability;
    }

    /** 1 where dropped. */
    public float[] dropped() {
      return dropped;
    }

    /** How likely the grid is among all. */
    public double probability() {
      return probability;
    }
  }

  /** All grids: each period is as likely as the others, and so is each shift of the grid. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (int period = minPeriod; period <= maxPeriod; period++) {
      double probability = 1.0 / (maxPeriod - minPeriod + 1) / period / period / period;
      for (int z = 0; z < period; z++) {
        for (int y = 0; y < period; y++) {
          for (int x = 0; x < period; x++) {
            choices.add(new Choice(dropped(period, z, y, x), probability));
          }
        }
      }
    }
    return choices;
  }

  /** Each axis is a row of stripes of which one position belongs to a hole or does not. */
  private float[] dropped(int period, int z, int y, int x) {
    float[] dropped = new float[extent[0] * extent[1] * extent[2]];
    int i = 0;
    for (int d = 0; d < extent[0]; d++) {
      for (int h = 0; h < extent[1]; h++) {
        for (int w = 0; w < extent[2]; w++, i++) {
          boolean hole =
              (extent[0] == 1 || inStripe(d + z, period))
                  && (extent[1] == 1 || inStripe(h + y, period))
                  && ((extent[2] == 1 && dropped.length > 1) || inStripe(w + x, period));
          dropped[i] = hole ? 1 : 0;
        }
      }
    }
    return dropped;
  }

  private boolean inStripe(int position, int period) {
    return position % period < Math.floor(holeRatio * period + .5);
  }

  /** The expected kept fraction, where every plane has a grid. */
  public double keptFraction() {
    double kept = 0;
    for (Choice choice : choices()) {
      double dropped = MaskData.sum(choice.dropped) / choice.dropped.length;
      kept += choice.probability * (1 - dropped);
    }
    return kept;
  }

  /** For each position, the probability that a hole covers it. */
  public double[] dropProbabilities() {
    double[] probabilities = new double[extent[0] * extent[1] * extent[2]];
    for (Choice choice : choices()) {
      for (int p = 0; p < probabilities.length; p++) {
        probabilities[p] += choice.probability * choice.dropped[p];
      }
    }
    return probabilities;
  }
}
