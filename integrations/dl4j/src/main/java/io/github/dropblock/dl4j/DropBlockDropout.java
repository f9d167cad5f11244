package io.github.dropblock.dl4j;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Map;
import java.util.Objects;
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
 * <p>Applies to activations of rank 3, 4 or 5 and type FLOAT, in place, in whatever order the
 * engine keeps them. A layer's dropout is applied to its input, in training only. The probability
 * is that to keep, as Deeplearning4j's own.
 *
 * <p>The mask depends on the seed, the iteration and the shape alone, so a network that is saved
 * and restored goes on identically. Layers with activations of the same shape draw the same masks
 * if their seeds are the same: give each its own, or use {@link #forLayer}. The same holds for
 * copies of a network that train at the same time.
 *
 * <p>The configuration never changes; the mask of the last iteration is kept for the backward pass.
 * An instance belongs to one layer of one network, as Deeplearning4j's own do.
 *
 * @since 0.1.0
 */
public final class DropBlockDropout implements IDropout {
  private static final long serialVersionUID = 1;

  /** Odd, so that each layer's number gives another seed. */
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  /** The regularizer's map: with the next four, what JSON and Java's own serialization keep. */
  @SuppressWarnings("serial") // Of strings, numbers and maps, all serializable.
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
   * @param regularizer the map of a regularizer
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
      throw new IllegalArgumentException("schedule and engineSchedule must not both be given");
    }
    if ((schedule != null || engineSchedule != null) && !(read instanceof KeepProbRegularizer)) {
      throw new IllegalArgumentException("a schedule must have a keepProb to drive: " + read);
    }
    // Written anew, so that numbers have the same types after a round trip.
    this.regularizer = read.toMap();
    this.schedule = schedule == null ? null : KeepProbSchedule.fromMap(schedule).toMap();
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
   * @param regularizer what draws the masks
   * @return the dropout
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropBlockDropout of(Regularizer regularizer) {
    if (regularizer == null) {
      throw new IllegalArgumentException("regularizer must not be null");
    }
    return new DropBlockDropout(regularizer.toMap(), null, null, null, null);
  }

  /**
   * The same with keepProb by iteration.
   *
   * @param value one of the library's own schedules
   * @return a new dropout
   * @throws IllegalArgumentException if the regularizer has no keepProb
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
   * @throws IllegalArgumentException if the regularizer has no keepProb
   */
  public DropBlockDropout withSchedule(KeepProbSchedule value, ScheduleType type) {
    return new DropBlockDropout(regularizer, value.toMap(), type, null, layout);
  }

  /**
   * The same with keepProb by a schedule of the engine's.
   *
   * @param value gives the probability to keep, in [0, 1]
   * @return a new dropout
   * @throws IllegalArgumentException if the regularizer has no keepProb
   */
  public DropBlockDropout withSchedule(ISchedule value) {
    return new DropBlockDropout(regularizer, null, null, value, layout);
  }

  /**
   * The same for activations with their channels elsewhere.
   *
   * @param value where they are
   * @return a new dropout
   */
  public DropBlockDropout withLayout(DataLayout value) {
    return new DropBlockDropout(regularizer, schedule, scheduleType, engineSchedule, value);
  }

  /**
   * The same with a seed that is derived for one of several layers, so that their masks differ.
   *
   * @param index the layer's number; 0 is the seed itself
   * @return a new dropout
   */
  public DropBlockDropout forLayer(int index) {
    Regularizer read = Regularizer.fromMap(regularizer);
    Map<String, Object> own = read.withSeed(read.seed() + index * SEED_STEP).toMap();
    return new DropBlockDropout(own, schedule, scheduleType, engineSchedule, layout);
  }

  /**
   * The regularizer's map, as JSON keeps it.
   *
   * @return see {@link Regularizer#toMap}
   */
  public Map<String, Object> getRegularizer() {
    return regularizer;
  }

  /**
   * The schedule's map, as JSON keeps it.
   *
   * @return see {@link KeepProbSchedule#toMap}; null if there is none
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
   * @param input activations of rank 3, 4 or 5 and type FLOAT; not modified unless it is {@code
   *     output}
   * @param output an array of the same shape; overwritten
   * @param iteration the training step
   * @param epoch the epoch
   * @param workspaceMgr where the engine keeps {@code output}
   * @return {@code output}
   * @throws IllegalArgumentException if an array has another rank or type; then nothing is modified
   */
  @Override
  public INDArray applyDropout(
      INDArray input, INDArray output, int iteration, int epoch, LayerWorkspaceMgr workspaceMgr) {
    Activations out = Activations.of("input", output, layout);
    DropMask mask = mask(out, iteration, epoch);
    if (input != output) {
      output.assign(input);
    }
    mask.applyInPlace(out.data(), out.strides());
    return output;
  }

  /**
   * The gradient of the input, by the mask of the same iteration.
   *
   * @param gradAtOutput of the activations' shape; not modified unless it is {@code gradAtInput}
   * @param gradAtInput an array of the same shape; overwritten
   * @param iteration the training step
   * @param epoch the epoch
   * @return {@code gradAtInput}
   * @throws IllegalArgumentException if an array has another rank or type; then nothing is modified
   */
  @Override
  public INDArray backprop(INDArray gradAtOutput, INDArray gradAtInput, int iteration, int epoch) {
    Activations dx = Activations.of("gradient", gradAtInput, layout);
    DropMask mask = mask(dx, iteration, epoch);
    if (gradAtOutput != gradAtInput) {
      gradAtInput.assign(gradAtOutput);
    }
    mask.backward(dx.data(), dx.strides());
    return gradAtInput;
  }

  private DropMask mask(Activations activations, int iteration, int epoch) {
    if (masks == null) {
      masks = new Masks(Regularizer.fromMap(regularizer));
    }
    if (schedule == null && engineSchedule == null) {
      return masks.mask(activations.shape(), iteration);
    }
    return masks.mask(activations.shape(), iteration, keepProb(iteration, epoch));
  }

  private double keepProb(int iteration, int epoch) {
    if (engineSchedule != null) {
      return engineSchedule.valueAt(iteration, epoch);
    }
    if (readSchedule == null) {
      readSchedule = KeepProbSchedule.fromMap(schedule);
    }
    return readSchedule.at(scheduleType == ScheduleType.EPOCH ? epoch : iteration);
  }

  /** Does nothing: the mask's memory is for the next iteration, and takes a bit an element. */
  @Override
  public void clear() {}

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

  @Override
  public String toString() {
    Object followed = engineSchedule == null ? schedule : engineSchedule;
    return "DropBlockDropout[" + regularizer + ", schedule=" + followed + ", " + layout + "]";
  }
}
