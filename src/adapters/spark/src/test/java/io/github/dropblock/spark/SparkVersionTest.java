package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.package$;
import org.junit.jupiter.api.Test;
import scala.util.Properties;

/** The pom runs tests on two lines of Spark: each run has the classes that it is meant to have. */
class SparkVersionTest {
  @Test
  void theClassPathHasTheSparkAndTheScalaThatThePomNames() {
    String scala = Properties.versionNumberString();
    assertEquals(System.getProperty("expected.spark"), package$.MODULE$.SPARK_VERSION());
    assertTrue(scala.startsWith(System.getProperty("expected.scala") + "."), scala);
  }
}
