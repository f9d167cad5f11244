package io.github.dropblock.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark's contexts for tests, set up by the pom. */
final class Contexts {
  private Contexts() {}

  /** Threads of this JVM. */
  static JavaSparkContext local(int threads) {
    return new JavaSparkContext(configuration("local[" + threads + "]"));
  }

  static JavaSparkContext localWithKryo() {
    return new JavaSparkContext(withKryo());
  }

  static JavaSparkContext localWithKryoAndRegistrator() {
    return new JavaSparkContext(
        withKryo().set("spark.kryo.registrator", DropBlockRegistrator.class.getName()));
  }

  private static SparkConf withKryo() {
    return configuration("local[2]")
        .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
  }

  /** A master, two workers and two executors, each a JVM with one core. */
  static JavaSparkContext cluster() throws IOException {
    // Executors look for jars here and insist on the folder; theirs are this JVM's.
    Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    return new JavaSparkContext(
        configuration("local-cluster[2,1,1024]")
            .set("spark.executor.memory", "512m")
            .set("spark.task.maxFailures", "2")
            .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .set("spark.executor.extraJavaOptions", System.getProperty("spark.jvm")));
  }

  private static SparkConf configuration(String master) {
    return new SparkConf().setMaster(master).setAppName("dropblock tests");
  }
}
