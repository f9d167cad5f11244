package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropMask;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code to copy compiles, and draws the mask that the page shows. */
class JavaCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keepProb=0.5&blockHeight=3&blockWidth=9&seedRegion=EXTENDED&gammaRule=EXACT&seed=-1",
        "sharing=ALL&gammaScale=0.5&normalization=PLANE&fill=CONSTANT&fillValue=0.5&step=3",
        "schedule=LINEAR&step=700&group=3&seed=12345678901&samples=3&channels=16&height=7&width=9",
        "schedule=POLYNOMIAL&step=900&fill=GAUSSIAN&fillValue=1&fillDeviation=0.25",
        "regularizer=DROPOUT&keepProb=0.5&schedule=COSINE&steps=10&step=4",
        "regularizer=SPATIAL_DROPOUT&keepProb=0.5&normalization=NONE",
        "regularizer=DROP_PATH&keepProb=0.5&samples=8&group=3",
        "regularizer=DROP_PATH_OF_BATCH&keepProb=0.5&samples=8&seed=4",
        "regularizer=CUTOUT&holes=3&blockHeight=9&blockWidth=9&fill=CONSTANT&fillValue=-1.5",
        "regularizer=CUTOUT&blockHeight=9&blockWidth=5&step=5000000000&schedule=LINEAR",
        "regularizer=DROPOUT&sharing=BATCH&seed=5000000000",
        "regularizer=ALPHA_DROPOUT&keepProb=0.5&schedule=LINEAR&step=300",
        "regularizer=ALPHA_DROPOUT_OF_PLANES&normalization=NONE&fill=CONSTANT&fillValue=-1",
        "regularizer=HOLES&probability=0.5&fill=GAUSSIAN",
        "regularizer=HOLES&minHoles=2&maxHoles=4&holeSize=SIDES&inverse=yes&sharing=NONE&step=2",
        "regularizer=HOLES&holeSize=BAR_OF_HEIGHT&seedRegion=EXTENDED&normalization=TENSOR",
        "regularizer=HOLES&holeSize=BAR_OF_WIDTH&minLength=0&maxLength=40",
        "regularizer=PATCHES&blockHeight=3&blockWidth=5&schedule=LINEAR&step=500",
        "regularizer=PATCHES_EXACTLY&keepProb=0.25&blockHeight=4&blockWidth=4&sharing=ALL",
        "regularizer=GRID_MASK&inverse=yes&probability=0.7&step=4",
        "regularizer=GRID_MASK&minPeriod=9&maxPeriod=9&holeRatio=0.4&sharing=NONE"
      })
  void theCodeDrawsTheMaskThatIsShown(String state, @TempDir Path folder) throws Exception {
    Settings settings = Settings.read(state);
    String code = JavaCode.of(settings);
    assertEquals(new Experiment(settings).mask(), run(code, folder), code);
  }

  private static Object run(String code, Path folder) throws Exception {
    int body = code.lastIndexOf("import ");
    int start = code.indexOf('\n', body) + 1;
    String source =
        code.substring(0, start)
            + "public class Copied { public static DropMask draw() {\n"
            + code.substring(start)
            + "return mask; } }";
    compile(source, folder);
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, DropMask.class.getClassLoader())) {
      return loader.loadClass("Copied").getMethod("draw").invoke(null);
    }
  }

  private static void compile(String source, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Copied.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringBuilder messages = new StringBuilder();
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                message -> messages.append(message).append('\n'),
                List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString()),
                null,
                List.of(file))
            .call();
    assertEquals(true, compiled, messages + source);
  }
}
