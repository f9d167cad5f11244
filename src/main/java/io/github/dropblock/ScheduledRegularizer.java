package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A regularizer whose keepProb may follow a schedule: gives the regularizer of each step and use.
 *
 * <p>{@link DropLayer} and every adapter draw by it, so one rule serves all. Immutable and safe for
 * use by many threads. While keepProb stays, the same regularizers are returned and nothing is
 * allocated.
 *
 * @since 0.1.0
 */
public final class ScheduledRegularizer {
  /** Uses whose regularizers are kept: more than a network has layers of one seed, as a rule. */
  private static final int KEPT_USES = 256;

  private final Regularizer regularizer;
  private final KeepProbSchedule schedule;

  /** Those of the last keepProb. A race between threads costs a repetition, never a wrong mask. */
  private volatile Uses last;

  private ScheduledRegularizer(Regularizer regularizer, KeepProbSchedule schedule) {
    this.regularizer = regularizer;
    this.schedule = schedule;
    this.last = new Uses(regularizer);
  }

  /**
   * Makes one without a schedule: the regularizer is as it is at each step.
   *
   * @param regularizer what draws the masks
   * @return the regularizer of all steps
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static ScheduledRegularizer of(Regularizer regularizer) {
    return new ScheduledRegularizer(Check.notNull("regularizer", regularizer), null);
  }

  /**
   * Makes one whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return the regularizer of each step
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public static ScheduledRegularizer of(Regularizer regularizer, KeepProbSchedule schedule) {
    Check.notNull("schedule", schedule);
    keepProbOf(Check.notNull("regularizer", regularizer));
    return new ScheduledRegularizer(regularizer, schedule);
  }

  private static KeepProbRegularizer keepProbOf(Regularizer regularizer) {
    if (regularizer instanceof KeepProbRegularizer r) {
      return r;
    }
    throw new IllegalArgumentException(
        "regularizer must have a keepProb for a schedule to drive: " + regularizer);
  }

  /**
   * Returns the regularizer as it was given; a schedule does not change it.
   *
   * @return the regularizer
   */
  public Regularizer regularizer() {
    return regularizer;
  }

  /**
   * Returns what keepProb follows.
   *
   * @return the schedule, if there is one
   */
  public Optional<KeepProbSchedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /**
   * Returns the same with another seed.
   *
   * @param seed any number
   * @return the regularizer of each step
   */
  public ScheduledRegularizer withSeed(long seed) {
    return new ScheduledRegularizer(regularizer.withSeed(seed), schedule);
  }

  /**
   * Returns the regularizer of a step. The schedule is asked once.
   *
   * @param step the training step, at least 0
   * @return the regularizer, with the schedule's keepProb
   * @throws IllegalArgumentException if {@code step} is negative, or the schedule gives no
   *     probability
   */
  public Regularizer at(long step) {
    return at(step, 0);
  }

  /**
   * Returns the regularizer of one of several uses within a step: {@code at(step).forUse(use)}.
   *
   * @param step the training step, at least 0
   * @param use the number of the use in its step, at least 0
   * @return the regularizer, with the schedule's keepProb and a seed of its own
   * @throws IllegalArgumentException if a number is negative, or the schedule gives no probability
   */
  public Regularizer at(long step, long use) {
    Check.atLeast("step", step, 0L);
    return usesAt(step).of(Check.atLeast("use", use, 0L));
  }

  /**
   * Returns the regularizer for dropping at inference: {@code at(step).forInference()}. Its masks
   * are numbered by draw, from 0, in place of the step.
   *
   * @param step the training step whose keepProb is taken, at least 0
   * @return the regularizer, with the schedule's keepProb and a seed of its own
   * @throws IllegalArgumentException if {@code step} is negative, or the schedule gives no
   *     probability
   */
  public Regularizer forInference(long step) {
    return usesAt(Check.atLeast("step", step, 0L)).forInference();
  }

  /**
   * Returns the regularizer of a use with a keepProb that the caller knows, for engines that have
   * schedules of their own.
   *
   * @param keepProb the probability to keep, in [0, 1]
   * @param use the number of the use in its step, at least 0
   * @return the regularizer, with that keepProb and a seed of its own
   * @throws IllegalArgumentException if an argument is out of range or the regularizer has no
   *     keepProb
   */
  public Regularizer withKeepProb(double keepProb, long use) {
    return usesOf(keepProb).of(Check.atLeast("use", use, 0L));
  }

  private Uses usesAt(long step) {
    return schedule == null ? last : usesOf(schedule.at(step));
  }

  private Uses usesOf(double keepProb) {
    Uses uses = last;
    if (Double.compare(keepProbOf(uses.first).keepProb(), keepProb) != 0) {
      uses = new Uses(keepProbOf(regularizer).withKeepProb(keepProb));
      last = uses;
    }
    return uses;
  }

  /** Whether the other has the same regularizer and an equal schedule. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ScheduledRegularizer s
        && regularizer.equals(s.regularizer)
        && Objects.equals(schedule, s.schedule);
  }

  @Override
  public int hashCode() {
    return Objects.hash(regularizer, schedule);
  }

  /** Returns the regularizer and the schedule. */
  @Override
  public String toString() {
    return schedule == null ? regularizer.toString() : regularizer + ", " + schedule;
  }

  /** The regularizers of one keepProb by use, as far as they were needed. */
  private static final class Uses {
    private final Regularizer first;
    private volatile Regularizer[] others = {};
    private volatile Regularizer inference;

    Uses(Regularizer first) {
      this.first = first;
    }

    Regularizer of(long use) {
      if (use == 0) {
        return first;
      }
      return use <= KEPT_USES ? kept((int) use) : first.forUse(use);
    }

    private Regularizer kept(int use) {
      Regularizer[] known = others;
      if (use <= known.length) {
        return known[use - 1];
      }
      Regularizer[] more = Arrays.copyOf(known, use);
      for (int i = known.length; i < use; i++) {
        more[i] = first.forUse(i + 1);
      }
      others = more;
      return more[use - 1];
    }

    Regularizer forInference() {
      Regularizer regularizer = inference;
      if (regularizer == null) {
        regularizer = first.forInference();
        inference = regularizer;
      }
      return regularizer;
    }
  }
}
