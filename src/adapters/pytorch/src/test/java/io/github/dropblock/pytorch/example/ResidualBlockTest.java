package io.github.dropblock.pytorch.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ResidualBlockTest {
  /** It keeps the shape; its modules drop in training, and not in evaluation. */
  @Test
  void aBlockOfTheLastGroup() {
    DropBlock dropBlock = DropBlock.builder().blockSize(7).build();
    ResidualBlock block = new ResidualBlock(16, dropBlock, KeepProbSchedule.constant(.9), 4, 1000);
    try (PointerScope memory = new PointerScope()) {
      Tensor x = torch.randn(4, 16, 14, 14);
      block.train(true);
      Tensor first = block.forward(x);
      assertArrayEquals(x.shape(), first.shape());
      assertFalse(first.equal(block.forward(x)));
      block.eval();
      assertTrue(block.forward(x).equal(block.forward(x)));
    }
  }
}
