package io.github.dropblock.reliability.soak.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.SeedRegion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final List<Setting> SETTINGS = Grid.of(1);

  /** The soak's own geometry and the library's closed form agree. */
  @Test
  void lawsExpectWhatTheLibraryExpects() {
    for (Setting s : SETTINGS) {
      double dropped = IntStream.range(0, s.law().positions()).mapToDouble(s.law()::dropRate).sum();
      double expected = s.regularizer().expectedKeptFraction(s.sample());
      assertEquals(expected, 1 - dropped / s.law().positions(), 1e-9, s::toString);
    }
  }

  @Test
  void eachRegionMeetsEachRuleAndSharing() {
    Set<String> seen = new HashSet<>();
    for (Setting s : SETTINGS) {
      if (s.regularizer() instanceof DropBlock d && s.law().sites() > 1) {
        seen.add(d.seedRegion() + " " + d.gammaRule() + " " + d.sharing());
      }
    }
    int all = SeedRegion.values().length * GammaRule.values().length * MaskSharing.values().length;
    assertEquals(all, seen.size());
  }

  @Test
  void seedsDifferByManyBits() {
    for (int i = 1; i < SETTINGS.size(); i++) {
      long a = SETTINGS.get(i - 1).regularizer().seed();
      assertTrue(Long.bitCount(a ^ SETTINGS.get(i).regularizer().seed()) > 1);
    }
  }
}
