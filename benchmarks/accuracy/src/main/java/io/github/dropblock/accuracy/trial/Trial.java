package io.github.dropblock.accuracy.trial;

import io.github.dropblock.DropBlock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What distinguishes one trial from the others of an experiment: the first columns of its rows.
 *
 * @param method what regularizes it
 * @param keepProb the probability to keep, at the schedule's end; of label smoothing 1 - smoothing;
 *     1 where nothing is kept or dropped by chance
 * @param blockSize side of a block in positions; of Cutout's hole in pixels; 0 where there is none
 * @param place where the regularizer sits
 * @param schedule how keepProb changes
 * @param seed of the training images, the initial parameters, the order of the images and the masks
 */
public record Trial(
    Method method, double keepProb, int blockSize, Place place, Schedule schedule, long seed) {
  /** The columns of the fields. */
  private static final List<String> HEADER =
      List.of("regularizer", "keep_prob", "block_size", "place", "schedule", "seed");

  /** How many fields a trial has. */
  public static final int FIELDS = HEADER.size();

  /** The columns of the fields, and others after them. */
  public static List<String> header(String... others) {
    return Stream.concat(HEADER.stream(), Stream.of(others)).toList();
  }

  /** Without a regularizer. */
  public static Trial none(long seed) {
    return new Trial(Method.NONE, 1, 0, Place.NOWHERE, Schedule.FIXED, seed);
  }

  /** With DropBlock in two groups, as in the paper: b 7, and keepProb falls linearly to 0.9. */
  public static Trial scheduledDropBlock(long seed) {
    return new Trial(Method.DROPBLOCK, 0.9, 7, Place.GROUPS_34_SKIP, Schedule.LINEAR, seed);
  }

  /** The same with another seed. */
  public Trial withSeed(long newSeed) {
    return new Trial(method, keepProb, blockSize, place, schedule, newSeed);
  }

  /**
   * The same with the schedule's last keepProb from the first step on: how it drops at inference.
   */
  public Trial atInference() {
    return new Trial(method, keepProb, blockSize, place, Schedule.FIXED, seed);
  }

  /** The blocks, at keepProb and with the seed of the trial. */
  public DropBlock dropBlock() {
    return DropBlock.builder()
        .keepProb(keepProb)
        .blockSize(blockSize)
        .gammaRule(method.gammaRule())
        .seedRegion(method.seedRegion())
        .seed(seed)
        .build();
  }

  /** The fields as text, in order. */
  public List<String> fields() {
    return List.of(
        method.toString(),
        String.format(Locale.ROOT, "%s", keepProb),
        Integer.toString(blockSize),
        place.toString(),
        schedule.toString(),
        Long.toString(seed));
  }

  /** A trial from its fields. */
  public static Trial of(List<String> fields) {
    return new Trial(
        Method.of(fields.get(0)),
        Double.parseDouble(fields.get(1)),
        Integer.parseInt(fields.get(2)),
        Place.of(fields.get(3)),
        Schedule.of(fields.get(4)),
        Long.parseLong(fields.get(5)));
  }

  /** A name that is fit for a file. */
  public String fileName() {
    return String.join("_", fields()).replace(' ', '-');
  }
}
