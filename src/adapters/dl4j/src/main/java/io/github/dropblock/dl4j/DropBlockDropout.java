package io.github.dropblock.dl4j;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.util.Map;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Applies DropBlock, or any other {@link Regularizer}, as the dropout of a Deeplearning4j layer.
 *
 * <pre>{@code
 * new ConvolutionLayer.Builder(3, 3).nOut(64).dropOut(DropBlockDropout.of(0.9, 7, seed)).build()
 * new DropoutLayer(DropBlockDropout.of(dropBlock).withSchedule(KeepProbSchedule.linear(1, 0.9, n)))
 * }</pre>
 *
 * <p>Activations have rank 2 (dense layers) to 5, any memory order and type FLOAT, DOUBLE, HALF or
 * BFLOAT16. On other backends than the CPU's they are multiplied by the engine. The engine applies
 * a layer's dropout to the layer's input, in training only; {@link MonteCarloDropping} drops at
 * inference as well. Probabilities are those to keep, as in Deeplearning4j's own dropouts.
 *
 * <p>In a forward pass, the layer that is number u among those with the same seed uses {@link
 * Regularizer#forUse forUse(u)} of the iteration's regularizer: the masks of {@link
 * io.github.dropblock.ScheduledRegularizer#at(long, long)}. So layers may share a configuration, or
 * even one instance, but for output layers (see {@link #forLayer}). A network that is saved and
 * restored continues with the same masks. Copies of a network that train at the same time draw the
 * same masks.
 *
 * <p>The configuration is immutable. The masks of the current forward pass are kept for the
 * backward pass, at most one bit per element. So an instance belongs to one network, as
 * Deeplearning4j's own do.
 *
 * @since 0.1.0
 */
public final class DropBlockDropout implements IDropout {
  private static final long serialVersionUID = 1;

  private final transient DropoutSettings settings;
  private final transient DropoutHook hook;

  /**
   * Reads the configuration from JSON, for the engine; {@link #of(Regularizer)} is easier to use.
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
    this(DropoutSettings.read(regularizer, schedule, scheduleType, engineSchedule, layout));
  }

  private DropBlockDropout(DropoutSettings settings) {
    this.settings = settings;
    this.hook = new DropoutHook(settings);
  }

  /**
   * Creates DropBlock with the paper's choices.
   *
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @param seed any number
   * @return the dropout
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DropBlockDropout of(double keepProb, int blockSize, long seed) {
    return of(DropBlock.of(keepProb, blockSize, seed));
  }

  /**
   * Creates a dropout of any regularizer. One of the caller's own whose function has no name works
   * as well, but cannot be saved.
   *
   * @param regularizer what draws the masks; its threads are not saved
   * @return the dropout
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropBlockDropout of(Regularizer regularizer) {
    return new DropBlockDropout(DropoutSettings.of(regularizer));
  }

  /**
   * Returns the same dropout with keepProb by iteration.
   *
   * @param value the schedule; one of the caller's own works, but cannot be saved
   * @return a new dropout
   * @throws IllegalArgumentException if {@code value} is null or the regularizer has no keepProb
   */
  public DropBlockDropout withSchedule(KeepProbSchedule value) {
    return withSchedule(value, ScheduleType.ITERATION);
  }

  /**
   * Returns the same dropout with keepProb by iteration or epoch.
   *
   * @param value the schedule; one of the caller's own works, but cannot be saved
   * @param type what its steps are
   * @return a new dropout
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public DropBlockDropout withSchedule(KeepProbSchedule value, ScheduleType type) {
    notNull("value", value);
    notNull("type", type);
    return new DropBlockDropout(settings.withSchedule(value, type));
  }

  /**
   * Returns the same dropout with keepProb by a schedule of the engine's.
   *
   * @param value gives the probability to keep, in [0, 1]
   * @return a new dropout
   * @throws IllegalArgumentException if {@code value} is null or the regularizer has no keepProb
   */
  public DropBlockDropout withSchedule(ISchedule value) {
    notNull("value", value);
    return new DropBlockDropout(settings.withSchedule(value));
  }

  /**
   * Returns the same dropout for activations with their channels elsewhere.
   *
   * @param value where they are; the engine's arrays do not tell, so a wrong layout is not noticed
   * @return a new dropout
   * @throws IllegalArgumentException if {@code value} is null
   */
  public DropBlockDropout withLayout(DataLayout value) {
    notNull("value", value);
    return new DropBlockDropout(settings.withLayout(value));
  }

  /**
   * Returns the same dropout with the masks of one of several layers: the regularizer is {@link
   * Regularizer#forUse forUse(index)}. Layers that share a seed have masks of their own in {@code
   * fit}, but not in passes for which the engine changes its workspace manager, such as {@code
   * score(data, true)}; with this they have them there as well, and the same as in {@code fit}. The
   * engine calls the dropout of an output layer in the backward pass, where it has the number 0:
   * give it a seed or a number of its own, and an instance that no other layer has. Number all the
   * layers that share a seed, or none: a numbered layer and one that the engine's pass numbers
   * alike would have the same masks.
   *
   * @param index the layer's number, at least 0; 0 is the seed itself
   * @return a new dropout
   * @throws IllegalArgumentException if {@code index} is negative
   */
  public DropBlockDropout forLayer(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("index must be at least 0: " + index);
    }
    return new DropBlockDropout(settings.forUse(index));
  }

  private static void notNull(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
  }

  /**
   * {@return the regularizer's map, as JSON keeps it: see {@link Regularizer#toMap}}
   *
   * @throws UnsupportedOperationException if the regularizer is the caller's own and has no name
   */
  @JsonProperty("regularizer")
  public Map<String, Object> getRegularizer() {
    return settings.regularizerMap();
  }

  /**
   * Returns the schedule's map, as JSON keeps it.
   *
   * @return see {@link KeepProbSchedule#toMap}; null if there is none
   * @throws UnsupportedOperationException if the schedule is not one of the library's
   */
  @JsonProperty("schedule")
  public Map<String, Object> getSchedule() {
    return settings.scheduleMap();
  }

  /** {@return what the steps of the schedule are: ITERATION or EPOCH} */
  @JsonProperty("scheduleType")
  public ScheduleType getScheduleType() {
    return settings.scheduleType();
  }

  /** {@return the engine's schedule; null if there is none} */
  @JsonProperty("engineSchedule")
  public ISchedule getEngineSchedule() {
    return settings.engineSchedule();
  }

  /** {@return where the channels are} */
  @JsonProperty("layout")
  public DataLayout getLayout() {
    return settings.layout();
  }

  /**
   * Drops, in place where the engine allows it.
   *
   * @param inputActivations of rank 2 to 5 and a type of floating point; not modified unless it is
   *     {@code resultArray}
   * @param resultArray an array of the same shape; overwritten, unless elements of it share memory
   *     (a broadcast view)
   * @param iteration the training step, at least 0
   * @param epoch the epoch
   * @param workspaceMgr the forward pass that this is part of; null is one of its own
   * @return {@code resultArray}, or a new array if elements of that share memory
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
    return hook.forward(inputActivations, resultArray, iteration, epoch, workspaceMgr);
  }

  /**
   * Returns the gradient of the input, by the mask of the last forward pass that had no backward
   * pass yet.
   *
   * @param gradAtOutput of the activations' shape; not modified unless it is {@code gradAtInput}
   * @param gradAtInput an array of the same shape; overwritten
   * @param iteration does not matter
   * @param epoch does not matter
   * @return {@code gradAtInput}
   * @throws IllegalArgumentException if an array has another shape or type, or elements of {@code
   *     gradAtInput} share memory; then nothing is modified
   * @throws IllegalStateException if no forward pass is left
   */
  @Override
  public INDArray backprop(INDArray gradAtOutput, INDArray gradAtInput, int iteration, int epoch) {
    return hook.backward(gradAtOutput, gradAtInput);
  }

  DropoutHook hook() {
    return hook;
  }

  /** Forgets the masks that wait for a backward pass. */
  @Override
  public void clear() {
    hook.clear();
  }

  /** Returns the same configuration; masks that wait are not the copy's. */
  @Override
  public DropBlockDropout clone() {
    return new DropBlockDropout(settings.copy());
  }

  /**
   * Writes the configuration in maps in place of this.
   *
   * @return what is written
   * @throws NotSerializableException if the configuration has a function of the caller's own
   */
  private Object writeReplace() throws NotSerializableException {
    try {
      return new SavedDropout(
          getRegularizer(), getSchedule(), getScheduleType(), getEngineSchedule(), getLayout());
    } catch (UnsupportedOperationException e) {
      NotSerializableException refused = new NotSerializableException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * Refuses: {@link #writeReplace} leaves no such object to read.
   *
   * @param in not read
   * @throws InvalidObjectException always
   */
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("only SavedDropout is ever written");
  }

  /** Whether the other has the same configuration. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DropBlockDropout d && settings.equals(d.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  /** Returns the regularizer, the schedule if there is one, and the layout. */
  @Override
  public String toString() {
    return "DropBlockDropout[" + settings + "]";
  }
}
