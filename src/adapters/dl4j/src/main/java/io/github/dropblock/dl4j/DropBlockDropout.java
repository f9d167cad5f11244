package io.github.dropblock.dl4j;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * DropBlock, or any other {@link Regularizer}, as the dropout of a Deeplearning4j layer.
 *
 * <pre>{@code
 * new ConvolutionLayer.Builder(3, 3).nOut(64).dropOut(DropBlockDropout.of(0.9, 7, seed)).build()
 * new DropoutLayer(DropBlockDropout.of(dropBlock).withSchedule(KeepProbSchedule.linear(1, 0.9, n)))
 * }</pre>
 *
 * <p>For activations of rank 3, 4 or 5 on the CPU, dropped in place in whatever order the engine
 * keeps them: of type FLOAT at full speed, of type DOUBLE slowly, for gradient checks. The engine
 * applies a layer's dropout to its input, in training only. Probabilities are those to keep, as
 * Deeplearning4j's own.
 *
 * <p>A mask depends on the seed, the iteration, the shape and its number in the forward pass: the
 * first layer with a seed draws the regularizer's own mask, and the next ones with the same seed
 * others, in the order of the network. So layers may share a configuration, or even one instance,
 * and a network that is saved and restored goes on identically. Copies of a network that train at
 * the same time draw the same masks.
 *
 * <p>The configuration never changes. The masks of the current forward pass are kept for the
 * backward pass, at most a bit an element; so an instance belongs to one network, as
 * Deeplearning4j's own do.
 *
 * @since 0.1.0
 */
public final class DropBlockDropout implements IDropout {
  private static final long serialVersionUID = 1;

  /** Odd, so that each layer's number gives another seed; not that of {@link Masks}. */
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  /**
   * The regularizer's map. Maps and not the library's objects are what JSON and Java's own
   * serialization keep.
   */
  @SuppressWarnings("serial") // Of strings, numbers, lists and maps, all serializable.
  private final Map<String, Object> regularizer;

  /** The schedule's map, or null. */
  @SuppressWarnings("serial") // As above.
  private final Map<String, Object> schedule;

  /** What the steps of the schedule are. */
  private final ScheduleType scheduleType;

  /** The engine's schedule, or null. */
  private final ISchedule engineSchedule;

  /** Where the channels are. */
  private final DataLayout layout;

  private transient Masks masks;
  private transient KeepProbSchedule readSchedule;

  /**
   * For the engine, which makes it from JSON; {@link #of(Regularizer)} is easier to use.
   *
   * @param regularizer the map of a {@link Regularizer}
   * @param schedule the map of a {@link KeepProbSchedule}, or null
   * @param scheduleType whether that counts iterations or epochs; null is ITERATION
   * @param engineSchedule a schedule of the engine's, or null
   * @param layout where the channels are; null is CHANNELS_FIRST
   * @throws IllegalArgumentException if a map is not valid, there are two schedules, or one for a
   *     regularizer without a keepProb
   */
  public DropBlockDropout(
      @JsonProperty("regularizer") Map<String, Object> regularizer,
      @JsonProperty("schedule") Map<String, Object> schedule,
      @JsonProperty("scheduleType") ScheduleType scheduleType,
      @JsonProperty("engineSchedule") ISchedule engineSchedule,
      @JsonProperty("layout") DataLayout layout) {
    Regularizer read = Regularizer.fromMap(regularizer);
    if (schedule != null && engineSchedule != null) {
      throw new IllegalArgumentException(
          "schedule must be null if there is an engineSchedule: " + schedule);
    }
    if ((schedule != null || engineSchedule != null) && !(read instanceof KeepProbRegularizer)) {
      throw new IllegalArgumentException(
          "regularizer must have a keepProb for a schedule to drive: " + read);
    }
    // Written anew, so that numbers have the same types after a round trip.
    this.regularizer = Collections.unmodifiableMap(read.toMap());
    this.schedule = schedule == null ? null : written(KeepProbSchedule.fromMap(schedule));
    this.scheduleType = scheduleType == null ? ScheduleType.ITERATION : scheduleType;
    this.engineSchedule = engineSchedule;
    this.layout = layout == null ? DataLayout.CHANNELS_FIRST : layout;
  }

