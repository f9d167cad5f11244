package io.github.dropblock.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The budgets of successive halving: {@code min(max, min * eta^k)} on rung k, up to the rung with
 * {@code max}.
 *
 * @param min the budget of the first rung, at least 1
 * @param max the budget of the last rung, at least {@code min}
 * @param eta one in eta trials goes on to the next rung, at least 2
 * @since 0.1.0
 */
public record Budgets(int min, int max, int eta) {
  /**
   * Checks the values.
   *
   * @param min the budget of the first rung
   * @param max the budget of the last rung
   * @param eta one in eta trials goes on
   * @throws IllegalArgumentException if a value is out of range
   */
  public Budgets {
    Arguments.atLeast("min", min, 1);
    Arguments.atLeast("max", max, min);
    Arguments.atLeast("eta", eta, 2);
  }

  /**
   * A rung.
   *
   * @param trials how many trials it has
   * @param budget of each of them
   */
  public record Rung(int trials, int budget) {}

  /**
   * The rungs of a search: each has {@code trials / eta} of the one before, rounded down, but at
   * least 1.
   *
   * @param trials number of trials on the first rung, at least 1
   * @return the rungs, the first with {@code min} and the last with {@code max}
   * @throws IllegalArgumentException if {@code trials} is less than 1
   */
  public List<Rung> rungs(int trials) {
    Arguments.atLeast("trials", trials, 1);
    List<Rung> rungs = new ArrayList<>();
    int left = trials;
    for (long budget = min; budget < max; budget *= eta) {
      rungs.add(new Rung(left, (int) budget));
      left = Math.max(1, left / eta);
    }
    rungs.add(new Rung(left, max));
    return List.copyOf(rungs);
  }
}
