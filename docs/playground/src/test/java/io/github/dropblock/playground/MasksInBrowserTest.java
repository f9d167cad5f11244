package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page shows in a real browser is what the JVM computes, bit for bit. */
class MasksInBrowserTest extends BrowserTest {
  private static final String ALL_PIXELS =
      "const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes.buffer, bytes.byteOffset,"
          + " bytes.length), (b) => String.fromCharCode(b)).join(''));";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keepProb=0.5&blockHeight=3&blockWidth=9&seedRegion=EXTENDED&gammaRule=EXACT&seed=-1",
        "sharing=ALL&gammaScale=0.5&normalization=PLANE&fill=CONSTANT&fillValue=0.5&step=3",
        "schedule=LINEAR&step=700&group=3&seed=12345678901&samples=3&channels=16&height=7&width=9",
        "fill=GAUSSIAN&fillValue=1&fillDeviation=0.25&marked=no&normalization=NONE",
        "regularizer=DROPOUT&keepProb=0.5",
        "regularizer=SPATIAL_DROPOUT&keepProb=0.5",
        "regularizer=DROP_PATH&keepProb=0.5&samples=8",
        "regularizer=DROP_PATH_OF_BATCH&keepProb=0.5&seed=7",
        "regularizer=CUTOUT&holes=3&blockHeight=9&blockWidth=9",
        "regularizer=DROPOUT&sharing=CHANNELS",
        "regularizer=ALPHA_DROPOUT&keepProb=0.7&marked=no",
        "regularizer=ALPHA_DROPOUT_OF_PLANES&keepProb=0.5&normalization=NONE",
        "regularizer=HOLES&probability=0.5&samples=8",
        "regularizer=HOLES&holeSize=SIDES&minHoles=2&maxHoles=4&sharing=NONE&inverse=yes",
        "regularizer=HOLES&holeSize=BAR_OF_HEIGHT&seedRegion=EXTENDED",
        "regularizer=HOLES&holeSize=BAR_OF_WIDTH&minLength=0&maxLength=40&seedRegion=WHOLE",
        "regularizer=PATCHES&blockHeight=3&blockWidth=5",
        "regularizer=PATCHES_EXACTLY&keepProb=0.25&blockHeight=4&blockWidth=4",
        "regularizer=GRID_MASK",
        "regularizer=GRID_MASK&minPeriod=3&maxPeriod=5&holeRatio=0.4&inverse=yes&probability=0.5",
        "keepProb=0&height=1&width=1&channels=1&samples=1",
        "keepProb=1&height=1&width=128&blockHeight=3&blockWidth=2147483647"
      })
  void masksAndMapsAreThoseOfTheJvm(String state) {
    browser.open(state);
    Settings settings = Settings.read(browser.text("return stateText()"));
    assertEquals(Settings.read(state), settings);
    Experiment here = new Experiment(settings);
    here.apply(FeatureMaps.of(photo(), settings.shape()));
    for (int n = 0; n < settings.shape().n(); n++) {
      for (int c = 0; c < settings.shape().c(); c++) {
        assertArrayEquals(Pixels.ofMask(here.mask(), n, c), bytes("mask(" + n + ", " + c + ")"));
        float white = Numbers.largest(here.maps(), n, c);
        byte[] map = Pixels.ofPlane(here.masked(), n, c, white, null);
        assertArrayEquals(map, bytes("masked(" + n + ", " + c + ", false)"));
      }
    }
    assertEquals(JavaCode.of(settings), browser.text("return code.textContent"));
    assertEquals(numbers(Numbers.of(here)), numbers(browser.text("return theLibrary.numbers()")));
  }

  @Test
  void theLargestMapsAreThoseOfTheJvm() {
    // More than a million elements, which threads would share on a JVM.
    browser.open("height=128&width=128&channels=16&samples=8&normalization=SAMPLE&seed=-7");
    Experiment here = new Experiment(Settings.read(browser.text("return stateText()")));
    assertArrayEquals(Pixels.ofMask(here.mask(), 7, 15), bytes("mask(7, 15)"));
    assertEquals(
        numbers(Numbers.ofPlane(here.mask(), 7, 15)),
        numbers(browser.text("return theLibrary.numbersOfPlane(7, 15)")));
  }

  /** The names and the numbers, whatever digits they are written with. */
  private static Map<String, Double> numbers(String text) {
    return Stream.of(text.split("&"))
        .map(pair -> pair.split("="))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
  }

  /** The pixels that the page gave to the library. */
  private static Photo photo() {
    String pixels =
        browser.text(
            ALL_PIXELS
                + "return base64(crop.getContext('2d').getImageData(0, 0, crop.width, crop.height)"
                + ".data)");
    long height = (Long) browser.run("return crop.height");
    long width = (Long) browser.run("return crop.width");
    return Photo.of(Base64.getDecoder().decode(pixels), (int) height, (int) width);
  }

  private static byte[] bytes(String call) {
    return Base64.getDecoder()
        .decode(browser.text(ALL_PIXELS + "return base64(theLibrary." + call + ")"));
  }
}