  /**
   * DropBlock with the paper's choices.
   *
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @param seed any number
   * @return the dropout
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DropBlockDropout of(double keepProb, int blockSize, long seed) {
    return of(DropBlock.builder().keepProb(keepProb).blockSize(blockSize).seed(seed).build());
  }

  /**
   * Any regularizer.
   *
   * @param regularizer what draws the masks; its threads are not kept
   * @return the dropout
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropBlockDropout of(Regularizer regularizer) {
    notNull("regularizer", regularizer);
    return new DropBlockDropout(regularizer.toMap(), null, null, null, null);
  }

  /**
   * The same with keepProb by iteration.
   *
   * @param value one of the library's own schedules
   * @return a new dropout
   * @throws IllegalArgumentException if {@code value} is null or the regularizer has no keepProb
   * @throws UnsupportedOperationException if the schedule is not one of the library's
   */
  public DropBlockDropout withSchedule(KeepProbSchedule value) {
    return withSchedule(value, ScheduleType.ITERATION);
  }

  /**
   * The same with keepProb by iteration or epoch.
   *
   * @param value one of the library's own schedules
   * @param type what its steps are
   * @return a new dropout
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   * @throws UnsupportedOperationException if the schedule is not one of the library's
   */
  public DropBlockDropout withSchedule(KeepProbSchedule value, ScheduleType type) {
    notNull("value", value);
    notNull("type", type);
    return new DropBlockDropout(regularizer, value.toMap(), type, null, layout);
  }

  /**
   * The same with keepProb by a schedule of the engine's.
   *
   * @param value gives the probability to keep, in [0, 1]
   * @return a new dropout
   * @throws IllegalArgumentException if {@code value} is null or the regularizer has no keepProb
   */
  public DropBlockDropout withSchedule(ISchedule value) {
    notNull("value", value);
    return new DropBlockDropout(regularizer, null, null, value, layout);
  }

  /**
   * The same for activations with their channels elsewhere.
   *
   * @param value where they are; the engine's arrays do not tell, so a wrong layout is not noticed
   * @return a new dropout
   * @throws IllegalArgumentException if {@code value} is null
   */
  public DropBlockDropout withLayout(DataLayout value) {
    notNull("value", value);
    return new DropBlockDropout(regularizer, schedule, scheduleType, engineSchedule, value);
  }

  /**
   * The same with a seed that is derived for one of several layers. Layers that share a seed have
   * masks of their own in {@code fit}, but not in passes for which the engine changes its workspace
   * manager, such as {@code score(data, true)}; with this they have them there as well.
   *
   * @param index the layer's number; 0 is the seed itself
   * @return a new dropout
   */
  public DropBlockDropout forLayer(int index) {
    Regularizer read = Regularizer.fromMap(regularizer);
    Map<String, Object> own = read.withSeed(read.seed() + index * SEED_STEP).toMap();
    return new DropBlockDropout(own, schedule, scheduleType, engineSchedule, layout);
  }

  private static void notNull(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
  }

  private static Map<String, Object> written(KeepProbSchedule schedule) {
    return Collections.unmodifiableMap(schedule.toMap());
  }

  /**
   * The regularizer's map, as JSON keeps it.
   *
   * @return see {@link Regularizer#toMap}; not modifiable
   */
  public Map<String, Object> getRegularizer() {
    return regularizer;
  }

  /**
   * The schedule's map, as JSON keeps it.
   *
   * @return see {@link KeepProbSchedule#toMap}; not modifiable; null if there is none
   */
  public Map<String, Object> getSchedule() {
    return schedule;
  }

  /**
   * What the steps of the schedule are.
   *
   * @return ITERATION or EPOCH
   */
  public ScheduleType getScheduleType() {
    return scheduleType;
  }

  /**
   * The engine's schedule.
   *
   * @return null if there is none
   */
  public ISchedule getEngineSchedule() {
    return engineSchedule;
  }

