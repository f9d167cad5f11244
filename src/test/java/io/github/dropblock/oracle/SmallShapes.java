package io.github.dropblock.oracle;

import io.github.dropblock.tensor.Shape;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Small tensors of every layout, also empty ones, for slow specifications. */
public final class SmallShapes extends DomainContextBase {
  /** Any small shape: channels around the 64 that share a stream of random words. */
  @Provide
  public Arbitrary<Shape> shapes() {
    Arbitrary<Integer> samples = Arbitraries.integers().between(0, 4);
    Arbitrary<Integer> channels = Arbitraries.of(1, 2, 3, 5, 63, 64, 65, 66);
    Arbitrary<Integer> extents = Arbitraries.integers().between(1, 7);
    Arbitrary<Integer> widths = Arbitraries.integers().between(1, 70);
    return Arbitraries.oneOf(
            Combinators.combine(samples, channels).as(Shape::nc),
            Combinators.combine(samples, channels, widths).as(Shape::ncw),
            Combinators.combine(samples, channels, extents, extents).as(Shape::nchw),
            Combinators.combine(samples, channels, extents, extents, extents)
                .as((n, c, d, h, w) -> Shape.ncdhw(n, c, Math.min(d, 3), Math.min(h, 3), w)))
        .withoutEdgeCases();
  }
}
