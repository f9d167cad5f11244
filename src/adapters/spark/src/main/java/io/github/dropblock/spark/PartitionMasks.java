package io.github.dropblock.spark;

import io.github.dropblock.DropMask;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The masks of a batch whose samples lie in the partitions of an RDD. Samples are numbered in the
 * order of the partitions, and within each as they come; however they are divided, the partitions'
 * masks are the parts of the mask that one machine would draw.
 *
 * <p>No mask goes over the network: each is drawn where it is needed, from a few numbers.
 *
 * @since 0.1.0
 */
public final class PartitionMasks implements Serializable {
  private static final long serialVersionUID = 1;

  private final transient Regularizer regularizer;
  private final transient Shape sample;

  /** The first sample of each partition, and the number of all samples. */
  private final transient long[] starts;

  PartitionMasks(Regularizer regularizer, Shape sample, long[] starts) {
    this.regularizer = regularizer;
    this.sample = sample;
    this.starts = starts;
  }

  /**
   * Counts the samples of each partition, in one job.
   *
   * @param batch samples of any type, which come in the same order each time they are computed
   * @param regularizer what draws the masks; the function of a {@link
   *     io.github.dropblock.CustomRegularizer} needs a name and must be a service, here and on the
   *     executors
   * @param sample the shape of one sample; its N does not matter
   * @return the masks of batches with as many samples in each partition
   * @throws IllegalArgumentException if an argument is null, or the regularizer cannot be sent to
   *     executors; then no job was started
   */
  public static PartitionMasks of(JavaRDD<?> batch, Regularizer regularizer, Shape sample) {
    Arguments.notNull("batch", batch);
    Arguments.notNull("regularizer", regularizer);
    Arguments.notNull("sample", sample);
    PartitionMasksForm.checkSent(regularizer, sample);
    return new PartitionMasks(regularizer, sample.withN(1), PartitionStarts.of(batch));
  }

  /**
   * The number of partitions.
   *
   * @return at least 0
   */
  public int partitions() {
    return starts.length - 1;
  }

  /**
   * The index in the batch of a partition's first sample.
   *
   * @param partition its index, from 0
   * @return at least 0
   * @throws IndexOutOfBoundsException if there is no such partition
   */
  public long firstSample(int partition) {
    return starts[Arguments.index("partition", partition, partitions())];
  }

  /**
   * The number of samples in a partition.
   *
   * @param partition its index, from 0
   * @return at least 0
   * @throws IndexOutOfBoundsException if there is no such partition
   */
  public long samples(int partition) {
    long first = firstSample(partition);
    return starts[partition + 1] - first;
  }

  /**
   * The number of positions in the batch, for {@link DropMask#withTotals}.
   *
   * @return samples times the size of one
   */
  public long size() {
    return starts[partitions()] * sample.size();
  }

  /**
   * The mask of a partition as one tensor, for an engine that works on it within a task. Its counts
   * and its scale are the partition's own; {@code mask(p, step).withTotals(keptCount(spark, step),
   * size())} has the batch's.
   *
   * @param partition its index, from 0
   * @param step the training step, at least 0
   * @return the mask
   * @throws IndexOutOfBoundsException if there is no such partition
   * @throws IllegalArgumentException if {@code step} is negative, or the partition's tensor larger
   *     than {@link Integer#MAX_VALUE}
   */
  public DropMask mask(int partition, long step) {
    long samples = samples(partition);
    if (samples > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "samples must be at most " + Integer.MAX_VALUE + " in a partition: " + samples);
    }
    return regularizer.sample(sample.withN((int) samples), step, firstSample(partition));
  }

  /**
   * The kept positions of the whole batch: counted in each partition and added up, in one job.
   *
   * @param spark the context
   * @param step the training step, at least 0
   * @return the number, in [0, size()]
   * @throws IllegalArgumentException if {@code spark} is null or {@code step} negative
   */
  public long keptCount(JavaSparkContext spark, long step) {
    Arguments.notNull("spark", spark);
    Arguments.notNegative("step", step);
    if (partitions() == 0) {
      return 0;
    }
    List<Integer> indices = IntStream.range(0, partitions()).boxed().toList();
    return spark
        .parallelize(indices, partitions())
        .map(partition -> sampleMasks(partition, step).keptCount())
        .reduce(Long::sum);
  }

  /**
   * Applies the mask to a batch. With {@link Normalization#TENSOR} a job counts what the batch
   * keeps, at once; the rest is done when the result is asked for, one sample at a time.
   *
   * @param batch a float[] for each sample, in row-major order; not modified
   * @param step the training step, at least 0
   * @return the same partitions, with new arrays; a task fails if its partition has another number
   *     of samples than was counted, or one of another size
   * @throws IllegalArgumentException if {@code batch} is null or has another number of partitions,
   *     or {@code step} is negative
   */
  public JavaRDD<float[]> apply(JavaRDD<float[]> batch, long step) {
    return masked("batch", batch, step, false);
  }

  /**
   * The gradient of {@link #apply}'s input: the same masks, without the fill.
   *
   * @param gradients the output's gradient: a float[] for each sample; not modified
   * @param step the training step of the forward pass
   * @return the same partitions, with new arrays; as for {@link #apply}
   * @throws IllegalArgumentException as for {@link #apply}
   */
  public JavaRDD<float[]> backward(JavaRDD<float[]> gradients, long step) {
    return masked("gradients", gradients, step, true);
  }

  private JavaRDD<float[]> masked(String name, JavaRDD<float[]> batch, long step, boolean back) {
    Arguments.notNull(name, batch);
    Arguments.notNegative("step", step);
    if (batch.getNumPartitions() != partitions()) {
      throw new IllegalArgumentException(
          name + " must have " + partitions() + " partitions: " + batch.getNumPartitions());
    }
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(batch.context());
    Totals totals = isNormalizedTogether() ? new Totals(keptCount(spark, step), size()) : null;
    return batch.mapPartitionsWithIndex(
        (partition, samples) ->
            new MaskedSamples(samples, sampleMasks(partition, step), totals, back),
        true);
  }

  private boolean isNormalizedTogether() {
    return regularizer.normalization() == Normalization.TENSOR;
  }

  private SampleMasks sampleMasks(int partition, long step) {
    return new SampleMasks(regularizer, sample, step, firstSample(partition), samples(partition));
  }

  /**
   * Sends bytes, also those of a regularizer whose expected kept fraction is a function, where no
   * mask depends on that function.
   *
   * @return what is sent in this object's place
   */
  private Object writeReplace() {
    return PartitionMasksForm.of(regularizer, sample, starts);
  }

  /**
   * Refuses: {@link #writeReplace} leaves no such object to read.
   *
   * @param in not read
   * @throws InvalidObjectException always
   */
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("only PartitionMasksForm is ever written");
  }
}
