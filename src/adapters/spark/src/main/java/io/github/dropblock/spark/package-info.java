/**
 * Apache Spark: {@link io.github.dropblock.spark.SparkTrialRunner} runs a search's trials as tasks,
 * and {@link io.github.dropblock.spark.PartitionMasks} draws the masks of a batch where it lies.
 */
package io.github.dropblock.spark;
