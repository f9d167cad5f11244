package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad links, bad files and old browsers. */
class BadInputInBrowserTest extends BrowserTest {
  @Test
  void badValuesGiveOneClearLineAndTheOldPictureStays() {
    browser.open("");
    String photo = browser.look("#photo");
    browser.set("keepProb", "1.5");
    assertTrue(browser.element("#error").getText().startsWith("keepProb must be"));
    assertEquals(photo, browser.look("#photo"));
    browser.set("keepProb", "0.9");
    assertFalse(browser.element("#error").isDisplayed());
    browser.open("seedRegion=NOWHERE&height=x");
    assertEquals(1, browser.element("#error").getText().lines().count());
  }

  @Test
  void aBadFileGivesOneClearLineAndAPictureIsShown(@TempDir Path folder) throws IOException {
    browser.open("");
    String bundled = browser.look("#photo");
    Path bad = Files.writeString(folder.resolve("notes.png"), "no picture");
    browser.element("#file").sendKeys(bad.toString());
    browser.until("return !document.getElementById('error').hidden");
    assertEquals(
        "notes.png is not a picture that this browser can read.",
        browser.element("#error").getText());
    assertEquals(bundled, browser.look("#photo"));

    Path good = folder.resolve("own.png");
    ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", good.toFile());
    browser.element("#file").sendKeys(good.toString());
    browser.until("return pictureName === 'Your photograph'");
    assertNotEquals(bundled, browser.look("#photo"));
    assertFalse(browser.element("#error").isDisplayed());
    browser.element("#bundled").click();
    browser.until("return pictureName !== 'Your photograph'");
  }

  @Test
  void aHugePictureIsReducedToTheMaps(@TempDir Path folder) throws IOException {
    browser.open("");
    Path huge = folder.resolve("huge.png");
    BufferedImage image = new BufferedImage(9000, 7000, BufferedImage.TYPE_BYTE_BINARY);
    ImageIO.write(image, "png", huge.toFile());
    browser.element("#file").sendKeys(huge.toString());
    browser.until("return pictureName === 'Your photograph'");
    assertEquals(320L, browser.run("return photo.width"));
    assertFalse(browser.element("#error").isDisplayed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keepProb=1e999",
        "keepProb=-0.1",
        "keepProb=%00",
        "blockHeight=99999999999999999999",
        "width=1e3",
        "height=-5",
        "seed=1.5",
        "step=9e99",
        "regularizer=%3Cscript%3E",
        "normalization=MINE",
        "regularizer=HOLES&maxHoles=1000000",
        "regularizer=GRID_MASK&maxPeriod=2000000000",
        "regularizer=ALPHA_DROPOUT&normalization=PLANE"
      })
  void anAbsurdLinkGivesOneClearLineAndTheFormMendsIt(String state) {
    browser.open(state);
    String name = state.substring(state.lastIndexOf('&') + 1, state.lastIndexOf('='));
    String error = browser.element("#error").getText();
    assertTrue(error.matches(name + " must be [^\n]+"), error);
    assertFalse(browser.element("#view").isDisplayed());
    browser.run("setState(''); changed()");
    assertFalse(browser.element("#error").isDisplayed());
    assertTrue(browser.element("#photo").isDisplayed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keepProb=0",
        "keepProb=1",
        "keepProb=0&gammaRule=EXACT&seedRegion=EXTENDED",
        "blockHeight=2147483647&blockWidth=99",
        "gammaScale=1e300",
        "seed=-9223372036854775808&step=9223372036854775807",
        "sample=-5&channel=1e9",
        "steps=1&step=5&schedule=COSINE",
        "nothing=of&this=is&known",
        "%&=&&==",
        "regularizer=CUTOUT&holes=1000&blockHeight=999",
        "regularizer=HOLES&minHoles=1000&maxHoles=1000&probability=0",
        "regularizer=GRID_MASK&holeRatio=1&minPeriod=1&maxPeriod=1048576",
        "regularizer=ALPHA_DROPOUT&keepProb=0",
        "height=1&width=1&channels=1&samples=1&regularizer=PATCHES_EXACTLY"
      })
  void anExtremeLinkShowsAPicture(String state) {
    browser.open(state);
    assertFalse(browser.element("#error").isDisplayed());
    browser.until("return document.body.dataset.counted === 'yes'");
    assertFalse(browser.element("body").getText().matches("(?s).*(NaN|undefined|null|Infinity).*"));
    assertEquals(browser.number("#closed-mean"), browser.number("#realized-mean"), 0.1);
  }

  @Test
  void aBrowserWithoutWebAssemblyGcIsToldWhatItNeeds() {
    browser.withoutWebAssembly(
        () -> {
          browser.open("");
          String error = browser.element("#error").getText();
          assertTrue(error.startsWith("This browser cannot run the page."), error);
          browser.element("#presets button:nth-of-type(2)").click();
          browser.element("#story-steps button").click();
          assertEquals(error, browser.element("#error").getText());
        });
  }
}
