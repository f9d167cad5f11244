package io.github.dropblock.accuracy.scene;

import io.github.dropblock.accuracy.trial.Checkpoint;
import io.github.dropblock.accuracy.trial.ModelFile;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of trainings on scenes.
 *
 * @param folder where they are
 */
public record SceneFiles(Path folder) {
  /** The checkpoint of a trial; the recipe is what the trials have in common. */
  public Checkpoint checkpoint(SceneTrial<?> trial, Recipe recipe) {
    return new Checkpoint(folder, trial.fileName(), trial + " " + trial.recipe(recipe));
  }

  /** Whether there is a trained network. */
  public boolean has(SceneTrial<?> trial) {
    return Files.exists(model(trial));
  }

  /** Keeps a trained network. */
  public void write(SceneTrial<?> trial, Training training) throws IOException {
    ModelFile.write(model(trial), training);
  }

  /** Takes over a trained network. */
  public void read(SceneTrial<?> trial, Training training) throws IOException {
    ModelFile.read(model(trial), training::loadParameters);
  }

  private Path model(SceneTrial<?> trial) {
    return folder.resolve("models").resolve(trial.fileName() + ".parameters");
  }
}