  /**
   * Where the channels are.
   *
   * @return the layout
   */
  public DataLayout getLayout() {
    return layout;
  }

  /**
   * Drops, in place where the engine allows it.
   *
   * @param inputActivations of rank 3, 4 or 5 and type FLOAT or DOUBLE; not modified unless it is
   *     {@code resultArray}
   * @param resultArray an array of the same shape; overwritten
   * @param iteration the training step, at least 0
   * @param epoch the epoch
   * @param workspaceMgr the forward pass that this is part of; null is one of its own
   * @return {@code resultArray}
   * @throws IllegalArgumentException if an array has another rank or type, or a schedule gives no
   *     probability; then nothing is modified
   */
  @Override
  public INDArray applyDropout(
      INDArray inputActivations,
      INDArray resultArray,
      int iteration,
      int epoch,
      LayerWorkspaceMgr workspaceMgr) {
    Activations result = Activations.of("activations", resultArray, layout);
    OptionalDouble keepProb = keepProb(iteration, epoch);
    DropMask mask =
        masks().draw(Pass.of(workspaceMgr, iteration), result.shape(), iteration, keepProb);
    if (inputActivations != resultArray) {
      resultArray.assign(inputActivations);
    }
    result.drop(mask);
    return resultArray;
  }

  /**
   * The gradient of the input, by the mask of the last forward pass that was not taken back yet.
   *
   * @param gradAtOutput of the activations' shape; not modified unless it is {@code gradAtInput}
   * @param gradAtInput an array of the same shape; overwritten
   * @param iteration does not matter
   * @param epoch does not matter
   * @return {@code gradAtInput}
   * @throws IllegalArgumentException if an array has another shape or type; then nothing is
   *     modified
   * @throws IllegalStateException if no forward pass is left
   */
  @Override
  public INDArray backprop(INDArray gradAtOutput, INDArray gradAtInput, int iteration, int epoch) {
    DropMask mask = masks().last();
    Activations gradient = Activations.ofGradient("gradient", gradAtInput, layout, mask.shape());
    if (gradAtOutput != gradAtInput) {
      gradAtInput.assign(gradAtOutput);
    }
    gradient.takeBack(mask);
    masks().takenBack();
    return gradAtInput;
  }

  private Masks masks() {
    if (masks == null) {
      masks = new Masks(Regularizer.fromMap(regularizer));
    }
    return masks;
  }

  private OptionalDouble keepProb(int iteration, int epoch) {
    if (engineSchedule != null) {
      return OptionalDouble.of(engineSchedule.valueAt(iteration, epoch));
    }
    if (schedule == null) {
      return OptionalDouble.empty();
    }
    if (readSchedule == null) {
      readSchedule = KeepProbSchedule.fromMap(schedule);
    }
    return OptionalDouble.of(
        readSchedule.at(scheduleType == ScheduleType.EPOCH ? epoch : iteration));
  }

  /** Forgets the masks that wait for a backward pass. */
  @Override
  public void clear() {
    masks().forget();
  }

  @Override
  public DropBlockDropout clone() {
    ISchedule copy = engineSchedule == null ? null : engineSchedule.clone();
    return new DropBlockDropout(regularizer, schedule, scheduleType, copy, layout);
  }

  /** Whether the other has the same configuration. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DropBlockDropout d
        && regularizer.equals(d.regularizer)
        && Objects.equals(schedule, d.schedule)
        && scheduleType == d.scheduleType
        && Objects.equals(engineSchedule, d.engineSchedule)
        && layout == d.layout;
  }

  @Override
  public int hashCode() {
    return Objects.hash(regularizer, schedule, scheduleType, engineSchedule, layout);
  }

  /** The regularizer, the schedule if there is one, and the layout. */
  @Override
  public String toString() {
    String ours = schedule == null ? "" : ", " + schedule + " by " + scheduleType;
    String engines = engineSchedule == null ? "" : ", " + engineSchedule;
    return "DropBlockDropout["
        + Regularizer.fromMap(regularizer)
        + ours
        + engines
        + ", "
        + layout
        + "]";
  }
}
