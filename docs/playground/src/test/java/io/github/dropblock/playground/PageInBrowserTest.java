package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page in a real browser. */
class PageInBrowserTest extends BrowserTest {
  @Test
  void aLinkReproducesTheState() {
    browser.open("");
    browser.set("keepProb", "0.7");
    browser.set("seedRegion", "WHOLE");
    browser.set("seed", "-123456789012345678");
    browser.element("#maps button[data-sample='1'][data-channel='2']").click();
    String photo = browser.look("#photo");
    String hash = browser.address("hash").substring(1);
    assertTrue(hash.contains("sample=1"), hash);
    browser.open(hash);
    assertEquals(photo, browser.look("#photo"));
    assertEquals("#" + hash, browser.address("hash"));
  }

  @Test
  void countedRatesComeCloseToTheClosedForm() {
    browser.open("height=14&width=14&channels=16");
    browser.until("return document.body.dataset.counted === 'yes'");
    double closed = browser.number("#closed-mean");
    // 32,000 planes, whose drop rate has a standard deviation below 0.08: six of the mean's.
    assertEquals(closed, browser.number("#realized-mean"), 0.003);
    assertEquals(1 - closed, browser.number("#number-counted"), 0.003);
    assertEquals(0.2645, browser.number("#closed-center"), 1e-4);
    assertEquals(0.0062, browser.number("#closed-corner"), 1e-4);
    assertEquals(
        "mean of 50 draws",
        browser.text("return document.querySelector('#average-caption').textContent"));
    browser.element("#draw").click();
    browser.until("return document.querySelector('#average-caption').textContent.includes('100')");
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
