package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.internal.codec.SerialProxy;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Regularizer whose keepProb may follow a schedule. It gives the regularizer of each step and use.
 *
 * <p>{@link DropLayer} and every adapter use this class, so all follow the same rule. Immutable and
 * safe for use by many threads. While keepProb does not change, the same regularizers are returned
 * and nothing is allocated. Java serialization writes the maps of the regularizer and the schedule.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public final class ScheduledRegularizer implements Serializable {
  static final String TYPE = "ScheduledRegularizer";
  private static final int VERSION = 1;
  private static final String REGULARIZER = "regularizer";
  private static final String SCHEDULE = "schedule";

  /**
   * Number of uses whose regularizers are kept. Networks seldom have more layers with the same
   * seed.
   */
  private static final int KEPT_USES = 256;

  private final Regularizer regularizer;
  private final KeepProbSchedule schedule;

  /** Regularizers of the regularizer's own keepProb. */
  private final Uses own;

  /**
   * Regularizers of the last keepProb. A race between threads may create them twice, but never
   * gives a wrong mask.
   */
  private volatile Uses last;

  private ScheduledRegularizer(Regularizer regularizer, KeepProbSchedule schedule) {
    this.regularizer = regularizer;
    this.schedule = schedule;
    this.own = new Uses(regularizer);
    this.last = own;
  }

  /**
   * Creates a scheduled regularizer without a schedule, which is the same at each step.
   *
   * @param regularizer the regularizer
   * @return the regularizer of all steps
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static ScheduledRegularizer of(Regularizer regularizer) {
    return new ScheduledRegularizer(Check.notNull("regularizer", regularizer), null);
  }

  /**
   * Creates a scheduled regularizer.
   *
   * @param regularizer the regularizer, whose own keepProb does not matter
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

  /** {@return the regularizer that was given to {@code of}, which a schedule does not change} */
  public Regularizer regularizer() {
    return regularizer;
  }

  /** {@return the schedule that keepProb follows, if there is one} */
  public Optional<KeepProbSchedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /**
   * Returns the same regularizer and schedule with another seed.
   *
   * @param seed any number
   * @return the regularizer of each step
   */
  public ScheduledRegularizer withSeed(long seed) {
    return new ScheduledRegularizer(regularizer.withSeed(seed), schedule);
  }

  /**
   * Returns the regularizer of a step. The schedule is evaluated once.
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
   * Returns the regularizer for dropping at inference: {@code at(step).forInference()}. Its step is
   * the number of the draw, from 0.
   *
   * @param step the training step whose keepProb is used, at least 0
   * @return the regularizer, with the schedule's keepProb and a seed of its own
   * @throws IllegalArgumentException if {@code step} is negative, or the schedule gives no
   *     probability
   */
  public Regularizer forInference(long step) {
    return usesAt(Check.atLeast("step", step, 0L)).forInference();
  }

  /**
   * Returns the regularizer of a use with a given keepProb, for engines with schedules of their
   * own.
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
    return schedule == null ? own : usesOf(schedule.at(step));
  }

  private Uses usesOf(double keepProb) {
    Uses uses = last;
    if (Double.compare(keepProbOf(uses.first).keepProb(), keepProb) != 0) {
      uses = new Uses(keepProbOf(regularizer).withKeepProb(keepProb));
      last = uses;
    }
    return uses;
  }

  private Map<String, Object> toMap() {
    MapWriter out = MapWriter.of(TYPE, VERSION).put(REGULARIZER, SavedForm.mapOf(regularizer));
    return (schedule == null ? out : out.put(SCHEDULE, schedule.toMap())).map();
  }

  static ScheduledRegularizer fromMap(Map<String, ?> map) {
    MapReader in = new MapReader(TYPE, map).type(TYPE).version(VERSION);
    Regularizer regularizer = Regularizer.fromMap(in.values(REGULARIZER));
    ScheduledRegularizer read =
        map.containsKey(SCHEDULE)
            ? of(regularizer, KeepProbSchedule.fromMap(in.values(SCHEDULE)))
            : of(regularizer);
    in.end();
    return read;
  }

  /** Tells whether another has an equal regularizer and an equal schedule. */
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

  /** Regularizers of one keepProb by use. Each is created when it is first needed. */
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

  @Serial
  private Object writeReplace() throws NotSerializableException {
    return SavedForm.of(this::toMap);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialProxy.refusal(ScheduledRegularizer.class);
  }
}
