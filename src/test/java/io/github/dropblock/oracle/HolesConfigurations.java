package io.github.dropblock.oracle;

import io.github.dropblock.BlockSize;
import io.github.dropblock.HoleSize;
import io.github.dropblock.Holes;
import io.github.dropblock.MapAxis;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.SeedRegion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Holes of every kind. */
public final class HolesConfigurations extends DomainContextBase {
  /** Any holes, with seed 0. */
  @Provide
  public Arbitrary<Holes> holes() {
    return any();
  }

  /** Few or many holes of each kind of size. */
  public static Arbitrary<Holes> any() {
    Arbitrary<Integer> fewest =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 4)),
            Tuple.of(1, Arbitraries.of(31, 32, 33, 70)));
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0, 1.0, .5), Arbitraries.doubles().between(0, 1)),
            fewest,
            Arbitraries.of(0, 0, 1, 2, 5),
            sizes(),
            Arbitraries.of(SeedRegion.values()),
            Arbitraries.of(MaskSharing.values()),
            Arbitraries.of(false, false, true))
        .as(
            (probability, min, more, size, region, sharing, inverse) ->
                Holes.builder()
                    .probability(probability)
                    .holes(min, min + more)
                    .size(size)
                    .seedRegion(region)
                    .sharing(sharing)
                    .inverse(inverse)
                    .seed(0)
                    .build())
        .withoutEdgeCases();
  }

  /** Sizes of each kind, small and beyond the map. */
  public static Arbitrary<HoleSize> sizes() {
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 9);
    Arbitrary<Integer> more = Arbitraries.of(0, 1, 3, 80);
    Arbitrary<Double> ratios = Arbitraries.doubles().between(0, false, 1, true);
    Arbitrary<HoleSize> between =
        Combinators.combine(lengths, lengths, lengths, more, more, more)
            .as(
                (d, h, w, a, b, c) ->
                    HoleSize.between(BlockSize.of(d, h, w), BlockSize.of(d + a, h + b, w + c)));
    Arbitrary<HoleSize> shares =
        Combinators.combine(ratios, ratios)
            .as(
                (a, b) ->
                    HoleSize.between(
                        BlockSize.ratio(Math.min(a, b)), BlockSize.ratio(Math.max(a, b))));
    Arbitrary<HoleSize> bars =
        Combinators.combine(
                Arbitraries.of(MapAxis.values()), Arbitraries.integers().between(0, 9), more)
            .as((axis, min, b) -> HoleSize.bar(axis, min, min + b));
    Arbitrary<Double> aspects = Arbitraries.of(.01, .3, 1.0, 1.7, 3.3, 200.0);
    Arbitrary<HoleSize> areas =
        Combinators.combine(ratios, ratios, aspects, aspects)
            .as(
                (a, b, c, d) ->
                    HoleSize.area(Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)));
    return Arbitraries.oneOf(between, shares, bars, areas);
  }
}
