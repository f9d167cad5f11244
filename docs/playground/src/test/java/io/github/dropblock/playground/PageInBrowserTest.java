package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page in a real browser. */
class PageInBrowserTest {
  private static Chromium browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.on(Folders.SITE);
    browser.size(1280, 900, false);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void theConsoleHasNoError() {
    assertEquals(List.of(), browser.console());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keepProb | 0.5 | #photo #rates-closed #number-gamma #number-expected #code",
        "blockHeight | 3 | #photo #rates-closed #number-gamma #number-expected #code",
        "blockWidth | 3 | #photo #rates-closed #number-gamma #number-expected #code",
        "seedRegion | EXTENDED | #photo #rates-closed #number-expected #code",
        "gammaRule | EXACT | #number-gamma #number-expected #code",
        "gammaScale | 0.5 | #number-gamma #number-expected #code",
        "sharing | CHANNELS | #maps #number-kept #code",
        "normalization | NONE | #number-scale #code",
        "seed | 30 | #photo #maps #number-kept #code",
        "step | 5 | #photo #maps #number-kept #code",
        "steps | 7 | #chart",
        "schedule | LINEAR | #photo #number-keepProb #chart #code",
        "group | 3 | #photo #number-keepProb #code",
        "height | 14 | #photo #maps #rates-closed #number-expected #code",
        "width | 14 | #photo #maps #rates-closed #number-expected #code",
        "channels | 9 | #maps #code",
        "samples | 3 | #maps #code",
        "regularizer | DROPOUT | #photo #maps #number-gamma #rates-closed #code",
        "regularizer | SPATIAL_DROPOUT | #photo #maps #number-gamma #code",
        "regularizer | DROP_PATH | #photo #maps #number-gamma #code",
        "regularizer | DROP_PATH_OF_BATCH | #number-gamma #number-scale #code",
        "regularizer | CUTOUT | #photo #maps #number-gamma #number-keepProb #code"
      })
  void eachKnobChangesWhatItShould(String knob, String value, String changed) {
    browser.open("");
    String before = looks();
    for (String part : changed.split(" ")) {
      String old = look(part);
      browser.set(knob, value);
      assertNotEquals(old, look(part), knob + " changes " + part);
      browser.set(knob, browser.text("return defaults.get(arguments[0])", knob));
      if (knob.startsWith("block")) {
        browser.set("blockHeight", "7");
      }
    }
    assertEquals(before, looks(), "the old value gives the old pictures");
  }

  @Test
  void theFillIsShownIfDroppedPositionsAreNotColored() {
    browser.open("marked=no");
    String zero = look("#maps");
    browser.set("fillValue", "1");
    assertEquals(zero, look("#maps"));
    browser.set("fill", "CONSTANT");
    assertNotEquals(zero, look("#maps"));
    String constant = look("#maps");
    browser.set("fill", "GAUSSIAN");
    assertNotEquals(constant, look("#maps"));
    String noise = look("#maps");
    browser.set("fillDeviation", "3");
    assertNotEquals(noise, look("#maps"));
  }

  @Test
  void theNumberOfHolesChangesTheMask() {
    browser.open("regularizer=CUTOUT");
    String one = look("#photo");
    browser.set("holes", "5");
    assertNotEquals(one, look("#photo"));
    assertTrue(browser.address("hash").contains("holes=5"));
  }

  private static String look(String css) {
    return browser.text(
        "const part = document.querySelector(arguments[0]);"
            + "const all = [part, ...part.querySelectorAll('canvas')];"
            + "return part.textContent + (part.getAttribute('aria-label') ?? '')"
            + " + all.map((c) => c.toDataURL ? c.toDataURL() : '').join()",
        css);
  }

  private static String looks() {
    return look("#photo") + look("#maps") + look("#rates-closed") + look("#code");
  }

  @Test
  void aLinkReproducesTheState() {
    browser.open("");
    browser.set("keepProb", "0.7");
    browser.set("seedRegion", "WHOLE");
    browser.set("seed", "-123456789012345678");
    browser.element("#maps button[data-sample='1'][data-channel='2']").click();
    String photo = look("#photo");
    String hash = browser.address("hash").substring(1);
    assertTrue(hash.contains("sample=1"), hash);
    browser.open(hash);
    assertEquals(photo, look("#photo"));
    assertEquals("#" + hash, browser.address("hash"));
  }

  @Test
  void countedRatesComeCloseToTheClosedForm() {
    browser.open("height=14&width=14&channels=16");
    browser.until("return document.body.dataset.counted === 'yes'");
    double closed = number("#closed-mean");
    // 32,000 planes, whose drop rate has a standard deviation below 0.08: six of the mean's.
    assertEquals(closed, number("#realized-mean"), 0.003);
    assertEquals(1 - closed, number("#number-counted"), 0.003);
    assertEquals(0.2645, number("#closed-center"), 1e-4);
    assertEquals(0.0062, number("#closed-corner"), 1e-4);
    assertEquals(
        "mean of 50 draws",
        browser.text("return document.querySelector('#average-caption').textContent"));
    browser.element("#draw").click();
    browser.until("return document.querySelector('#average-caption').textContent.includes('100')");
  }

  private static double number(String css) {
    return Double.parseDouble(browser.element(css).getText());
  }

  @Test
  void badValuesGiveOneClearLineAndTheOldPictureStays() {
    browser.open("");
    String photo = look("#photo");
    browser.set("keepProb", "1.5");
    assertTrue(browser.element("#error").getText().startsWith("keepProb must be"));
    assertEquals(photo, look("#photo"));
    browser.set("keepProb", "0.9");
    assertFalse(browser.element("#error").isDisplayed());
    browser.open("seedRegion=NOWHERE&height=x");
    assertEquals(1, browser.element("#error").getText().lines().count());
  }

  @Test
  void aBadFileGivesOneClearLineAndAPictureIsShown(@TempDir Path folder) throws IOException {
    browser.open("");
    String bundled = look("#photo");
    Path bad = Files.writeString(folder.resolve("notes.png"), "no picture");
    browser.element("#file").sendKeys(bad.toString());
    browser.until("return !document.getElementById('error').hidden");
    assertEquals(
        "notes.png is not a picture that this browser can read.",
        browser.element("#error").getText());
    assertEquals(bundled, look("#photo"));

    Path good = folder.resolve("own.png");
    ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", good.toFile());
    browser.element("#file").sendKeys(good.toString());
    browser.until("return pictureName === 'Your photograph'");
    assertNotEquals(bundled, look("#photo"));
    assertFalse(browser.element("#error").isDisplayed());
    browser.element("#bundled").click();
    browser.until("return pictureName !== 'Your photograph'");
  }

  @Test
  void presetsAreTheirRecipes() {
    browser.open("");
    browser.run("[...presets.children].find((b) => b.textContent === 'as timm').click()");
    String code = browser.element("#code").getText();
    assertTrue(code.contains(".seedRegion(SeedRegion.WHOLE)"), code);
    assertTrue(code.contains(".sharing(MaskSharing.CHANNELS)"), code);
    browser.run("[...presets.children].find((b) => b.textContent.includes('ResNet-50')).click()");
    // The paper drops a quarter in group 3.
    assertEquals("0.9750", browser.element("#number-keepProb").getText());
  }

  @Test
  void theFilmRunsToTheLastStep() {
    browser.open("schedule=LINEAR&step=900");
    browser.element("#play").click();
    browser.until("return knob('step') === '1000' && playing === 0");
    assertEquals("0.9000", browser.element("#number-keepProb").getText());
  }

  @Test
  void knobsHaveLabelsAndTheKeyboardReachesThem() {
    browser.open("");
    assertEquals(
        "",
        browser.text(
            "return [...document.querySelectorAll('input, select, button, canvas')].filter((e) =>"
                + " e.type !== 'hidden' && !(e.labels && e.labels.length) && !e.textContent.trim()"
                + " && !e.getAttribute('aria-label') && !e.closest('button'))"
                + ".map((e) => e.outerHTML).join()"));
    browser.element("[name=blockHeight]").sendKeys(Keys.chord(Keys.ARROW_UP));
    assertEquals("8", browser.text("return knob('blockWidth')"));
    browser.element("#story-steps button").sendKeys(Keys.ENTER);
    assertEquals("DROPOUT", browser.text("return knob('regularizer')"));
  }

  @Test
  void aNarrowScreenNeedsNoScrollingToTheSide() {
    browser.size(360, 740, false);
    try {
      browser.open("channels=16");
      assertEquals(360L, browser.run("return Math.max(360, document.documentElement.scrollWidth)"));
    } finally {
      browser.size(1280, 900, false);
    }
  }
}
